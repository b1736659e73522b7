"""What acts of a few seconds ago leave behind when nobody has been told of them yet; parts of ``take_back``."""

from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import Light, Link, LinkKind, Outcome
from zhongshu.platform.notify import services as notify
from zhongshu.supervision import queries
from zhongshu.supervision.models import Decision, Directive, Finding, SlipWeight
from zhongshu.supervision.services import rounds, trail


def opening_undone(directive: Directive, actor: Actor, done_at: datetime, at: datetime) -> None:
    """The matter ends again; the text it came from lies on its desk as before."""
    _ended(directive, on_record("交办后随即撤回"), actor, at)
    rounds.end(directive, actor=actor, at=at)
    trail.keep(directive, "opening_taken_back", actor=actor, at=at)
    if directive.intake and directive.intake.confirmed_at:
        directive.intake.confirmed_at = None
        directive.intake.save(update_fields=["confirmed_at"])
        Finding.objects.filter(intake=directive.intake).update(
            decision=Decision.PENDING, directive=None, reason=""
        )


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
        _ended(registered, why, actor, at)
        trail.keep(registered, "opening_taken_back", actor=actor, at=at)


def _ended(directive: Directive, why: str, actor: Actor, at: datetime) -> None:
    directive.move("terminate")
    directive.matter.closed_at, directive.matter.light = at, Light.GREY
    matters.finish_all(directive.matter, actor=actor, at=at, outcome=Outcome.WITHDRAWN, opinion=why)
