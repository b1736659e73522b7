"""Ledgers brought in, and what became of their rows."""

from collections import Counter

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.kernel.refusals import NotFound
from zhongshu.supervision.models import ImportedRow, LedgerImport


def import_for(actor: Actor, import_id: int) -> LedgerImport:
    """An import into an organ for which ``actor`` supervises; else 404."""
    return _one(
        LedgerImport.objects.select_related("file__blob", "organ", "unit", "approver"), actor, import_id
    )


def import_for_update(actor: Actor, import_id: int) -> LedgerImport:
    """As ``import_for``, with the row locked."""
    rows = LedgerImport.objects.select_for_update(of=("self",)).select_related("file__blob", "organ", "unit")
    return _one(rows, actor, import_id)


def _one(rows: QuerySet[LedgerImport], actor: Actor, import_id: int) -> LedgerImport:
    found = rows.filter(pk=import_id).first()
    if found is None or not (actor.is_system or actor.has_duty("supervise", found.organ_id)):
        raise NotFound("no_such_import", _("没有这份台账，或者它不归您办理。"))
    return found


def imports(actor: Actor, *, cursor: str = "", before: str = "", size: int = 25) -> Page[LedgerImport]:
    """Ledgers brought in for the organs that ``actor`` supervises, newest first."""
    found = LedgerImport.objects.filter(organ_id__in=actor.organs_with("supervise"))
    rows = found.select_related("file", "brought_by").defer("understood", "columns")
    return ordered(rows, newest_first=True, id=int).page(after=cursor, before=before, size=size)


def outcomes(ledger: LedgerImport) -> Counter[str]:
    """How many rows had which outcome."""
    rows = ledger.taken.values("outcome").annotate(n=Count("pk")).order_by()
    return Counter({row["outcome"]: row["n"] for row in rows})


def refused_rows(ledger: LedgerImport, *, limit: int = 300) -> list[ImportedRow]:
    """The first rows that did not come in or stayed when the rest was undone, each with its reason."""
    return list(ledger.taken.exclude(why="").select_related("matter").order_by("pk")[:limit])
