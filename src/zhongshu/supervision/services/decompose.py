"""Breaking a matter down: the receiving organ hands its parts to its own sections and the organs below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import LinkKind
from zhongshu.org import queries as org
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.alike import decided_upon, note_decision
from zhongshu.supervision.services.decided import UNDECIDED, Decided
from zhongshu.supervision.services.due import Due
from zhongshu.supervision.services.open import hand_out, put_on_docket, register
from zhongshu.supervision.services.task import Task


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
    if not directive.can("report"):
        directive.refuse("report")
    for part in parts:
        _check(directive, part, local_day(at))
        _open(directive, part, actor=actor, at=at)
    trail.had_a_hand(directive, actor, at=at)
    titles = "、".join(part.title for part in parts)
    trail.keep(directive, "decomposed", actor=actor, at=at, parts=len(parts), titles=titles)
    return directive


def _check(directive: Directive, part: Part, today: date) -> None:
    matter = directive.matter
    assert matter.lead_unit is not None and matter.current_due is not None
    rules.past_date(part.due, today=today).require()
    rules.D_18_part_due(part.due, whole=matter.current_due, today=today).require()
    unit = org.unit(part.lead_id)
    within = org.unit(matter.lead_unit.organ_id or matter.lead_unit.pk)
    if not unit.path.startswith(within.path) or unit.pk == matter.lead_unit_id:
        raise Refusal(
            "not_below_us",
            _("只能分解给本单位的内设机构或下级单位。"),
            fields={
                "lead_id": _("“%(unit)s”不在本单位之下，请另选；需要它配合的，请在进展中说明。")
                % {"unit": unit}
            },
            rule="D-18",
        )


def _open(directive: Directive, part: Part, *, actor: Actor, at: datetime) -> None:
    whole = directive.matter
    desk = whole.lead_unit
    assert desk is not None
    heads = [head.pk for head in org.heads(desk.pk, local_day(at))]
    own = next((pk for pk in heads if pk in actor.seats), None)
    task = Task(
        title=part.title,
        requirement=part.requirement.strip() or part.title,
        lead_id=part.lead_id,
        due=part.due,
        origin=directive.origin,
        source_title=whole.title[:200],
        basis=_("分解自%(number)s") % {"number": whole.number},
        approver_id=own or next(iter(heads), None) or directive.approver_id,
        urgency=whole.urgency,
        importance=whole.importance,
        parent_id=whole.pk,
    )
    due = Due(part.due, workdays.calendar().is_provisional(part.due))
    alike, unseen = like_part(directive, part.title, part.lead_id, part.due, actor=actor)
    decided_upon(alike, part.decided, unseen=unseen)
    child = register(task, desk, desk.organ or desk, due, actor=actor, at=at)
    note_decision(child, alike, part.decided, unseen=unseen, actor=actor, at=at)
    matters.make_known(child.matter.pk, _those_above(directive), origin="decomposed", at=at)
    matters.link(child.matter, LinkKind.DECOMPOSES, whole, at=at)
    put_on_docket(child, actor=actor, at=at)
    hand_out(child, part.lead_id, (), instead_ids=part.instead_ids, actor=actor, at=at)


def _those_above(whole: Directive) -> list[str]:
    """Who follows the whole up, approved it, instructed it."""
    people = (whole.approver_id, whole.instructed_by_id)
    return [f"u:{whole.matter.unit_id}", *(f"p:{one}" for one in people if one)]


def like_part(
    whole: Directive, title: str, lead_id: int, due: date, *, actor: Actor
) -> tuple[list[queries.Similar], int]:
    """What the unit has in hand for the organ that a part may repeat, and how much more ``actor`` may not know of."""
    desk = whole.matter.lead_unit
    assert desk is not None
    organ_id = desk.organ_id or desk.pk
    return queries.in_hand(actor, organ_id, title=title, lead_id=lead_id, due=due, but=[whole.pk])
