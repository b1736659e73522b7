"""Units are told what a ledger taken over brought them and what its undoing took: one line each (rule D-26)."""

from collections import Counter, defaultdict
from datetime import datetime

from django.db.models import Count
from django.urls import reverse

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters.models import Assignment, Group, Outcome, Role
from zhongshu.org import queries as org
from zhongshu.platform.notify import services as notify
from zhongshu.supervision.models import LedgerImport

NAMED, TITLE = 5, 30
"""So many matters are named in a notice, so long their headings; its link lists them all."""


def tell_units(ledger: LedgerImport, *, at: datetime) -> None:
    """Tell each unit how many matters it got by the rows that came in at ``at``; part of the use case."""
    got: dict[int, Counter[str]] = defaultdict(Counter)
    held = Assignment.objects.filter(
        matter__imported_as__ledger_import=ledger, matter__group=Group.OPEN, opened_at=at
    ).exclude(holder_unit=None)
    for unit_id, role, count in held.values_list("holder_unit_id", "role").annotate(Count("pk")).order_by():
        got[unit_id or 0][role] += count
    for unit_id, counts in got.items():
        titles = held.filter(holder_unit_id=unit_id).order_by("pk").values_list("matter__title", flat=True)
        _tell(ledger, unit_id, counts, _named(list(titles[: NAMED + 1])), at=at)


def tell_of_undoing(ledger: LedgerImport, *, at: datetime) -> None:
    """Tell each unit what it need not do after all, since the ledger was undone; part of the use case."""
    taken = {"outcome": Outcome.WITHDRAWN, "matter__imported_as__ledger_import": ledger}
    taken |= {"done_at__gt": ledger.ended_at} if ledger.ended_at else {}
    held = Assignment.objects.filter(matter__group=Group.VOID, **taken).exclude(holder_unit=None)
    facts = {"name": ledger.file.name.rpartition(".")[0][:60], "reason": ledger.undo_reason}
    text = on_record("原台账《%(name)s》的导入已撤销（%(reason)s），本单位这%(count)s件不用办了：%(titles)s")
    for unit_id, count in held.values_list("holder_unit_id").annotate(Count("pk")).order_by():
        titles = held.filter(holder_unit_id=unit_id).order_by("pk").values_list("matter__title", flat=True)
        told = text % (facts | {"count": count, "titles": _named(list(titles[: NAMED + 1]))})
        _send(ledger, unit_id or 0, told, at=at)


def _named(titles: list[str]) -> str:
    """The first matters by their headings, cut short."""
    told = "、".join(title[:TITLE] + ("…" if len(title) > TITLE else "") for title in titles[:NAMED])
    return told + (on_record("等") if len(titles) > NAMED else "")


def _tell(ledger: LedgerImport, unit_id: int, counts: Counter[str], named: str, *, at: datetime) -> None:
    facts: dict[str, object] = {"name": ledger.file.name.rpartition(".")[0][:60], "titles": named}
    facts |= {"lead": counts[Role.LEAD], "support": counts[Role.SUPPORT]}
    text = (
        on_record("原台账《%(name)s》补录交办：本单位牵头%(lead)s件、配合%(support)s件，请签收：%(titles)s")
        if counts[Role.LEAD]
        else on_record("原台账《%(name)s》补录交办：本单位配合%(support)s件，请知悉：%(titles)s")
    )
    _send(ledger, unit_id, text % facts, at=at)


def _send(ledger: LedgerImport, unit_id: int, text: str, *, at: datetime) -> None:
    url = f"{reverse('supervision:ledger')}?imported={ledger.pk}"
    for person in org.receivers(unit_id, local_day(at)):
        notify.tell(person_id=person.pk, subject=ledger.stream, text=text, url=url, at=at)
