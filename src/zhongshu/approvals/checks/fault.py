from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Field, FieldKind, Flow, Route, Unresolved, Values, WhoKind


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its code, the stage it shows in ("" for the whole), the story, and the rule it breaks."""

    code: str
    stage: str
    story: str
    rule: str = ""

    @property
    def told(self) -> str:
        """The story with its rule behind it."""
        return f"{self.story}（{self.rule}）" if self.rule else self.story


def uncalled(gap: Unresolved) -> Fault:
    """A part that cannot be put in where it is called."""
    told = {"title": gap.call.title, "route": gap.call.route}
    if gap.itself:
        return Fault(
            "calls_itself",
            gap.call.code,
            _("“%(title)s”引用的子流程 %(route)s 又引用了本路线，会没完没了。") % told,
        )
    return Fault(
        "no_such_part", gap.call.code, _("“%(title)s”引用的子流程 %(route)s 没有发布，或者已经停用。") % told
    )


def unserved(kind: str, kinds: list[str]) -> Fault:
    """A kind that no paper is of: nobody could ever start one along the route."""
    told = {"kind": kind, "kinds": _("、").join(kinds)}
    return Fault("no_such_kind", "", _("没有“%(kind)s”这一类单据，kind 可以写：%(kinds)s。") % told)


def unchosen(route: Route) -> list[Fault]:
    """Stages left to the drafter along a route whose form does not ask him."""
    story = _("“%(stage)s”由提交人选人，可这一类单据的表单不能选人，请改由岗位、职责或者指定的人办理。")
    return [
        Fault("chosen_nowhere", one.code, story % {"stage": one.title})
        for one in Flow(route).stages.values()
        if one.who.kind == WhoKind.CHOSEN
    ]


def unread(route: Route, called: Collection[str], fields: Mapping[str, object], rule: str) -> list[Fault]:
    """Fields that are read from papers ``called`` so, by their codes, and that the form of such a route lacks."""
    missing = [code for code in fields if code not in {one.code for one in route.fields}]
    if not missing or not any(word in route.title for word in called):
        return []
    told = {"names": _("、").join(str(fields[one]) for one in missing), "codes": _("、").join(missing)}
    story = _(
        "表单里没有代号为 %(codes)s 的栏目（%(names)s）：报销要从这里读，按这条路线批准的单据不能据以报销。"
    )
    return [Fault("not_read", "", story % told, rule)]


def paper_words(route: Route, values: Values) -> str:
    """Which paper a story is of: a sample by what it says in the fields that matter, or any."""
    fields = {one.code: one for one in route.fields}
    told = [
        f"{fields[code].label} {_said(fields[code], value)}" if code in fields else f"{code} {value}"
        for code, value in values.items()
    ]
    return _("一份单据（%(told)s）") % {"told": "，".join(told)} if told else _("任何一份单据")


def _said(one: Field, value: object) -> str:
    """What stands in a field of the sample, as people would write it."""
    if one.kind == FieldKind.MONEY and isinstance(value, Decimal):
        return _("%(amount)s 元") % {"amount": f"{value:,.2f}"}
    if one.kind == FieldKind.YES_NO:
        return {"yes": _("是"), "no": _("否")}.get(str(value), str(value))
    return dict(one.choices).get(str(value), str(value))
