from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.files import queries as files
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import queries
from zhongshu.supervision.imports import placed, understood
from zhongshu.supervision.ledgers import Heads, Part
from zhongshu.supervision.models import ImportState, LedgerImport


@use_case("supervision.map_ledger")
def map_ledger(
    *,
    actor: Actor,
    import_id: int,
    columns: Mapping[str, str],
    first_leads: bool,
    origin: str,
    approver_id: int | None,
    basis: str,
    at: datetime,
    heads: Heads | None = None,
) -> LedgerImport:
    """Say what the columns are, and on whose approval and basis the rows are taken over. Before the import only.

    ``heads``    the rows of the headings by sheet, counted from 1; where they change, what was said of the sheet's
                 columns is forgotten and they are understood anew. None leaves them as they are.
    ``columns``  part by place, ``{"台账!C": "task"}``; those not named stay as understood, one that no table has is refused.
    """
    ledger = queries.import_for_update(actor, import_id)
    if ledger.state not in (ImportState.READ, ImportState.STOPPED):
        raise Conflict("import_has_begun", _("这份台账已经导入，不能再改对应关系。"))
    if heads is not None:
        columns = _read_anew(ledger, heads, columns)
    unknown = set(columns.values()) - {part.value for part in Part}
    if unknown:
        raise Refusal("no_such_part", _("没有“%(part)s”这种列。") % {"part": "、".join(sorted(unknown))})
    placed(columns, ledger.understood)
    ledger.columns, ledger.first_leads, ledger.origin = dict(columns), first_leads, origin
    ledger.approver_id, ledger.basis, ledger.tried = approver_id, basis.strip(), {}
    ledger.save(
        update_fields=[
            "heads",
            "understood",
            "columns",
            "first_leads",
            "origin",
            "approver_id",
            "basis",
            "tried",
        ]
    )
    facts = {"columns": len(columns)}
    journal.record(stream=ledger.stream, verb="supervision.ledger_mapped", actor=actor, at=at, data=facts)
    return ledger


def _read_anew(ledger: LedgerImport, heads: Heads, columns: Mapping[str, str]) -> dict[str, str]:
    """Take the headings from the rows named; returns what was said of columns whose sheet is read as before."""
    told = {sheet: list(rows) for sheet, rows in heads.items()}
    moved = {sheet for sheet in {*told, *ledger.heads} if told.get(sheet) != ledger.heads.get(sheet)}
    if moved:
        ledger.understood, ledger.heads = understood(files.path_of(ledger.file.blob), heads), told
    return {place: part for place, part in columns.items() if place.split("!")[0] not in moved}
