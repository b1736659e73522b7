"""Units by their names."""

from collections.abc import Iterable

from zhongshu.api.schemas.named import Named
from zhongshu.org.models import Unit


def unit_named(unit: Unit) -> Named:
    """A unit by its short name."""
    return Named(id=unit.pk, name=unit.short_name)


def units_named(units: Iterable[Unit]) -> list[Named]:
    """Several."""
    return [unit_named(unit) for unit in units]
