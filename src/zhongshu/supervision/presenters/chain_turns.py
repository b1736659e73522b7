"""How far a template at work on a matter has come."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.supervision.models import ChainStep, ChainTurn, StepRole


@dataclass(frozen=True, slots=True)
class Turn:
    """A step of a chain at work: what, by whom, how far."""

    title: str
    who: str
    state: str
    url: str


def turns(rows: Sequence[ChainTurn]) -> list[Turn]:
    """The steps of a run as lines."""
    return [_turn(one) for one in rows]


def by(step: ChainStep) -> str:
    """Who takes a step, as far as the template tells."""
    if step.role == StepRole.UNIT and step.unit:
        return step.unit.short_name
    if step.role == StepRole.POST and step.post:
        return f"{step.post.unit.short_name}{step.post.title}"
    return str(step.get_role_display())


def _turn(turn: ChainTurn) -> Turn:
    if turn.part is None:
        who = turn.unit.short_name if turn.unit else by(turn.step)
        return Turn(turn.step.title, who, _("还没有到这一步"), "")
    matter = turn.part.matter
    address = reverse("supervision:directive", args=[matter.pk])
    return Turn(turn.step.title, str(matter.lead_unit or ""), str(turn.part.state.label), address)
