"""Rows of the lists of inspections, conclusions and designations, and what stands above them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.inspections import policies, queries
from zhongshu.inspections.models import Conclusion, Inspection, Standing, State
from zhongshu.kernel.actors import Actor
from zhongshu.org.models import Duty
from zhongshu.ui import parts
from zhongshu.ui.wording import Due, due_words

SHAPES = {
    State.PLANNED: "todo",
    State.RUNNING: "doing",
    State.CONCLUDED: "done",
    State.DECLINED: "none",
    State.STOPPED: "hold",
}
STANDINGS = {
    Standing.FED_BACK: "todo",
    Standing.REVIEWING: "review",
    Standing.FINAL: "done",
    Standing.UPHELD: "done",
    Standing.CHANGED: "done",
    Standing.WITHDRAWN: "hold",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One inspection, or one conclusion."""

    url: str
    title: str
    sub: str
    state: str
    word: str
    units: str
    until: date
    due: Due
    count: str = ""


def inspections(found: Iterable[Any], today: date) -> list[Row]:
    """Inspections with how many findings each has."""
    return [
        Row(
            url=reverse("inspections:inspection", args=[one.pk]),
            title=one.matter.title,
            sub=" · ".join((one.matter.number, str(one.get_kind_display()), _leader(one))),
            state=SHAPES[one.state],
            word=str(one.state.label),
            units="、".join(unit.short_name for unit in one.units.all()),
            until=one.ends_on,
            due=due_words(one.ends_on, today) if one.matter.is_open else Due(""),
            count=_count(one),
        )
        for one in found
    ]


def conclusions(found: Iterable[Conclusion], today: date) -> list[Row]:
    """Conclusions with the day until which a review may be asked for, or must be decided."""
    return [
        Row(
            url=reverse("inspections:conclusion", args=[one.pk]),
            title=one.inspection.matter.title,
            sub=one.matter.number,
            state=STANDINGS[one.standing],
            word=str(one.standing.label),
            units=one.unit.short_name,
            until=one.matter.current_due or one.ask_until,
            due=due_words(one.matter.current_due, today) if one.matter.is_open else Due(""),
        )
        for one in found
    ]


def tabs(here: str) -> list[parts.Tab]:
    """督查行动, 督查结论, 书面指定."""
    named = (("inspections", _("督查行动")), ("conclusions", _("督查结论")), ("designations", _("书面指定")))
    return [parts.Tab(words, reverse(f"inspections:{name}"), current=name == here) for name, words in named]


def organ_to_plan_for(actor: Actor, today: date) -> int | None:
    """For which organ ``actor`` may plan an inspection: where he supervises, else the one that designated his unit."""
    own = actor.organs_with(Duty.SUPERVISE)
    if own:
        return own[0]
    return queries.in_force(actor, today).values_list("organ_id", flat=True).first()


def organ_to_designate_for(actor: Actor) -> int | None:
    """For which organ ``actor`` may designate departments."""
    organs = actor.organs_with(Duty.APPROVE_SUPERVISION, Duty.LEAD_ORGAN)
    return next((one for one in organs if policies.may_designate(actor, one)), None)


def _leader(one: Inspection) -> str:
    name = next((member.person.name for member in one.members.all() if member.leads), "")
    return _("组长%(leader)s") % {"leader": name}


def _count(one: Any) -> str:
    if not one.found:
        return ""
    told = _("%(n)s 个") % {"n": one.found}
    return told + (_("，%(n)s 个待处理") % {"n": one.pending} if one.pending else "")
