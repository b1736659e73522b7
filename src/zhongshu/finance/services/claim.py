from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from zhongshu.approvals import services as approvals
from zhongshu.finance import queries, rules
from zhongshu.finance.drafts import Draft
from zhongshu.finance.models import Category, Claim, ClaimKind, ClaimLine, Invoice
from zhongshu.finance.services import agreed_to, budget
from zhongshu.finance.services.draft import drop_draft
from zhongshu.finance.services.faults import faults_of
from zhongshu.finance.services.pictures import take_looks
from zhongshu.finance.services.split import watch_splitting
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, refuse_faults
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, LinkKind, Matter
from zhongshu.org.models import Unit
from zhongshu.platform.usecases.changes import remember, save_changes
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays

ROUTES = {ClaimKind.CLAIM: "expense-claim", ClaimKind.ADVANCE: "cash-advance"}
EXPECTED_WORKING_DAYS = 10


@use_case("finance.submit_claim")
def submit_claim(*, actor: Actor, draft: Draft, draft_id: int | None = None, at: datetime) -> Claim:
    """Hand a claim or an advance in for approval; its amount is bound in the budget line at once.

    ``draft_id`` is what was kept of it while it was filled in; that is let go.

    All faults of the claim are told at once (F-14): no item, an invoice claimed before (F-07), a line without
    balance (F-05), a trip or meeting not approved beforehand (F-09, F-10), a reception without its letter (F-11).
    """
    kind = ClaimKind(draft.kind)
    version = approvals.startable(actor, ROUTES[kind], kind)
    unit, today = approvals.unit_of(actor), local_day(at)
    organ = unit.organ or unit
    faults = faults_of(draft, actor=actor, unit=unit, today=today)
    _refuse(faults)
    matter = _opened(draft, unit, organ, actor=actor, at=at)
    claim = Claim(
        matter=matter,
        kind=kind,
        claimant_id=actor.in_name_of or 0,
        submitted_on=today,
        amount=draft.amount,
        budget_line_id=draft.line_id,
    )
    _fill(claim, draft, actor=actor, at=at)
    claim.save(force_insert=True)
    remember(claim)
    _rows(claim, draft)
    budget.reserve(claim)
    save_changes(claim)
    walk = approvals.start(matter, version, unit, values={}, chosen={}, actor=actor, at=at)
    approvals.enter(walk, values_of(claim), "", actor=actor, at=at)
    approvals.keep(walk, "handed_in", actor=actor, at=at, values=approvals.shown(walk, values_of(claim)))
    watch_splitting(claim, actor=actor, at=at)
    take_looks(claim)
    _let_go(draft_id, actor, at)
    return claim


def _let_go(draft_id: int | None, actor: Actor, at: datetime) -> None:
    if draft_id is not None and queries.drafts(actor).filter(pk=draft_id).exists():
        drop_draft(actor=actor, draft_id=draft_id, at=at)


def _refuse(faults: dict[str, object]) -> None:
    refuse_faults(faults, "claim_has_faults", _("单据还有 %(count)s 处要改。"), rule="F-14")


def _opened(draft: Draft, unit: Unit, organ: Unit, *, actor: Actor, at: datetime) -> Matter:
    """The matter of a new claim, numbered, with its files."""
    opening = matters.Opening(
        kind=ClaimKind(draft.kind),
        state="drafting",
        title=draft.title.strip(),
        body=_body(draft),
        organ_id=organ.pk,
        unit=unit,
        due=workdays.calendar().shift(local_day(at), EXPECTED_WORKING_DAYS),
        lead_unit_id=unit.pk,
    )
    number = approvals.next_number(organ, actor=actor, at=at)
    matter = matters.open_matter(opening, number=number, actor=actor, at=at)
    matters.attach(matter, draft.files, role=AttachmentRole.EVIDENCE, at=at)
    return matter


def _body(draft: Draft) -> str:
    return "；".join(one.note for one in draft.items)


@use_case("finance.amend_claim")
def amend_claim(
    *,
    actor: Actor,
    matter_id: int,
    draft: Draft,
    opinion: str = "",
    draft_id: int | None = None,
    at: datetime,
) -> Claim:
    """Change a claim that was given back and hand it in again; what it had bound is bound anew."""
    claim = queries.claim(actor, matter_id)
    if claim.kind != draft.kind:
        raise Conflict("another_kind", _("报销和借款不能互相改。"))
    unit, today = claim.matter.unit, local_day(at)
    faults = faults_of(draft, actor=actor, unit=unit, today=today, but=claim)
    _refuse(faults)
    remember(claim)
    before = agreed_to.of_claim(claim)
    beside = queries.following(claim)
    budget.release(claim)
    claim.lines.all().delete()
    claim.invoices.all().delete()
    claim.amount, claim.budget_line_id = draft.amount, draft.line_id
    claim.reviewed_at = claim.approved_at = None
    claim.pay_way = claim.pay_proof = ""
    _fill(claim, draft, actor=actor, at=at)
    _rows(claim, draft)
    budget.reserve(claim)
    save_changes(claim)
    matters.attach(claim.matter, draft.files, role=AttachmentRole.EVIDENCE, at=at)
    take_looks(claim)
    others = agreed_to.changed(before, agreed_to.of_claim(claim))
    told: dict[str, Any] = {"title": draft.title, "body": _body(draft), "opinion": opinion, "others": others}
    approvals.hand_in_again(actor=actor, matter_id=matter_id, values=values_of(claim), at=at, **told)
    watch_splitting(claim, also=(*beside, *queries.following(claim)), actor=actor, at=at)
    _let_go(draft_id, actor, at)
    return claim


def values_of(claim: Claim) -> dict[str, str]:
    """The claim as the conditions of its route read it."""
    return {
        "amount": f"{claim.amount:.2f}",
        "category": claim.category,
        "payee": claim.payee,
        "large": "yes" if queries.limit_of(claim) else "no",
    }


def _fill(claim: Claim, draft: Draft, *, actor: Actor, at: datetime) -> None:
    known = claim.basis_id
    claim.category, claim.payee = Category(draft.category), draft.payee.strip()
    claim.payee_account, claim.payee_code = draft.payee_account.strip(), draft.payee_code.strip().upper()
    claim.payee_key, claim.account_key = rules.payee_key(claim.payee), rules.account_key(claim.payee_account)
    claim.basis_id, claim.advance_id, claim.contract_id = draft.basis_id, draft.advance_id, draft.contract_id
    claim.offset = Decimal(0)
    if draft.advance_id:
        advance = Claim.objects.select_for_update().get(pk=draft.advance_id)
        claim.offset = min(claim.amount, advance.unsettled)
    claim.decision_id = draft.decision_id or _rests_on(claim)
    if draft.kind == ClaimKind.ADVANCE:
        claim.settle_by = date.fromordinal(local_day(at).toordinal() + rules.settle_within())
    if draft.basis_id and draft.basis_id != known:
        basis = matter_queries.get(actor, draft.basis_id)
        matters.link(claim.matter, LinkKind.ARISES_FROM, basis, at=at)


def _rests_on(claim: Claim) -> int | None:
    """The decision that opened the way for its contract; or for the advance it settles, as far as that passed enough."""
    if claim.contract is not None:
        return claim.contract.decision_id
    if claim.advance is None or claim.advance.decision_id is None:
        return None
    decision = queries.decision_for_update(claim.advance.decision_id, claim.matter.organ_id)
    return decision.pk if claim.payable <= queries.left_of(decision, but=claim.pk) else None


def _rows(claim: Claim, draft: Draft) -> None:
    ClaimLine.objects.bulk_create(
        ClaimLine(claim=claim, item=one.item, spent_on=one.spent_on, note=one.note, amount=one.amount)
        for one in draft.items
    )
    rows = [
        Invoice(
            claim=claim,
            code=one.code,
            number=one.number,
            issued_on=one.issued_on,
            amount=one.amount,
            seller=one.seller,
            file=one.file,
        )
        for one in draft.slips
    ]
    try:
        with transaction.atomic():
            Invoice.objects.bulk_create(rows)
    except IntegrityError as taken:  # two claims at the same moment: the database lets one of them
        sentence = _("其中一张发票刚刚被另一张单据报销。")
        raise Conflict(
            "invoice_claimed_before", sentence, hint=_("请核对票号后再提交。"), rule="F-07"
        ) from taken
