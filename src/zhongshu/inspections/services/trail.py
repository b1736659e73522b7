"""What every verb of inspections does at its end: keep the row, write the trail."""

from datetime import datetime

from django.urls import reverse

from zhongshu.inspections.models import Conclusion, Inspection
from zhongshu.kernel.actors import Actor
from zhongshu.matters import services as matters


def keep(one: Inspection | Conclusion, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Save an inspection or a conclusion with its matter, settle what was asked of the actor, write ``verb``."""
    matters.keep(one, f"inspections.{verb}", actor=actor, at=at, **facts)


def address(inspection: Inspection) -> str:
    """Where an inspection is shown."""
    return reverse("inspections:inspection", args=[inspection.pk])


def conclusion_address(conclusion: Conclusion) -> str:
    """Where a conclusion is shown."""
    return reverse("inspections:conclusion", args=[conclusion.pk])
