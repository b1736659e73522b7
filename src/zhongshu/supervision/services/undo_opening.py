from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import Light, Outcome
from zhongshu.supervision.models import Decision, Directive, Finding
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.settle import settle


def opening_undone(directive: Directive, actor: Actor, done_at: datetime, at: datetime) -> None:
    """The matter ends again; the text it came from lies on its desk as before."""
    ended(directive, on_record("交办后随即撤回"), actor, at)
    trail.keep(directive, "opening_taken_back", actor=actor, at=at)
    if directive.intake and directive.intake.confirmed_at:
        directive.intake.confirmed_at = None
        directive.intake.save(update_fields=["confirmed_at"])
        Finding.objects.filter(intake=directive.intake).update(
            decision=Decision.PENDING, directive=None, reason=""
        )


def ended(directive: Directive, why: str, actor: Actor, at: datetime) -> None:
    """What was opened a moment ago ends, on nobody's desk; part of taking it back."""
    directive.move("terminate")
    directive.matter.closed_at, directive.matter.light = at, Light.GREY
    matters.finish_all(directive.matter, actor=actor, at=at, outcome=Outcome.WITHDRAWN, opinion=why)
    settle(directive, why, actor=actor, at=at)
