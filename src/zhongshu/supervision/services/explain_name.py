from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.org import services as organs
from zhongshu.org.models import Unit, UnitAlias
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import queries


@use_case("supervision.explain_name")
def explain_name(*, actor: Actor, import_id: int, unit_id: int, name: str, at: datetime) -> UnitAlias:
    """From now on ``name``, as a ledger has it, is read as the unit. Conflict if it is another unit's name.

    It stands among the learnt names and is revoked there.
    """
    ledger = queries.import_for_update(actor, import_id)
    unit = Unit.objects.select_for_update().get(pk=unit_id)
    source = queries.taught_by_ledger(ledger.pk)
    alias = organs.note_alias(actor=actor, unit=unit, name=name, source=source, at=at)
    facts = {"alias": alias.name, "unit": unit.name}
    journal.record(stream=ledger.stream, verb="supervision.alias_learnt", actor=actor, at=at, data=facts)
    return alias
