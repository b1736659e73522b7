from collections.abc import Mapping
from datetime import datetime
from typing import Any

from zhongshu.kernel.actors import Actor
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import queries
from zhongshu.supervision.models import LedgerImport


@use_case("supervision.keep_trial")
def keep_trial(*, actor: Actor, import_id: int, tried: Mapping[str, Any], at: datetime) -> LedgerImport:
    """Keep what the dry run of a long ledger found, to be shown until its columns are said anew."""
    ledger = queries.import_for_update(actor, import_id)
    ledger.tried = dict(tried)
    ledger.save(update_fields=["tried"])
    facts = {"rows": tried["rows"], "wrong": tried["wrong"]}
    journal.record(stream=ledger.stream, verb="supervision.ledger_tried", actor=actor, at=at, data=facts)
    return ledger
