"""What every verb of supervision does at its end: keep the row, write the trail, tell people."""

from datetime import datetime

from django.urls import reverse

from zhongshu.kernel.actors import Actor
from zhongshu.platform.journal import services as journal
from zhongshu.platform.notify import services as notify
from zhongshu.platform.usecases.changes import save_changes
from zhongshu.supervision.models import Directive, Hand


def keep(directive: Directive, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Save the matter and its directive, and write ``verb`` into the journal."""
    save_changes(directive.matter)
    save_changes(directive)
    record(directive, verb, actor=actor, at=at, **facts)


def record(directive: Directive, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Write ``verb`` into the journal of the matter; what it asked of this actor is thereby done."""
    asked_before = (
        directive.matter.opened_at != at
    )  # one opened in this very act has asked nothing of anybody
    for seat in actor.seats if asked_before else ():
        notify.settle(subject=directive.matter.stream, person_id=seat, at=at)
    journal.record(stream=directive.matter.stream, verb=f"supervision.{verb}", actor=actor, at=at, data=facts)


def had_a_hand(directive: Directive, actor: Actor, *, at: datetime) -> None:
    """Remember that every seat taken in this act carried the matter out (law 3)."""
    hands = [Hand(directive=directive, person_id=person_id, at=at) for person_id in sorted(actor.seats)]
    Hand.objects.bulk_create(hands, ignore_conflicts=True)


def address(directive: Directive) -> str:
    """Where the matter is shown."""
    return reverse("supervision:directive", args=[directive.pk])
