"""What people and units hold, as the organisation asks it before somebody leaves or a unit is closed."""

from django.db.models import Q, QuerySet

from zhongshu.assets.models import Asset, Move, State, Stocktake, Way


def held_by_person(person_id: int) -> int:
    """How many assets a person answers for."""
    return _standing().filter(keeper_id=person_id).count()


def held_by_unit(unit_id: int) -> int:
    """How many assets a unit uses."""
    return _standing().filter(unit_id=unit_id).count()


def parts_of_person(person_id: int) -> int:
    """In how many open slips of hand-over and stocktakes a person is still to sign, count, decide or keep."""
    signs = Q(giver=person_id, giver_signed_at__isnull=True) | Q(keeper=person_id)
    slips = Move.objects.filter(signs, matter__closed_at__isnull=True, way=Way.HAND_OVER)
    takes_part = Q(counters=person_id) | Q(approver=person_id) | Q(lines__keeper=person_id)
    rounds = Stocktake.objects.filter(takes_part, matter__closed_at__isnull=True).distinct()
    return slips.count() + rounds.count()


def _standing() -> QuerySet[Asset]:
    return Asset.objects.exclude(state=State.DISPOSED)
