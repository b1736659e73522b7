"""A person's inbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.kernel.prepared import prepared
from zhongshu.platform.notify.models import Digest, Notice, Weight

GROUP_CAP = 50
COUNT_CAP = 100
NEWEST = 4


@dataclass(frozen=True, slots=True)
class Box:
    """Unread notices of one weight, newest first; ``more`` says that there are others."""

    weight: Weight
    notices: Sequence[Notice]
    more: bool


def reader(actor: Actor) -> int:
    """Whose inbox this actor opens: a stand-in opens that of the one stood in for; 0 for nobody's."""
    return actor.in_name_of or 0


def unread_count(actor: Actor) -> int:
    """How many unread notices wait, counted up to 100. Reads one partial index."""
    return len(_unread(reader(actor)))


@prepared
def _unread(person_id: int) -> QuerySet[Notice, int]:
    unread = Notice.objects.filter(person_id=person_id, read_at__isnull=True)
    return unread.values_list("pk", flat=True)[:COUNT_CAP]


@prepared
def newest_unread(person_id: int) -> QuerySet[Notice]:
    """The few newest unread notices of a person."""
    return Notice.objects.filter(person_id=person_id, read_at__isnull=True).order_by("-at")[:NEWEST]


def boxes(actor: Actor) -> list[Box]:
    """The unread, in three groups: asked of you, watched by you, for your information."""
    unread = Notice.objects.filter(person_id=reader(actor), read_at__isnull=True).order_by("-at", "-id")
    return [_box(weight, list(unread.filter(weight=weight)[: GROUP_CAP + 1])) for weight in Weight]


def _box(weight: Weight, found: list[Notice]) -> Box:
    return Box(weight, found[:GROUP_CAP], len(found) > GROUP_CAP)


def seen(actor: Actor, *, cursor: str = "", before: str = "", size: int = 25) -> Page[Notice]:
    """What was read already, newest first."""
    notices = Notice.objects.filter(person_id=reader(actor), read_at__isnull=False)
    return ordered(notices, newest_first=True, id=int).page(after=cursor, before=before, size=size)


def digest_of(actor: Actor, day: date) -> Digest | None:
    """The digest of ``day``, if one was made."""
    return Digest.objects.filter(person_id=reader(actor), day=day).first()
