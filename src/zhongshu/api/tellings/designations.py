"""Designations as answers."""

from zhongshu.api.schemas import designations as told
from zhongshu.api.tellings.named import units_named
from zhongshu.inspections.models import Designation

_DESIGNATION = (
    "id", "organ_id", "unit_id", "matter", "scope", "duty", "starts_on", "ends_on", "paper", "given_at",
    "withdrawn_at", "withdrawn_because",
)  # fmt: skip


def designation(one: Designation) -> told.Designation:
    """A designation with the units that it is for."""
    words = {name: getattr(one, name) for name in _DESIGNATION}
    return told.Designation(**words, units=units_named(one.units.all()))
