from datetime import datetime

from zhongshu.finance import policies, queries
from zhongshu.kernel.actors import Actor
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.take_evidence")
def take_evidence(*, actor: Actor, decision_id: int, at: datetime) -> File:
    """Let somebody who watches large items, or knows of one that rests on the decision, have its minutes; journalled."""
    decision = queries.decision(actor, decision_id)
    policies.may_see_evidence(actor, decision, knows=queries.knows_of(actor, decision)).require()
    stream = f"organ-money:{decision.organ_id}"
    files.note_download(actor=actor, file=decision.evidence, stream=stream, at=at)
    return decision.evidence
