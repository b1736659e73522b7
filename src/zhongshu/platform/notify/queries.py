"""A person's inbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.paging import Page, decode_cursor, encode_cursor
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.notify.models import Digest, Notice, Weight

GROUP_CAP = 50
COUNT_CAP = 100


@dataclass(frozen=True, slots=True)
class Box:
    """Unread notices of one weight, newest first; ``more`` says that there are others."""

    weight: Weight
    notices: Sequence[Notice]
    more: bool


def reader(actor: Actor) -> int:
    """Whose inbox this actor opens: a stand-in opens that of the one stood in for; 0 for nobody's."""
    return actor.acting_for or actor.person_id or 0


def unread_count(actor: Actor) -> int:
    """How many unread notices wait, counted up to 100. Reads one partial index."""
    unread = Notice.objects.filter(person_id=reader(actor), read_at__isnull=True)
    return unread.order_by()[:COUNT_CAP].count()


def boxes(actor: Actor) -> list[Box]:
    """The unread, in three groups: asked of you, watched by you, for your information."""
    unread = Notice.objects.filter(person_id=reader(actor), read_at__isnull=True).order_by("-at", "-id")
    return [_box(weight, list(unread.filter(weight=weight)[: GROUP_CAP + 1])) for weight in Weight]


def _box(weight: Weight, found: list[Notice]) -> Box:
    return Box(weight, found[:GROUP_CAP], len(found) > GROUP_CAP)


def seen(actor: Actor, *, cursor: str = "", size: int = 25) -> Page[Notice]:
    """What was read already, newest first."""
    notices = Notice.objects.filter(person_id=reader(actor), read_at__isnull=False).order_by("-id")
    if cursor:
        notices = notices.filter(pk__lt=_id_in(cursor))
    rows = list(notices[: size + 1])
    more = len(rows) > size
    return Page(rows[:size], next_cursor=encode_cursor((rows[size - 1].pk,)) if more else "")


def digest_of(actor: Actor, day: date) -> Digest | None:
    """The digest of ``day``, if one was made."""
    return Digest.objects.filter(person_id=reader(actor), day=day).first()


def _id_in(cursor: str) -> int:
    key = decode_cursor(cursor)
    if len(key) != 1 or not isinstance(key[0], int):
        raise Refusal("bad_cursor", _("翻页地址不完整，请回到第一页。"))
    return key[0]
