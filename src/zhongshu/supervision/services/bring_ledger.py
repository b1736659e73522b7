from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.platform.files import queries as files
from zhongshu.platform.files.models import File
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies
from zhongshu.supervision.imports import understood
from zhongshu.supervision.models import LedgerImport


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
        basis=_("沿用原台账《%(name)s》") % {"name": file.name.rpartition(".")[0][:150]},
        brought_by_id=actor.in_name_of,
        at=at,
    )
    facts = {"name": file.name, "tables": len(tables)}
    journal.record(stream=ledger.stream, verb="supervision.ledger_brought", actor=actor, at=at, data=facts)
    return ledger
