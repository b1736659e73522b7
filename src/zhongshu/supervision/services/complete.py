from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import compute
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, Outcome, Role
from zhongshu.org import queries as org
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, proofs, queries, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import rounds, trail
from zhongshu.supervision.services.fingerprint import take_fingerprints, take_words
from zhongshu.supervision.services.presence import give
from zhongshu.supervision.services.sign import back_to_supervisors, lead_assignment


@use_case("supervision.complete")
def complete(
    *,
    actor: Actor,
    directive_id: int,
    feedback: str,
    signed_by_id: int | None,
    at: datetime,
    files: tuple[File, ...] = (),
    instead_ids: tuple[int, ...] = (),
    verify_by: date | None = None,
) -> Directive:
    """The lead unit says it is done: measures, result, evidence, its leader's sign (D-21).

    The matter leaves the unit's desk for the supervisors', who verify it.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "complete", directive)
    directive.move("complete")
    rules.D_18_no_open_parts([part.number for part in queries.open_children(directive.pk)]).require()
    heads = org.heads(directive.matter.lead_unit_id, local_day(at))
    signer = signed_by_id or actor.acting_for or actor.person_id
    rules.D_21_feedback_signed(signed_by=signer, heads=[head.pk for head in heads]).require()
    if not feedback.strip():
        raise Refusal(
            "no_feedback", _("请写明办理结果。"), fields={"feedback": _("请写明措施、结果和遗留问题。")}
        )
    directive.feedback, directive.feedback_signed_by_id = feedback.strip(), signer
    directive.completed_at, directive.blocker, directive.blocked_since = at, "", None
    attached = matters.attach(directive.matter, files, role=AttachmentRole.EVIDENCE, at=at)
    take_fingerprints(directive, attached, at=at)
    take_words(directive, at=at)
    trail.had_a_hand(directive, actor, at=at)
    _seat_of(directive, signer, at=at)
    matters.finish(lead_assignment(directive), Outcome.DONE, actor=actor, at=at)
    rounds.end(directive, actor=actor, at=at)
    withdraw_extension(directive, _("已报办结，延期申请随之撤回。"), actor=actor, at=at)
    _withdraw_suspension(directive, at=at)
    _to_verify(directive, verify_by, instead_ids, actor=actor, at=at)
    facts = {
        "feedback": directive.feedback,
        "signer": next((head.name for head in heads if head.pk == signer), actor.name),
        "files": [file.name for file in files],
    }
    trail.keep(directive, "completed", actor=actor, at=at, **facts)
    return directive


@use_case("supervision.accept")
def accept(
    *, actor: Actor, directive_id: int, opinion: str, at: datetime, explanation: str = ""
) -> Directive:
    """A supervisor who had no hand in it verifies that it is done (law 3, rule D-25).

    Where the evidence leaves questions (the same file elsewhere, older than the matter, copied words),
    ``explanation`` says what was found out about them; both are journalled.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "accept", directive)
    directive.move("accept")
    asked = proofs.questions(actor, directive)
    rules.D_25_questions_answered(questions=len(asked), explanation=explanation).require()
    directive.verified_by_id, directive.verified_at = actor.person_id, at
    matters.finish_all(directive.matter, actor=actor, at=at, opinion=opinion)
    back_to_supervisors(directive, at=at, within=rules.close_out_limit())
    answered = {"questions": len(asked), "explanation": explanation.strip()} if asked else {}
    trail.keep(directive, "accepted", actor=actor, at=at, opinion=opinion, **answered)
    return directive


@use_case("supervision.return_for_rework")
def return_for_rework(
    *, actor: Actor, directive_id: int, reason: str, instead_ids: tuple[int, ...] = (), at: datetime
) -> Directive:
    """Send it back to be done again (退办), with the reason; counted for the unit (rule D-22)."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "return_for_rework", directive)
    directive.move("return_for_rework")
    if not reason.strip():
        raise Refusal(
            "no_reason", _("退回要写明理由。"), fields={"reason": _("请写明哪里不清楚、要补什么。")}
        )
    matter = directive.matter
    assert matter.current_due is not None
    matters.finish_all(
        matter, actor=actor, at=at, roles=(Role.VERIFY,), outcome=Outcome.RETURNED, opinion=reason
    )
    handler_id = queries.last_handler(directive)
    give_back(directive, handler_id, instead_ids, actor=actor, at=at)
    directive.returns += 1
    trail.keep(directive, "returned", actor=actor, at=at, reason=reason.strip())
    rounds.begin(directive, at=at)
    told = on_record("退回重办：%(title)s。%(reason)s") % {"title": matter.title, "reason": reason}
    if handler_id:
        matters.tell_person(matter, handler_id, told, url=trail.address(directive), at=at)
    return directive


def give_back(
    directive: Directive, handler_id: int | None, instead_ids: tuple[int, ...], *, actor: Actor, at: datetime
) -> None:
    """The matter returns to who handled it; to somebody else of the unit where he is away (part of a use case)."""
    matter = directive.matter
    assert matter.lead_unit_id is not None and matter.current_due is not None
    give(
        directive,
        Role.LEAD,
        unit_id=matter.lead_unit_id,
        person_id=handler_id,
        due=matter.current_due,
        instead_ids=instead_ids,
        field="reason",
        actor=actor,
        at=at,
    )


def _seat_of(directive: Directive, signer: int | None, *, at: datetime) -> None:
    if signer is not None:
        directive.hands.get_or_create(person_id=signer, defaults={"at": at})


def withdraw_extension(directive: Directive, why: str, *, actor: Actor, at: datetime) -> None:
    """What is done, or stands, needs no later date: a request still undecided lapses, because of ``why``."""
    matters.finish_all(directive.matter, actor=actor, at=at, roles=(Role.APPROVE,), outcome=Outcome.WITHDRAWN)
    pending = directive.extension_requests.filter(decided_at__isnull=True)
    pending.update(decided_at=at, approved=False, opinion=why)


def _withdraw_suspension(directive: Directive, *, at: datetime) -> None:
    """What is done needs no pause either."""
    pending = directive.suspensions.filter(decided_at__isnull=True)
    pending.update(decided_at=at, approved=False, opinion=_("已报办结，中止申请随之撤回。"))


def _to_verify(
    directive: Directive,
    verify_by: date | None,
    instead_ids: tuple[int, ...],
    *,
    actor: Actor,
    at: datetime,
) -> None:
    """To the supervisors, within the time set; later, up to as long again, only where they are away before."""
    today, calendar = local_day(at), workdays.calendar()
    limit = rules.close_out_limit()
    due = compute(today, limit, calendar).due
    latest = calendar.shift(due, 4 * limit.amount)
    matter = directive.matter
    give(
        directive,
        Role.VERIFY,
        unit_id=matter.unit_id,
        due=min(max(verify_by or due, due), latest),
        instead_ids=instead_ids,
        date_field="verify_by",
        latest=latest,
        field="feedback",
        actor=actor,
        at=at,
    )
    told = on_record("待审核：%(unit)s报办结“%(title)s”") % {"unit": matter.lead_unit, "title": matter.title}
    matters.tell_unit(matter, matter.unit_id, told, url=trail.address(directive), at=at)
