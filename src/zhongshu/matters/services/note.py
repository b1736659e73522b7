from collections.abc import Mapping

from zhongshu.matters.models import Group, TallyChange
from zhongshu.matters.tallies.keys import Key


def note(organ_id: int, kind: str, amounts: Mapping[Key, int]) -> None:
    """Note one more under each key of a measure that a floor above keeps, with what it adds to its sum."""
    TallyChange.objects.bulk_create(
        TallyChange(
            measure=key.measure, organ_id=organ_id, kind=kind, unit_id=key.unit_id, group=Group.CLOSED,
            state=key.code, due=key.day, n=1, amount=amount,
        )
        for key, amount in amounts.items()
    )  # fmt: skip
