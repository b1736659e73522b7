from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance import policies, queries, rules
from zhongshu.finance.models import Claim, Decision, LargeKind, SplitFlag, Threshold
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound, Refusal
from zhongshu.org.models import Duty
from zhongshu.platform.files.models import File
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.set_threshold")
def set_threshold(
    *, actor: Actor, organ_id: int, kind: str, amount: Decimal, paper: str, valid_from: date, at: datetime
) -> Threshold:
    """Set from which amount on a collective decision is needed; in writing, and never for days past (M-16)."""
    policies.may_set_thresholds(actor, organ_id).require()
    if not paper.strip():
        raise Refusal(
            "no_paper", _("请写明书面规定的文件名和文号。"), fields={"paper": _("请填写。")}, rule="M-16"
        )
    if valid_from < local_day(at):
        raise Refusal(
            "for_days_past", _("标准只能从今天或以后起用。"), fields={"valid_from": _("请改日期。")}
        )
    if amount <= 0:
        raise Refusal("not_positive", _("标准应大于零。"), fields={"amount": _("请核对金额。")})
    if Threshold.objects.filter(organ_id=organ_id, kind=kind, valid_from=valid_from).exists():
        raise Conflict("threshold_exists", _("这一天已经有一个标准。"), hint=_("请另选启用日期。"))
    made = Threshold.objects.create(
        organ_id=organ_id,
        kind=LargeKind(kind),
        amount=amount,
        paper=paper.strip(),
        valid_from=valid_from,
        set_by_id=actor.person_id,
        set_at=at,
    )
    told = {"kind": kind, "amount": f"{amount:.2f}", "paper": made.paper, "since": valid_from}
    _told(f"organ-money:{organ_id}", "threshold_set", actor=actor, at=at, **told)
    return made


@use_case("finance.record_decision")
def record_decision(
    *,
    actor: Actor,
    organ_id: int,
    meeting: str,
    item: str,
    held_on: date,
    entitled: int,
    present: int,
    in_favour: int,
    limit: Decimal,
    evidence: File,
    at: datetime,
) -> Decision:
    """Record what a quorate meeting passed, up to which sum in yuan, with the signed minutes as evidence.

    Refused where the meeting was not quorate or the item not carried (M-15): then nothing opens the way.
    """
    policies.may_record_decision(actor, organ_id).require()
    if not (entitled >= present >= in_favour >= 0 and entitled > 0):
        raise Refusal("votes_do_not_add_up", _("应到、到会、赞成人数对不上。"), hint=_("请核对人数。"))
    rules.M_15_decided(entitled=entitled, present=present, in_favour=in_favour).require()
    if held_on > local_day(at):
        raise Refusal("not_held_yet", _("会议日期在今天之后。"), fields={"held_on": _("请核对日期。")})
    made = Decision.objects.create(
        organ_id=organ_id,
        meeting=meeting.strip(),
        item=item.strip(),
        held_on=held_on,
        entitled=entitled,
        present=present,
        in_favour=in_favour,
        limit=limit,
        evidence=evidence,
        recorded_by_id=actor.person_id or 0,
        recorded_at=at,
    )
    told = {"meeting": made.meeting, "item": made.item, "limit": f"{limit:.2f}"}
    _told(f"organ-money:{organ_id}", "decision_recorded", actor=actor, at=at, **told)
    return made


@use_case("finance.link_decision")
def link_decision(*, actor: Actor, matter_id: int, decision_id: int, at: datetime) -> Claim:
    """Let a claim rest on a recorded decision that covers its amount; never one's own claim."""
    seen = queries.claim(actor, matter_id)
    policies.may_record_decision(actor, seen.matter.organ_id).require()
    if policies.is_party(actor, seen):
        raise Forbidden("own_claim", _("不能为自己的单据关联会议决定。"), rule="F-01")
    decision = _locked(decision_id, seen.matter.organ_id)
    claim = Claim.objects.select_for_update().get(pk=matter_id)
    left = queries.left_of(decision, but=claim.pk)
    if claim.amount > left:
        told = {"left": f"{left:,.2f}"}
        raise Refusal(
            "decision_used_up", _("会议批准的金额只剩 %(left)s 元，不够这张单据。") % told, rule="M-15"
        )
    claim.decision = decision
    claim.save(update_fields=["decision"])
    told = {"meeting": decision.meeting, "item": decision.item}
    _told(seen.matter.stream, "decision_linked", actor=actor, at=at, **told)
    return claim


@use_case("finance.explain_flag")
def explain_flag(*, actor: Actor, flag_id: int, explanation: str, at: datetime) -> SplitFlag:
    """Answer a suspicion of splitting in writing; it stays to be read by the auditor."""
    flag = SplitFlag.objects.select_for_update().filter(pk=flag_id).first()
    if flag is None or (flag.organ_id not in actor.organ_ids and not actor.is_system):
        raise NotFound("no_such_flag", _("没有这条疑点。"))
    policies.may_explain(actor, flag.organ_id).require()
    claim = Claim.objects.get(pk=flag.matter_id)
    if policies.is_party(actor, claim) or not actor.has_duty(Duty.REVIEW_CLAIMS, flag.organ_id):
        raise Forbidden("own_claim", _("不能说明自己单据的疑点。"), rule="F-01")
    if not explanation.strip():
        raise Refusal("no_reason", _("请写明核实情况。"), fields={"explanation": _("请写明核实情况。")})
    flag.explanation, flag.explained_by_id, flag.explained_at = explanation.strip(), actor.person_id, at
    flag.save(update_fields=["explanation", "explained_by", "explained_at"])
    _told(claim.matter.stream, "flag_explained", actor=actor, at=at, text=flag.explanation)
    return flag


def _locked(decision_id: int, organ_id: int) -> Decision:
    rows = Decision.objects.select_for_update()
    found = rows.filter(pk=decision_id, organ_id=organ_id).first()
    if found is None:
        raise NotFound("no_such_decision", _("没有这项会议决定。"))
    return found


def _told(stream: str, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    journal.record(stream=stream, verb=f"finance.{verb}", actor=actor, at=at, data=facts)
