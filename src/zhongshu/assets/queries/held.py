"""What people and units hold, as the organisation asks it before somebody leaves or a unit is closed."""

from django.db.models import QuerySet

from zhongshu.assets.models import Asset, State


def held_by_person(person_id: int) -> int:
    """How many assets a person answers for."""
    return _standing().filter(keeper_id=person_id).count()


def held_by_unit(unit_id: int) -> int:
    """How many assets a unit uses."""
    return _standing().filter(unit_id=unit_id).count()


def _standing() -> QuerySet[Asset]:
    return Asset.objects.exclude(state=State.DISPOSED)
