from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import Light, Outcome
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import rounds, trail
from zhongshu.supervision.services.downwards import UNDECIDED, ForParts, settle_parts
from zhongshu.supervision.services.giving_back import give_back
from zhongshu.supervision.services.settle import settle
from zhongshu.supervision.services.telling import ended_words, tell_of_end, tell_of_return


@use_case("supervision.transfer")
def transfer(
    *, actor: Actor, directive_id: int, to: str, reason: str, parts: ForParts = UNDECIDED, at: datetime
) -> Directive:
    """Hand clues of offences to the competent authority; locked, not closed as done (rule D-11)."""
    if not to.strip():
        told = {"to": _("如：市监察委员会")}
        raise Refusal("no_recipient", _("请写明移送给哪个机关。"), fields=told, rule="D-11")
    return _end(actor, directive_id, "transfer", "transferred", parts, at=at, reason=reason, to=to.strip())


@use_case("supervision.terminate")
def terminate(
    *, actor: Actor, directive_id: int, reason: str, parts: ForParts = UNDECIDED, at: datetime
) -> Directive:
    """End it by an approved decision, with the reason (table D-30), and with what becomes of its open parts."""
    return _end(actor, directive_id, "terminate", "terminated", parts, at=at, reason=reason)


@use_case("supervision.reopen")
def reopen(
    *, actor: Actor, directive_id: int, reason: str, instead_ids: tuple[int, ...] = (), at: datetime
) -> Directive:
    """Take a completed matter up again: it returns to the lead unit's desk."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "reopen", directive)
    ended = local_day(directive.verified_at or at)
    rules.D_30_reopening(ended=ended, today=local_day(at)).require()
    directive.move("reopen")
    words = reasons.given(reason)
    matter = directive.matter
    assert matter.current_due is not None
    directive.verified_at = directive.verified_by = directive.answered_at = None
    matters.finish_all(matter, actor=actor, at=at, outcome=Outcome.RETURNED, opinion=words)
    handler_id = queries.last_handler(directive)
    given = give_back(directive, handler_id, instead_ids, actor=actor, at=at)
    trail.keep(directive, "reopened", actor=actor, at=at, reason=words)
    rounds.begin(directive, at=at)
    tell_of_return(directive, given, words, actor=actor, at=at)
    return directive


def _end(
    actor: Actor,
    directive_id: int,
    event: str,
    verb: str,
    parts: ForParts,
    *,
    at: datetime,
    reason: str,
    **facts: object,
) -> Directive:
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, event, directive)
    _ended(directive, event, verb, parts, actor=actor, at=at, reason=reason, above=None, **facts)
    return directive


def _ended(
    directive: Directive,
    event: str,
    verb: str,
    parts: ForParts,
    *,
    actor: Actor,
    at: datetime,
    reason: str,
    above: Directive | None,
    **facts: object,
) -> None:
    """End one matter, then do to its parts what was decided; those that end with it, ``above``, end the same way.

    Why it is handed to which authority stands in the journal of the whole alone, where it is not for everybody (D-11).
    """
    directive.move(event)
    words = reasons.given(reason)
    told: dict[str, object] = {"reason": words, **facts}
    if event == "transfer":
        words, told = "", told if above is None else {"number": above.matter.number}
    matter = directive.matter
    matter.closed_at, matter.light, matter.stopped_on = at, Light.GREY, None
    directive.ended_reason = words[:300]
    held = matters.finish_all(matter, actor=actor, at=at, outcome=Outcome.WITHDRAWN, opinion=words)
    trail.keep(directive, verb, actor=actor, at=at, **told)
    tell_of_end(directive, held, actor=actor, at=at)
    settle(directive, ended_words(directive), actor=actor, at=at)

    def follow(part: Directive) -> None:
        _ended(part, event, verb, parts, actor=actor, at=at, reason=reason, above=directive, **facts)

    settle_parts(directive, parts, event=event, follow=follow, actor=actor, at=at)
