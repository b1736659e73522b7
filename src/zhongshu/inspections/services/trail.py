"""What every verb of inspections does at its end: keep the row, write the trail."""

from datetime import datetime

from django.urls import reverse

from zhongshu.inspections.models import Conclusion, Inspection
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters.models import Group, Light, Matter, Waits
from zhongshu.platform.journal import services as journal
from zhongshu.platform.notify import services as notify
from zhongshu.platform.usecases.changes import save_changes


def keep(one: Inspection | Conclusion, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Save an inspection or a conclusion with its matter, settle what was asked of the actor, write ``verb``."""
    matter = one.matter
    matter.moved_on = local_day(at)
    if matter.group != Group.OPEN and matter.closed_at is None:
        _close(matter, at)
    save_changes(matter)
    save_changes(one)
    for seat in actor.seats:
        notify.settle(subject=matter.stream, person_id=seat, at=at)
    journal.record(stream=matter.stream, verb=f"inspections.{verb}", actor=actor, at=at, data=facts)


def _close(matter: Matter, at: datetime) -> None:
    matter.closed_at, matter.light, matter.waits_for = at, Light.GREY, Waits.NONE


def address(inspection: Inspection) -> str:
    """Where an inspection is shown."""
    return reverse("inspections:inspection", args=[inspection.pk])


def conclusion_address(conclusion: Conclusion) -> str:
    """Where a conclusion is shown."""
    return reverse("inspections:conclusion", args=[conclusion.pk])
