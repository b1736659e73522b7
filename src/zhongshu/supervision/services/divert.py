from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import Light, Outcome, Role
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import rounds, trail
from zhongshu.supervision.services.decompose import tell_children


@use_case("supervision.transfer")
def transfer(*, actor: Actor, directive_id: int, to: str, reason: str, at: datetime) -> Directive:
    """Hand clues of offences to the competent authority; locked, not closed as done (rule D-11)."""
    if not to.strip():
        raise Refusal("no_recipient", _("请写明移送给哪个机关。"), fields={"to": _("如：市监察委员会")})
    return _end(actor, directive_id, "transfer", "transferred", at=at, reason=reason, to=to.strip())


@use_case("supervision.terminate")
def terminate(*, actor: Actor, directive_id: int, reason: str, at: datetime) -> Directive:
    """End it by an approved decision, with the reason (table D-30)."""
    return _end(actor, directive_id, "terminate", "terminated", at=at, reason=reason)


@use_case("supervision.reopen")
def reopen(*, actor: Actor, directive_id: int, reason: str, at: datetime) -> Directive:
    """Take a completed matter up again: it returns to the lead unit's desk."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "reopen", directive)
    ended = local_day(directive.verified_at or at)
    rules.D_30_reopening(ended=ended, today=local_day(at)).require()
    directive.move("reopen")
    _need(reason)
    matter = directive.matter
    assert matter.current_due is not None
    directive.verified_at = directive.verified_by = directive.answered_at = None
    matters.finish_all(matter, actor=actor, at=at, outcome=Outcome.RETURNED, opinion=reason)
    handler_id = queries.last_handler(directive)
    matters.assign(
        matter, Role.LEAD, unit_id=matter.lead_unit_id, person_id=handler_id, due=matter.current_due, at=at
    )
    trail.keep(directive, "reopened", actor=actor, at=at, reason=reason)
    rounds.begin(directive, at=at)
    return directive


def _end(
    actor: Actor, directive_id: int, event: str, verb: str, *, at: datetime, reason: str, **facts: object
) -> Directive:
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, event, directive)
    directive.move(event)
    _need(reason)
    rounds.end(directive, actor=actor, at=at)
    directive.matter.closed_at, directive.matter.light = at, Light.GREY
    directive.ended_reason = reason.strip()[:300]
    matters.finish_all(directive.matter, actor=actor, at=at, outcome=Outcome.WITHDRAWN, opinion=reason)
    trail.keep(directive, verb, actor=actor, at=at, reason=reason.strip(), **facts)
    ended = {"title": directive.matter.title, "state": directive.state.label}
    tell_children(directive, _("上级事项“%(title)s”%(state)s，请商定分解任务是否继续") % ended, at=at)
    return directive


def _need(reason: str) -> None:
    if not reason.strip():
        raise Refusal("no_reason", _("请写明理由。"), fields={"reason": _("请写明理由。")})
