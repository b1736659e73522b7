from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import Link, LinkKind
from zhongshu.platform.notify import services as notify
from zhongshu.supervision import queries
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.undo_opening import ended


def instruction_undone(directive: Directive, actor: Actor, done_at: datetime, at: datetime) -> None:
    """It lies before nobody any more; each matter that its lines registered ends."""
    directive.move("instruct")
    why = on_record("批示后随即撤回")
    matters.withdraw(directive.matter, given_at=done_at, actor=actor, at=at, opinion=why)
    trail.keep(directive, "instruction_taken_back", actor=actor, at=at)
    arisen = Link.objects.filter(target_id=directive.pk, kind=LinkKind.ARISES_FROM, at=done_at)
    for source_id in arisen.order_by("source_id").values_list("source_id", flat=True):
        registered = queries.for_update(actor, source_id)
        notify.recall(subject=registered.matter.stream, told_at=done_at, at=at)
        ended(registered, why, actor, at)
        trail.keep(registered, "opening_taken_back", actor=actor, at=at)
