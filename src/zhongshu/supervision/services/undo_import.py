"""A whole import is undone: as long as nobody has acted on a row, it goes; where somebody has, it stays and says why."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel import reasons, writing
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters import services as matters
from zhongshu.matters.models import stream_of
from zhongshu.org import services as organs
from zhongshu.platform.journal import services as journal
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.notify import services as notify
from zhongshu.platform.numbering import services as numbering
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import queries
from zhongshu.supervision.models import Directive, ImportedRow, ImportState, LedgerImport, RowOutcome
from zhongshu.supervision.services.open import series_of
from zhongshu.supervision.services.settle import settle
from zhongshu.supervision.services.tell_taken import tell_of_undoing

BATCH = 500
"""Rows undone in one transaction: a fraction of a second, for nobody else writes meanwhile on SQLite."""


def undo_import(
    *, actor: Actor, import_id: int, reason: str, at: datetime, step: Callable[[int], None]
) -> LedgerImport:
    """Undo an import batch by batch; ``step`` is told how many rows were looked at, and may stop it."""
    begin_undoing(actor=actor, import_id=import_id, reason=reason, at=at)
    last = 0
    while True:
        seen = undo_imported_rows(actor=actor, import_id=import_id, after=last, at=at)
        if not seen:
            return end_undoing(actor=actor, import_id=import_id, at=at)
        last = seen[-1]
        step(len(seen))


@use_case("supervision.begin_undoing")
def begin_undoing(*, actor: Actor, import_id: int, reason: str, at: datetime) -> LedgerImport:
    """An import is to be undone, for a reason that will stand beside every number that becomes void."""
    ledger = queries.import_for_update(actor, import_id)
    if ledger.state not in (ImportState.DONE, ImportState.STOPPED, ImportState.UNDONE):
        raise Conflict("nothing_to_undo", _("这份台账没有导入，或者正在导入，不能撤销。"))
    ledger.undo_reason = reasons.given(reason, _("请写明撤销的理由。"))[:200]
    ledger.save(update_fields=["undo_reason"])
    notify.settle(subject=ledger.stream, at=at)
    facts = {"reason": ledger.undo_reason}
    journal.record(stream=ledger.stream, verb="supervision.undoing_begun", actor=actor, at=at, data=facts)
    return ledger


@use_case("supervision.undo_imported_rows")
def undo_imported_rows(*, actor: Actor, import_id: int, after: int, at: datetime) -> list[int]:
    """Undo the next rows of an import behind the row ``after``; the ids of those looked at.

    A matter of which the journal tells anything but its taking over stays, with the reason. The others are void:
    off all desks, out of the lists and the search, their numbers void with the reason, never given again.
    """
    ledger = queries.import_for_update(actor, import_id)
    rows = list(ledger.taken.filter(outcome=RowOutcome.TAKEN, pk__gt=after).order_by("pk")[:BATCH])
    touched = _touched(rows)
    free = [row for row in rows if row.matter_id not in touched]
    _void(ledger, free, actor=actor, at=at)
    _keep([row for row in rows if row.matter_id in touched], touched)
    facts = {"undone": len(free), "kept": len(touched)}
    journal.record(stream=ledger.stream, verb="supervision.rows_undone", actor=actor, at=at, data=facts)
    return [row.pk for row in rows]


def _touched(rows: Sequence[ImportedRow]) -> dict[int, str]:
    """The matters with which a person has done something since they came in, and who was the first.

    What the house does by itself overnight (rounds, reminders of lateness) binds nobody.
    """
    streams = {stream_of(row.matter_id or 0): row.matter_id or 0 for row in rows}
    later = Entry.objects.filter(stream__in=streams, seq__gt=1, actor_id__isnull=False).order_by("-seq")
    return {streams[stream]: name for stream, name in later.values_list("stream", "actor_name")}


def _keep(rows: Sequence[ImportedRow], touched: Mapping[int, str]) -> None:
    for row in rows:
        row.why = on_record("已有人办理（%(who)s），保留。") % {"who": touched[row.matter_id or 0]}
        row.save(update_fields=["why"])


def _void(ledger: LedgerImport, rows: Sequence[ImportedRow], *, actor: Actor, at: datetime) -> None:
    """Each moves to its end and is told of in its own journal; what is the same for all is stored at once."""
    found = Directive.objects.select_for_update(of=("self",)).select_related("matter", "matter__lead_unit")
    directives = list(found.filter(pk__in=[row.matter_id for row in rows]).order_by("pk"))
    for directive in directives:
        directive.move("undo_import")
    called_off = [directive.matter for directive in directives]
    matters.call_off(called_off, day=local_day(at), actor=actor, at=at)
    told = on_record("撤销台账导入：%(reason)s") % {"reason": ledger.undo_reason}
    texts, series = [one.number for one in called_off], series_of(ledger.organ)
    numbering.void_many(series, texts, reason=told[:200], actor=actor, at=at)
    facts = [(one.stream, {"reason": ledger.undo_reason}) for one in called_off]
    journal.record_many(facts, verb="supervision.import_undone", actor=actor, at=at)
    hanging = queries.hanging_on([one.pk for one in directives])
    for directive in (one for one in directives if one.pk in hanging):
        settle(directive, on_record("台账导入已撤销"), actor=actor, at=at)
    for row in rows:
        row.outcome = RowOutcome.UNDONE
    writing.update_alike(rows, ("outcome",))


@use_case("supervision.end_undoing")
def end_undoing(*, actor: Actor, import_id: int, at: datetime) -> LedgerImport:
    """All rows were looked at: undone as a whole, or, where some stay, still imported with those.

    Units are told what they need not do. Undone as a whole it has taught nothing either: the names of units
    explained for it are forgotten.
    """
    ledger = queries.import_for_update(actor, import_id)
    kept = ledger.taken.filter(outcome=RowOutcome.TAKEN).count()
    tell_of_undoing(ledger, at=at)
    ledger.state, ledger.ended_at = (ImportState.DONE if kept else ImportState.UNDONE), at
    ledger.save(update_fields=["state", "ended_at"])
    for alias in () if kept else queries.explained_for(ledger.pk):
        organs.forget_alias(actor=actor, alias=alias, at=at)
    facts = {"kept": kept}
    journal.record(stream=ledger.stream, verb="supervision.undoing_ended", actor=actor, at=at, data=facts)
    return ledger
