"""Rows of a ledger kept elsewhere become matters (补录): in batches, each one transaction, each row once."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from django.utils.translation import gettext as _

from zhongshu.kernel import writing
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters import services as matters
from zhongshu.matters.models import Matter
from zhongshu.platform.journal import services as journal
from zhongshu.platform.numbering import services as numbering
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import queries, rules
from zhongshu.supervision.imports import Line, lines_of
from zhongshu.supervision.models import ImportedRow, ImportState, LedgerImport, RowOutcome
from zhongshu.supervision.services.open import series_of
from zhongshu.supervision.services.taking_over import Taken, facts_of, taken_from
from zhongshu.supervision.services.tell_taken import tell_units

BATCH = 500
Step = Callable[[int], None]


def import_ledger(
    *, actor: Actor, import_id: int, at: datetime, step: Step, size: int = BATCH
) -> LedgerImport:
    """Take over every row of a ledger, batch by batch; ``step`` is told how many rows are done, and may stop it.

    Begun again after a stop it goes on where it was: rows already taken over are passed by.
    """
    ledger = begin_import(actor=actor, import_id=import_id, at=at)
    lines, done = lines_of(ledger, local_day(at)), False
    try:
        for batch in _batches(lines, size):
            import_ledger_rows(actor=actor, import_id=import_id, lines=batch, at=at)
            step(len(batch))
        done = True
    finally:
        ledger = end_import(actor=actor, import_id=import_id, done=done, at=at)
    return ledger


def _batches(lines: Iterator[Line], size: int) -> Iterator[tuple[Line, ...]]:
    while batch := tuple(islice(lines, size)):
        yield batch


def may_begin(ledger: LedgerImport) -> None:
    """Refuse what cannot be imported: what is over, and what lacks approver or basis (D-01)."""
    if ledger.state in (ImportState.DONE, ImportState.UNDONE):
        hint = _("要重新导入，请先撤销这次导入，再上传一次。")
        raise Conflict("import_is_over", _("这份台账已经导入过了。"), hint=hint)
    rules.D_01_docketing(approver_id=ledger.approver_id, basis=ledger.basis).require()


@use_case("supervision.begin_import")
def begin_import(*, actor: Actor, import_id: int, at: datetime) -> LedgerImport:
    """The import begins. Refuses without approver and basis for the whole (D-01), and when it is over."""
    ledger = queries.import_for_update(actor, import_id)
    may_begin(ledger)
    ledger.state = ImportState.RUNNING
    ledger.save(update_fields=["state"])
    journal.record(stream=ledger.stream, verb="supervision.import_begun", actor=actor, at=at)
    return ledger


@use_case("supervision.import_ledger_rows")
def import_ledger_rows(*, actor: Actor, import_id: int, lines: Sequence[Line], at: datetime) -> int:
    """Take over some rows of a ledger, each with the state that it says it has; how many came in.

    What is still to be done is docketed and handed to its units, who sign for it; what is finished or dropped enters
    as closed out or terminated, without evidence of ours and marked as taken over. A row whose file and place are
    already in force is passed by; one with mistakes is kept with its reasons.
    """
    ledger = queries.import_for_update(actor, import_id)
    fresh = _not_yet_taken(ledger, lines)
    good = [line for line in fresh if not line.mistakes]
    taken = [taken_from(line, ledger, actor=actor, at=at) for line in good]
    series, year = series_of(ledger.organ), local_day(at).year
    numbers = numbering.next_numbers(series, year, len(taken), actor=actor, at=at)
    for one, number in zip(taken, numbers, strict=True):
        one.arrival.matter.number = number.text
    _store(ledger, taken, actor=actor, at=at)
    _note_rows(ledger, good, [one.arrival.matter for one in taken])
    _note_rows(ledger, [line for line in fresh if line.mistakes], [])
    told = {"taken": len(taken), "refused": len(fresh) - len(taken), "passed": len(lines) - len(fresh)}
    journal.record(stream=ledger.stream, verb="supervision.rows_imported", actor=actor, at=at, data=told)
    return len(taken)


def _not_yet_taken(ledger: LedgerImport, lines: Sequence[Line]) -> list[Line]:
    """Those not in force yet; what an earlier turn of this import had refused of them is looked at anew."""
    places = {(line.matter.sheet[:80], line.matter.row) for line in lines}
    noted = ImportedRow.objects.filter(row__in={row for _sheet, row in places}).values_list(
        "sheet", "row", "pk"
    )
    taken = noted.filter(organ_id=ledger.organ_id, digest=ledger.file.blob.sha256, outcome=RowOutcome.TAKEN)
    refused = noted.filter(ledger_import=ledger, outcome=RowOutcome.REFUSED)
    again = [pk for sheet, row, pk in refused if (sheet, row) in places]
    ImportedRow.objects.filter(pk__in=again).delete()
    there = {(sheet, row) for sheet, row, _pk in taken}
    return [line for line in lines if (line.matter.sheet[:80], line.matter.row) not in there]


def _store(ledger: LedgerImport, taken: Sequence[Taken], *, actor: Actor, at: datetime) -> None:
    matters.take_in([one.arrival for one in taken], actor=actor, at=at)
    for one in taken:
        one.directive.matter = one.arrival.matter
    writing.insert_unnamed([one.directive for one in taken])
    told = [(one.arrival.matter.stream, facts_of(one, ledger)) for one in taken]
    journal.record_many(told, verb="supervision.taken_over", actor=actor, at=at)


def _note_rows(ledger: LedgerImport, lines: Sequence[Line], made: Sequence[Matter]) -> None:
    """Keep what became of each row; without ``made`` they are refused."""
    writing.insert_unnamed(
        [
            ImportedRow(
                ledger_import=ledger,
                organ_id=ledger.organ_id,
                digest=ledger.file.blob.sha256,
                sheet=line.matter.sheet[:80],
                row=line.matter.row,
                matter=made[place] if made else None,
                outcome=RowOutcome.TAKEN if made else RowOutcome.REFUSED,
                why="" if made else "".join(line.mistakes)[:300],
            )
            for place, line in enumerate(lines)
        ]
    )


@use_case("supervision.end_import")
def end_import(*, actor: Actor, import_id: int, done: bool, at: datetime) -> LedgerImport:
    """The import has come to its end, or was stopped on the way (``done`` false): what came in stays.

    Each unit that got something to do is told once, however many rows it got (rule D-26).
    """
    ledger = queries.import_for_update(actor, import_id)
    ledger.state = ImportState.DONE if done else ImportState.STOPPED
    ledger.ended_at, ledger.rows = at, ledger.taken.count()
    ledger.save(update_fields=["state", "ended_at", "rows"])
    facts = {"done": done, "rows": ledger.rows}
    journal.record(stream=ledger.stream, verb="supervision.import_ended", actor=actor, at=at, data=facts)
    tell_units(ledger, at=at)
    return ledger
