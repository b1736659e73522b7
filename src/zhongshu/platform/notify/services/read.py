from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel import statements
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.moments import told_moment
from zhongshu.kernel.refusals import NotFound
from zhongshu.platform.notify.models import Notice, Outgoing
from zhongshu.platform.notify.queries import reader


def mark_read(*, actor: Actor, notice_id: int, at: datetime) -> Notice:
    """The actor has seen this notice. Seeing is no act: it is not journalled."""
    notice = Notice.objects.filter(pk=notice_id, person_id=reader(actor)).first()
    if notice is None:
        raise NotFound("no_such_notice", _("没有这条消息。"))
    Notice.objects.filter(pk=notice_id, read_at__isnull=True).update(read_at=at)
    return notice


def mark_all_read(*, actor: Actor, at: datetime, up_to: int | None = None, weight: int | None = None) -> int:
    """All the actor has seen, up to the notice with id ``up_to`` (later ones he has not); how many."""
    unread = Notice.objects.filter(person_id=reader(actor), read_at__isnull=True)
    if up_to is not None:
        unread = unread.filter(pk__lte=up_to)
    if weight is not None:
        unread = unread.filter(weight=weight)
    return unread.update(read_at=at)


def settle(*, subject: str, at: datetime, person_id: int | None = None) -> int:
    """What ``subject`` asked for is done: its unread notices lapse, for one person or for all; how many."""
    whose = "" if person_id is None else " AND person_id = %s"
    asked: list[str | int] = [subject] if person_id is None else [subject, person_id]
    waiting, unread = Outgoing._meta.db_table, Notice._meta.db_table
    statements.done(f"DELETE FROM {waiting} WHERE subject = %s{whose}", asked)  # noqa: S608
    sql = f"UPDATE {unread} SET read_at = %s WHERE read_at IS NULL AND subject = %s{whose}"  # noqa: S608
    return statements.done(sql, [told_moment(at), *asked])


def settle_many(*, subjects: Sequence[str], at: datetime) -> int:
    """As ``settle`` of each for everybody."""
    Outgoing.objects.filter(subject__in=subjects).delete()
    return Notice.objects.filter(subject__in=subjects, read_at__isnull=True).update(read_at=at)
