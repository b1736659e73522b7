"""What becomes of a contract or project once it is approved: it is signed, and what it delivered is accepted."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.finance import policies, queries
from zhongshu.finance.models import Undertaking
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole
from zhongshu.platform.files.models import File
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.sign_contract")
def sign_contract(
    *, actor: Actor, matter_id: int, signed_on: date, files: tuple[File, ...] = (), at: datetime
) -> Undertaking:
    """Note when an approved contract was signed, with its text; from then on it can be paid. Never before approval."""
    one = _locked(actor, matter_id)
    policies.may_sign(actor, one).require()
    if not one.is_contract or one.approved_at is None:
        raise Conflict("not_approved", _("合同还没有批准，不能签订。"), hint=_("请等审批通过。"), rule="M-15")
    if one.signed_on is not None:
        raise Conflict("signed_already", _("这份合同已经登记签订。"))
    _between(signed_on, local_day(one.approved_at), at, "signed_on", _("签订日期应在批准之后、今天以前。"))
    one.signed_on, one.signed_by_id = signed_on, actor.acting_for or actor.person_id
    one.save(update_fields=["signed_on", "signed_by"])
    matters.attach(one.matter, files, role=AttachmentRole.EVIDENCE, at=at)
    _told(one, "contract_signed", actor=actor, at=at, day=signed_on.isoformat())
    return one


@use_case("finance.accept_undertaking")
def accept_undertaking(
    *,
    actor: Actor,
    matter_id: int,
    accepted_on: date,
    acceptance: str,
    files: tuple[File, ...] = (),
    at: datetime,
) -> Undertaking:
    """Accept what a contract or project delivered, in words; never by who prepared or signed it (F-02)."""
    one = _locked(actor, matter_id)
    policies.may_accept(actor, one).require()
    if not one.in_force or one.accepted_on is not None:
        raise Conflict("nothing_to_accept", _("还没有签订（或批准），或者已经验收过。"))
    if not acceptance.strip():
        raise Refusal("no_finding", _("请写明验收意见。"), fields={"acceptance": _("请写明验收意见。")})
    since = one.signed_on or one.starts_on
    _between(accepted_on, since, at, "accepted_on", _("验收日期应在签订之后、今天以前。"))
    one.accepted_on, one.accepted_by_id = accepted_on, actor.acting_for or actor.person_id
    one.acceptance = acceptance.strip()
    one.save(update_fields=["accepted_on", "accepted_by", "acceptance"])
    matters.attach(one.matter, files, role=AttachmentRole.EVIDENCE, at=at)
    _told(one, "undertaking_accepted", actor=actor, at=at, day=accepted_on.isoformat(), text=one.acceptance)
    return one


def _locked(actor: Actor, matter_id: int) -> Undertaking:
    """The contract or project, if ``actor`` may know of it, locked."""
    seen = queries.undertaking(actor, matter_id)
    return queries.undertaking_for_update(seen.pk) or seen


def _between(day: date, since: date, at: datetime, field: str, sentence: str) -> None:
    if not since <= day <= local_day(at):
        raise Refusal("no_such_day", sentence, fields={field: _("请核对日期。")})


def _told(one: Undertaking, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    journal.record(stream=one.matter.stream, verb=f"finance.{verb}", actor=actor, at=at, data=facts)
