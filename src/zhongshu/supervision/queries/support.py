from collections import defaultdict
from collections.abc import Sequence

from zhongshu.matters.models import Assignment, Outcome, Role
from zhongshu.org import queries as org

GONE = (Outcome.WITHDRAWN, Outcome.HANDED_OVER, Outcome.OBJECTED)


def support_of(ids: Sequence[int]) -> dict[int, str]:
    """The units that support each matter, as one text."""
    held = Assignment.objects.filter(matter_id__in=ids, role=Role.SUPPORT).exclude(outcome__in=GONE)
    units: dict[int, list[int]] = defaultdict(list)
    for matter_id, unit_id in held.order_by("pk").values_list("matter_id", "holder_unit_id"):
        if unit_id:
            units[matter_id].append(unit_id)
    names = org.short_names(sorted({unit for some in units.values() for unit in some}))
    return {matter: "、".join(dict.fromkeys(names[u] for u in some)) for matter, some in units.items()}
