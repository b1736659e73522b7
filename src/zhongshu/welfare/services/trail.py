"""What every verb of a case does at its end: keep the row, write the trail."""

from datetime import datetime

from django.urls import reverse

from zhongshu.kernel.actors import Actor
from zhongshu.matters import services as matters
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.changes import save_changes
from zhongshu.welfare.models import Case


def keep(case: Case, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Save a case with its matter, settle what was asked of the actor, write ``verb``."""
    matters.keep(case, f"welfare.{verb}", actor=actor, at=at, **facts)


def address(case: Case) -> str:
    """Where a case is shown."""
    return reverse("welfare:case", args=[case.pk])


def moved(case: Case, *, actor: Actor, at: datetime, told: bool, **facts: object) -> None:
    """Save where the date of a case went; ``told`` in its trail where the day is another."""
    save_changes(case.matter)
    save_changes(case)
    if told:
        journal.record(stream=case.matter.stream, verb="welfare.redated", actor=actor, at=at, data=facts)
