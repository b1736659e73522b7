"""Units are told what a ledger taken over brought them: one line each, whatever the number of rows (rule D-26)."""

from collections import Counter, defaultdict
from datetime import datetime

from django.db.models import Count
from django.urls import reverse

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters.models import Assignment, Group, Role
from zhongshu.org import queries as org
from zhongshu.platform.notify import services as notify
from zhongshu.supervision.models import LedgerImport


def tell_units(ledger: LedgerImport, *, at: datetime) -> None:
    """Tell each unit how many matters it got by the rows that came in at ``at``; part of the use case."""
    got: dict[int, Counter[str]] = defaultdict(Counter)
    held = Assignment.objects.filter(
        matter__imported_as__ledger_import=ledger, matter__group=Group.OPEN, opened_at=at
    ).exclude(holder_unit=None)
    for unit_id, role, count in held.values_list("holder_unit_id", "role").annotate(Count("pk")).order_by():
        got[unit_id or 0][role] += count
    for unit_id, counts in got.items():
        _tell(ledger, unit_id, counts, at=at)


def _tell(ledger: LedgerImport, unit_id: int, counts: Counter[str], *, at: datetime) -> None:
    facts: dict[str, object] = {"name": ledger.file.name.rpartition(".")[0]}
    facts |= {"lead": counts[Role.LEAD], "support": counts[Role.SUPPORT]}
    text = (
        on_record("原台账《%(name)s》补录交办：本单位牵头%(lead)s件、配合%(support)s件，请签收")
        if counts[Role.LEAD]
        else on_record("原台账《%(name)s》补录交办：本单位配合%(support)s件，请知悉")
    )
    url = reverse("supervision:ledger") + ("?scope=ours" if counts[Role.LEAD] else "")
    for person in org.receivers(unit_id, local_day(at)):
        notify.tell(person_id=person.pk, subject=ledger.stream, text=text % facts, url=url, at=at)
