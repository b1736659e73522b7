from collections.abc import Iterable

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Group, Link, LinkKind, Matter
from zhongshu.supervision.models import KIND


def supervised(actor: Actor, ids: Iterable[int]) -> dict[int, list[Matter]]:
    """The supervised matters that see each of the claims, contracts and projects ``ids`` through, as far as ``actor`` knows."""
    known = Matter.objects.visible_to(actor).filter(kind=KIND).exclude(group=Group.VOID)
    rows = Link.objects.filter(target_id__in=set(ids), kind=LinkKind.RELATES_TO, source__in=known)
    found: dict[int, list[Matter]] = {}
    for link in rows.select_related("source").order_by("pk"):
        found.setdefault(link.target_id, []).append(link.source)
    return found


def to_be_tied(actor: Actor, number: str) -> Matter | None:
    """The supervised matter of that number that ``actor`` may know of."""
    rows = Matter.objects.visible_to(actor).filter(kind=KIND)
    return rows.filter(number=number.strip()).first()
