"""Before an inspection begins: D-02 its kind, D-05 the designation, D-06 its leader, D-12 who keeps away."""

from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.inspections.models import Designation, Kind
from zhongshu.inspections.rules.sources import DC_7, DC_8, DC_9, DC_14
from zhongshu.kernel.verdicts import YES, Verdict, no, not_yours

NEEDS_OCCASION = (Kind.INCIDENT, Kind.CLUE)


def D_02_kind(kind: str, *, occasion: str) -> Verdict:
    """It is of one of five kinds; of an incident or a clue it tells which. {V}"""
    if kind not in Kind.values:
        return no("no_such_kind", _("没有这种督查。"), _("请选督查类别。"), rule="D-02", source=DC_14)
    if kind in NEEDS_OCCASION and not occasion.strip():
        return no(
            "no_occasion",
            _("事件调查、线索核查要写明是什么事件、什么线索。"),
            rule="D-02",
            source=DC_14,
        )
    return YES


def D_05_on_paper(*, designated: bool) -> Verdict:
    """Who does not supervise for the government inspects for it on paper only. {V}"""
    if designated:
        return YES
    return not_yours(
        "not_designated",
        _("部门开展政府督查，要有本级政府的书面指定。"),
        _("请先报请政府指定，写明督查事项、范围、职责和期限。"),
        rule="D-05",
    )


def D_05_designated(
    designation: Designation | None, *, desks: Collection[int], units: Iterable[int], first: date, last: date
) -> Verdict:
    """A department inspects only on a written designation: its own, for these units, within its term. {V}

    ``desks``  the units for which the person acts.   ``units`` whom he means to inspect, from ``first`` to ``last``.
    """
    if designation is None or designation.unit_id not in desks:
        return D_05_on_paper(designated=False)
    if designation.withdrawn_at:
        told = _("书面指定已经撤回：%(reason)s") % {"reason": designation.withdrawn_because}
        return no("designation_withdrawn", told, rule="D-05", source=DC_7)
    if not designation.covers(first, last):
        term = {"first": designation.starts_on.isoformat(), "last": designation.ends_on.isoformat()}
        return no(
            "beyond_the_term",
            _("指定的期限是 %(first)s 到 %(last)s，督查要在这之内。") % term,
            rule="D-05",
            source=DC_7,
        )
    if set(units) - set(designation.units.values_list("pk", flat=True)):
        return no("beyond_the_scope", _("督查对象超出了书面指定的范围。"), rule="D-05", source=DC_7)
    return YES


def D_06_one_leader(leads: int | None, members: Collection[int]) -> Verdict:
    """A team has exactly one leader, and he is of it. {V}"""
    if leads and leads in members:
        return YES
    return no(
        "not_one_leader",
        _("督查组要有且只有一名组长，由批准的领导确定。"),
        _("请在督查组成员中确定一名组长。"),
        rule="D-06",
        source=DC_8,
    )


def D_12_team(*, belonging: Iterable[str], related: Iterable[str]) -> Verdict:
    """Nobody inspects his own unit, nor one in which a relative of his, as declared, works. {V}

    ``belonging``  names of those on the team who are of an inspected unit; ``related`` of those with a relative there.
    """
    own, kin = "、".join(belonging), "、".join(related)
    if own:
        told, code = _("%(names)s是被督查单位的人，不能参加督查组。") % {"names": own}, "inspects_own_unit"
    elif kin:
        told, code = (
            _("%(names)s有登记的亲属在被督查单位，要回避。") % {"names": kin},
            "relative_in_the_unit",
        )
    else:
        return YES
    return no(code, told, _("请换人。"), rule="D-12", source=DC_9)
