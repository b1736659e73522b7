"""What every verb of supervision does at its end: keep the row, write the trail, tell people."""

from datetime import datetime

from django.urls import reverse

from zhongshu.kernel import writing
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters import services as matters
from zhongshu.matters.models import stream_of
from zhongshu.platform.journal import services as journal
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.notify import services as notify
from zhongshu.platform.usecases.changes import save_changes
from zhongshu.supervision import queries, waiting
from zhongshu.supervision.models import Directive, Hand, Paper

WRITTEN_BACK = frozenset(
    {
        "dispatched",
        "objected",
        "reported",
        "completed",
        "accepted",
        "returned",
        "closed_out",
        "transferred",
        "terminated",
        "suspended",
        "resumed",
    }
)


def keep(
    directive: Directive,
    verb: str,
    after: Entry | None = None,
    /,
    *,
    actor: Actor,
    at: datetime,
    **facts: object,
) -> Entry:
    """Save the matter and its directive, and write ``verb`` into the journal.

    What the matter waits for from now on follows from the act itself.
    """
    matter = directive.matter
    matter.waits_for = waiting.waits_for(directive, verb)
    if waiting.moves(verb):
        matter.moved_on = local_day(at)
    save_changes(matter)
    save_changes(directive)
    return record(directive, verb, after, actor=actor, at=at, **facts)


def record(
    directive: Directive,
    verb: str,
    after: Entry | None = None,
    /,
    *,
    actor: Actor,
    at: datetime,
    **facts: object,
) -> Entry:
    """Write ``verb`` into the journal of the matter; what it asked of this actor is thereby done.

    ``after`` as for ``journal.record``.
    """
    asked_before = (
        directive.matter.opened_at != at
    )  # one opened in this very act has asked nothing of anybody
    for seat in actor.seats if asked_before else ():
        notify.settle(subject=directive.matter.stream, person_id=seat, at=at)
    entry = journal.record(
        stream=directive.matter.stream,
        verb=f"supervision.{verb}",
        actor=actor,
        at=at,
        data=facts,
        after=after,
    )
    if directive.matter.parent_id and verb in WRITTEN_BACK:
        _write_back(directive, verb, actor=actor, at=at)
    return entry


def _write_back(directive: Directive, verb: str, *, actor: Actor, at: datetime) -> None:
    """What comes of a part is told in the timeline of the whole, and carries it on."""
    matter = directive.matter
    text = directive.feedback if verb in ("completed", "accepted") else directive.last_progress
    told = {"number": matter.number, "title": matter.title, "unit": str(matter.lead_unit or ""), "did": verb}
    data = {**told, "text": text if verb in ("reported", "completed", "accepted") else ""}
    for above in queries.wholes_above(matter):
        matters.moved(above, local_day(at))
        stream = stream_of(above)
        journal.record(stream=stream, verb="supervision.part_moved", actor=actor, at=at, data=data)


def had_a_hand(directive: Directive, actor: Actor, *, at: datetime) -> None:
    """Remember that every seat taken in this act carried the matter out (law 3)."""
    hands = [Hand(directive=directive, person_id=person_id, at=at) for person_id in sorted(actor.seats)]
    writing.insert_unless_there(hands)


def address(directive: Directive) -> str:
    """Where the matter is shown."""
    return reverse("supervision:directive", args=[directive.pk])


def paper_address(paper: Paper) -> str:
    """Where a paper is shown."""
    return reverse("supervision:paper", args=[paper.pk])
