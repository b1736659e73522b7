"""What is reported done is verified by somebody else: accepted, or sent back (rules D-22, D-25)."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import in_office_language, on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import Outcome, Role
from zhongshu.platform.notify.models import Weight
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, proofs, queries, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import rounds, trail
from zhongshu.supervision.services.chain import go_on
from zhongshu.supervision.services.giving_back import give_back
from zhongshu.supervision.services.refuse_evidence import refuse_evidence
from zhongshu.supervision.services.sign import back_to_supervisors
from zhongshu.supervision.services.verifying import verifying_desk


@use_case("supervision.accept")
def accept(
    *,
    actor: Actor,
    directive_id: int,
    opinion: str,
    at: datetime,
    explanation: str = "",
    refused_ids: Sequence[int] = (),
) -> Directive:
    """A supervisor who had no hand in it verifies that it is done (law 3, rule D-25).

    Where the evidence leaves questions (the same file elsewhere, older than the matter, copied words),
    ``explanation`` says what was found out about them; both are journalled. Evidence of ``refused_ids`` is not
    taken, because of ``opinion``, and proves nothing; what is left must prove it. Of a step of a chain the next one
    is handed out.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "accept", directive)
    directive.move("accept")
    refuse_evidence(directive, refused_ids, opinion, actor=actor, at=at, accepting=True)
    asked = proofs.questions(actor, directive)  # of what is left: what is not taken need not be explained
    rules.D_25_questions_answered(questions=len(asked), explanation=explanation).require(at="explanation")
    directive.verified_by_id, directive.verified_at = actor.person_id, at
    matters.finish_all(directive.matter, actor=actor, at=at, opinion=opinion)
    desk_id = verifying_desk(directive, local_day(at))
    back_to_supervisors(directive, at=at, within=rules.close_out_limit(), desk_id=desk_id)
    answered = {"questions": len(asked), "explanation": explanation.strip()} if asked else {}
    trail.keep(directive, "accepted", actor=actor, at=at, opinion=opinion, **answered)
    _feed_back(directive, opinion, at=at)
    go_on(directive, actor=actor, at=at)
    return directive


def _feed_back(directive: Directive, opinion: str, *, at: datetime) -> None:
    """The conclusion goes back to whom it is about (D-07): who handled it, else the lead unit."""
    matter, handler_id = directive.matter, queries.last_handler(directive)
    with in_office_language():
        conclusion = rules.D_07_conclusion(opinion)
    words = on_record("审核通过：%(title)s。%(conclusion)s")
    told = words % {"title": matter.title, "conclusion": conclusion}
    if handler_id:
        matters.tell_person(
            matter, handler_id, told, url=trail.address(directive), at=at, weight=Weight.WATCH
        )
    elif matter.lead_unit_id:
        url = trail.address(directive)
        matters.tell_unit(matter, matter.lead_unit_id, told, url=url, at=at, weight=Weight.WATCH)


@use_case("supervision.return_for_rework")
def return_for_rework(
    *,
    actor: Actor,
    directive_id: int,
    reason: str,
    instead_ids: tuple[int, ...] = (),
    refused_ids: Sequence[int] = (),
    at: datetime,
) -> Directive:
    """Send it back to be done again (退办), with the reason; counted for the unit (rule D-22).

    Evidence of ``refused_ids`` is not taken, for the same reason, and proves nothing any more (D-25).
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "return_for_rework", directive)
    directive.move("return_for_rework")
    words = reasons.given(reason, _("请写明哪里不清楚、要补什么。"), rule="D-22")
    refuse_evidence(directive, refused_ids, words, actor=actor, at=at)
    matter = directive.matter
    assert matter.current_due is not None
    matters.finish_all(
        matter, actor=actor, at=at, roles=(Role.VERIFY,), outcome=Outcome.RETURNED, opinion=reason
    )
    handler_id = queries.last_handler(directive)
    give_back(directive, handler_id, instead_ids, actor=actor, at=at)
    directive.returns += 1
    trail.keep(directive, "returned", actor=actor, at=at, reason=words)
    rounds.begin(directive, at=at)
    told = on_record("退回重办：%(title)s。%(reason)s") % {"title": matter.title, "reason": reason}
    if handler_id:
        matters.tell_person(matter, handler_id, told, url=trail.address(directive), at=at)
    return directive
