from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.matters import services as matters
from zhongshu.supervision.models import Directive, SlipWeight
from zhongshu.supervision.services import trail


def slip_undone(directive: Directive, actor: Actor, done_at: datetime, at: datetime) -> None:
    """The slip is proposed again where the ladder had proposed it; where a supervisor wrote it, it is no more."""
    directive.move("remind")
    slip = directive.slips.get(issued_at=done_at)
    matters.draw_in(directive.matter_id, origin="escalated", given_at=done_at)
    word = SlipWeight(slip.weight).label
    if slip.raised_at == done_at:
        slip.delete()
    else:
        slip.issued_at = slip.issued_by = None
        slip.save(update_fields=["issued_at", "issued_by"])
        slip.to.clear()
    trail.keep(directive, "slip_taken_back", actor=actor, at=at, slip=str(word))
