"""Conditions that no paper could answer: a rule that rests on one would never hold anybody."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.fault import Fault
from zhongshu.approvals.checks.samples import conditions_of
from zhongshu.approvals.grammar import Field, FieldKind, Route
from zhongshu.approvals.grammar.conditions import COMPARING, Test, tests_of

NUMBERS = (FieldKind.MONEY, FieldKind.NUMBER)


def asked_wrong(route: Route) -> Iterator[Fault]:
    """Each condition asks a field that the form has, and something the field can say."""
    fields = {one.code: one for one in route.fields}
    conditions = (*conditions_of(route), *(tie.when for tie in route.ties))
    tests = dict.fromkeys(test for condition in conditions for test in tests_of(condition))
    for code in sorted({test.field for test in tests} - set(fields)):
        yield Fault("unknown_field", "", _("条件用到表单里没有的栏目“%(code)s”。") % {"code": code})
    for test in tests:
        field = fields.get(test.field)
        story = _wrong(test, field) if field else ""
        if field and story:
            told = {"label": field.label, "values": _("、").join(_unsaid(test, field))}
            yield Fault("unanswerable", "", story % told)


def _wrong(test: Test, field: Field) -> str:
    if test.operator in COMPARING:
        return "" if field.kind in NUMBERS else _("条件拿“%(label)s”比大小，可它不是金额或者数字栏目。")
    if not _unsaid(test, field):
        return ""
    if field.kind in NUMBERS:
        return _("条件拿“%(label)s”与“%(values)s”相比，可那不是数目。")
    return _("条件问“%(label)s”是不是“%(values)s”，可表单里没有这个选项。")


def _unsaid(test: Test, field: Field) -> list[str]:
    """What the test asks for and the field can never say."""
    if field.kind in NUMBERS:
        return [] if len(test.numbers) == len(test.words) else list(test.words)
    if field.kind == FieldKind.CHOICE:
        offered = {code for code, _label in field.choices}
    elif field.kind == FieldKind.YES_NO:
        offered = {"yes", "no"}
    else:
        return []
    return [word for word in test.words if word not in offered]
