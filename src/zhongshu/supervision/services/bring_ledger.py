from collections.abc import Mapping
from datetime import datetime
from typing import IO

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.org import queries as org
from zhongshu.platform.files import queries as files
from zhongshu.platform.files import services as filing
from zhongshu.platform.files.models import File
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import together, use_case
from zhongshu.supervision import policies
from zhongshu.supervision.imports import understood
from zhongshu.supervision.models import LedgerImport
from zhongshu.supervision.services.map_ledger import map_ledger


def bring_file(
    *,
    actor: Actor,
    stream: IO[bytes],
    name: str,
    unit_id: int,
    columns: Mapping[str, str],
    first_leads: bool,
    origin: str,
    approver_id: int,
    basis: str,
    at: datetime,
) -> LedgerImport:
    """Store the file of a ledger, bring it in and say what its columns are, all or nothing: a Refusal leaves no file.

    Without ``basis`` the one offered is taken.
    """
    with together(actor=actor, at=at, name=name, columns=columns, basis=basis):
        file = filing.store(actor=actor, stream=stream, name=name, at=at)
        ledger = bring_ledger(actor=actor, unit_id=unit_id, file=file, at=at)
        return map_ledger(
            actor=actor,
            import_id=ledger.pk,
            columns=columns,
            first_leads=first_leads,
            origin=origin,
            approver_id=approver_id,
            basis=basis or ledger.basis,
            at=at,
        )


@use_case("supervision.bring_ledger")
def bring_ledger(*, actor: Actor, unit_id: int, file: File, at: datetime) -> LedgerImport:
    """Bring in the file of a ledger kept elsewhere: its columns are understood, nothing is registered yet.

    A Refusal if the file is no table or has no matters.
    """
    unit = org.unit(unit_id)
    organ = unit.organ or unit
    policies.may_supervise(actor, organ.pk).require()
    tables = understood(files.path_of(file.blob))
    ledger = LedgerImport.objects.create(
        organ=organ,
        unit=unit,
        file=file,
        understood=tables,
        basis=on_record("沿用原台账《%(name)s》") % {"name": file.name.rpartition(".")[0][:150]},
        brought_by_id=actor.in_name_of,
        at=at,
    )
    facts = {"name": file.name, "tables": len(tables)}
    journal.record(stream=ledger.stream, verb="supervision.ledger_brought", actor=actor, at=at, data=facts)
    return ledger
