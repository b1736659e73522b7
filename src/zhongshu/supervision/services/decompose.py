"""Breaking a matter down: the receiving organ hands its parts to its own sections and the organs below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.alike import decided_upon, note_decision
from zhongshu.supervision.services.decided import UNDECIDED, Decided
from zhongshu.supervision.services.part import below, hand_down, registered_part


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a matter: what, by whom, until when."""

    title: str
    lead_id: int
    due: date
    requirement: str = ""
    instead_ids: tuple[int, ...] = ()
    decided: Decided = UNDECIDED


@use_case("supervision.decompose")
def decompose(*, actor: Actor, directive_id: int, parts: Sequence[Part], at: datetime) -> Directive:
    """Break a matter that is signed for down into ``parts``, each a matter of the receiving organ with its number.

    A part goes to a section of the lead unit's organ or to a unit below it, and is due no later
    than the whole. What looks like another matter of theirs is asked about first (D-04). The lead unit follows the
    parts up and verifies them; the supervisors of the whole, its approver and the leader who instructed see them,
    and what comes of them is written back to it. Returns the whole.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "decompose", directive)
    directive.require("report")
    for part in parts:
        _check(directive, part, local_day(at))
        _open(directive, part, actor=actor, at=at)
    trail.had_a_hand(directive, actor, at=at)
    titles = "、".join(part.title for part in parts)
    trail.keep(directive, "decomposed", actor=actor, at=at, parts=len(parts), titles=titles)
    return directive


def _check(directive: Directive, part: Part, today: date) -> None:
    matter = directive.matter
    assert matter.current_due is not None
    rules.past_date(part.due, today=today).require(at="due")
    rules.D_18_part_due(part.due, whole=matter.current_due, today=today).require(at="due")
    below(directive, part.lead_id)


def _open(directive: Directive, part: Part, *, actor: Actor, at: datetime) -> None:
    desk = directive.matter.lead_unit
    assert desk is not None
    alike, unseen = like_part(directive, part.title, part.lead_id, part.due, actor=actor)
    decided_upon(alike, part.decided, unseen=unseen)
    told = {"title": part.title, "requirement": part.requirement.strip() or part.title}
    child = registered_part(directive, desk, **told, lead_id=part.lead_id, due=part.due, actor=actor, at=at)
    note_decision(child, alike, part.decided, unseen=unseen, actor=actor, at=at)
    hand_down(child, directive, part.lead_id, instead_ids=part.instead_ids, actor=actor, at=at)


def like_part(
    whole: Directive, title: str, lead_id: int, due: date, *, actor: Actor
) -> tuple[list[queries.Similar], int]:
    """What the unit has in hand for the organ that a part may repeat, and how much more ``actor`` may not know of."""
    desk = whole.matter.lead_unit
    assert desk is not None
    organ_id = desk.organ_id or desk.pk
    return queries.in_hand(actor, organ_id, title=title, lead_id=lead_id, due=due, but=[whole.pk])
