"""Rules between fields that no form could keep, for they speak of fields that are not there, or of none such."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.fault import Fault
from zhongshu.approvals.grammar import Field, FieldKind, Route, Tie, TieKind
from zhongshu.approvals.walking.words import tie_words

NUMBERS = (FieldKind.MONEY, FieldKind.NUMBER)
DAYS, COUNT, MANY = (FieldKind.DATE,), (FieldKind.NUMBER,), 99
# what the field must be, what those it rests on must be, and how many of them: at least, at most
SHAPES = {
    TieKind.NOT_BEFORE: (DAYS, DAYS, 1, 1),
    TieKind.WORKING_DAYS: (COUNT, DAYS, 2, 2),
    TieKind.CALENDAR_DAYS: (COUNT, DAYS, 2, 2),
    TieKind.DAYS: (COUNT, DAYS, 2, 2),
    TieKind.SUM: (NUMBERS, NUMBERS, 1, MANY),
}


def tied_wrong(route: Route) -> Iterator[Fault]:
    """Each rule speaks of fields that the form has, of the right kind and as many as it needs."""
    fields = {one.code: one for one in route.fields}
    for tie in route.ties:
        gone = [code for code in (tie.field, *tie.of) if code not in fields]
        for code in gone:
            story = _("栏目之间的规则用到表单里没有的栏目“%(code)s”。")
            yield Fault("unknown_field", "", story % {"code": code})
        if not gone:
            yield from _misfit(tie, fields)


def _misfit(tie: Tie, fields: dict[str, Field]) -> Iterator[Fault]:
    own, others, least, most = SHAPES[tie.kind]
    label = fields[tie.field].label
    if not least <= len(tie.of) <= most or tie.field in tie.of:
        story = _("“%(label)s”的规则“%(kind)s”写的栏目个数不对，或者写了它自己。")
        yield Fault("tied_to_nothing", "", story % {"label": label, "kind": tie_words(tie.kind)})
    wrong = [code for code in tie.of if fields[code].kind not in others]
    wrong += [tie.field] if fields[tie.field].kind not in own else []
    for code in wrong:
        story = _(
            "“%(label)s”的规则“%(kind)s”不能用在“%(other)s”上：日期比日期，天数是数字，合计是金额或者数字。"
        )
        told = {"label": label, "kind": tie_words(tie.kind), "other": fields[code].label}
        yield Fault("tied_to_another_kind", "", story % told)
