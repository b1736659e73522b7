"""Everything that is wrong with a claim, found at once, so that it comes back one time and not five (F-14)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.approvals.models import Approval, Status
from zhongshu.finance import queries, rules
from zhongshu.finance.drafts import Draft
from zhongshu.finance.invoices import Found, read
from zhongshu.finance.models import BudgetLine, Claim, ClaimKind
from zhongshu.finance.services.faults_basis import standard_faults
from zhongshu.finance.services.faults_contract import contract_faults
from zhongshu.finance.services.faults_decision import decision_faults
from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Matter
from zhongshu.org.models import Unit
from zhongshu.platform.files import queries as files
from zhongshu.platform.files.models import File

Fault = tuple[str, object]


def faults_of(
    draft: Draft, *, actor: Actor, unit: Unit, today: date, but: Claim | None = None
) -> dict[str, object]:
    """All faults of a claim by field; empty when it can be handed in. ``but`` is the claim being amended."""
    found: dict[str, object] = {}
    for step in (
        _written(draft, today),
        _invoices(draft, but),
        _budget(draft, unit, today, but),
        _beforehand(draft, actor, but),
        standard_faults(draft, actor, unit, but.pk if but else 0),
        _advance(draft, actor),
        contract_faults(draft, actor, but.pk if but else 0),
        _decision(draft, actor, unit, but),
    ):
        for name, told in step:
            found[name] = f"{found[name]}{told}" if name in found else told
    return found


def _written(draft: Draft, today: date) -> Iterator[Fault]:
    if not draft.title.strip():
        yield "title", _("请填写事由。")
    if not draft.payee.strip():
        yield "payee", _("请填写收款人。")
    if draft.payee_code and not rules.is_credit_code(draft.payee_code.strip().upper()):
        yield "payee_code", _("统一社会信用代码应为 18 位，且最后一位校验正确。")
    if not draft.items:
        yield "items", _("请至少填写一项明细。")
    for place, one in enumerate(draft.items, start=1):
        if one.amount <= 0:
            yield "items", _("第 %(place)s 项金额应大于零。") % {"place": place}
        if one.spent_on > today:
            yield "items", _("第 %(place)s 项日期在今天之后。") % {"place": place}


def _invoices(draft: Draft, but: Claim | None) -> Iterator[Fault]:
    if draft.kind == ClaimKind.ADVANCE:
        return
    pairs = [(one.code, one.number) for one in draft.slips]
    for (_code, number), times in Counter(pairs).items():
        if times > 1:
            yield "slips", _("发票 %(number)s 在本单中填了两次。") % {"number": number}
    for slip in draft.slips:
        if not (known := rules.F_07_known(slip.number, slip.code)):
            yield "slips", f"{known.sentence}{known.hint}"
        if slip.file and not (same := rules.F_07_unaltered(slip, slip.file.name, _told(slip.file))):
            yield "slips", f"{same.sentence}{same.hint}"
    taken = queries.invoice_taken(pairs, but=but.pk if but else 0)
    for invoice in taken.values():
        yield "slips", rules.F_07_claimed(invoice.number, invoice.claim.matter.number).sentence
    covered = rules.F_07_covered(
        draft.against_invoices, sum((one.amount for one in draft.slips), start=Decimal(0))
    )
    if not covered:
        yield "slips", covered.sentence


def _told(file: File) -> Found:
    return read(files.text_if_any(file.blob))


def _budget(draft: Draft, unit: Unit, today: date, but: Claim | None) -> Iterator[Fault]:
    line = BudgetLine.objects.filter(pk=draft.line_id).first()
    if line is None or line not in queries.lines_for(unit, today.year, draft.category):
        yield "line_id", _("请选择本单位当年、适用于这类支出的预算指标。")
        return
    mine = but.bound if but and but.reserved and but.budget_line_id == line.pk else Decimal(0)
    advance = Claim.objects.filter(pk=draft.advance_id or 0, budget_line_id=line.pk).first()
    covered = min(draft.amount, advance.unsettled) if advance else Decimal(0)
    verdict = rules.F_05_balance(draft.amount - covered, line.balance + mine, line.title)
    if not verdict:
        yield "line_id", verdict.sentence


def _beforehand(draft: Draft, actor: Actor, but: Claim | None) -> Iterator[Fault]:
    """What must have been approved before, and the files that must be there.

    What it rested on when it was given back may stay, also where a successor does not know of that paper.
    """
    if draft.kind == ClaimKind.ADVANCE:
        return
    needs = rules.needed(draft.category)
    if needs.basis or draft.basis_id:
        approved = Approval.objects.filter(pk=draft.basis_id or 0, status=Status.APPROVED)
        if but is None or draft.basis_id != but.basis_id:
            approved = approved.filter(matter__in=Matter.objects.visible_to(actor))
        paper = approved.first()
        if paper is None:
            yield "basis_id", _("请关联事前已经批准的审批件。")
        elif untold := [str(name) for code, name in needs.tells.items() if not paper.values.get(code)]:
            told = {"names": "、".join(untold)}
            yield (
                "basis_id",
                _(
                    "所选审批件不是这类支出的事前审批：差旅要出差审批，会议要会议审批，其中没有%(names)s。请另选一份；本机关的审批表单缺这些栏目的，请审批路线管理员补上。"
                )
                % told,
            )
    missing = [str(name) for name in needs.files if not any(str(name) in file.name for file in draft.files)]
    if missing:
        yield "files", _("请上传：%(names)s（文件名中写明）。") % {"names": "、".join(missing)}


def _advance(draft: Draft, actor: Actor) -> Iterator[Fault]:
    if draft.advance_id is None:
        return
    mine = actor.in_name_of or 0
    if (
        draft.kind == ClaimKind.ADVANCE
        or not queries.advances_open(mine).filter(pk=draft.advance_id).exists()
    ):
        yield "advance_id", _("只能冲销本人尚未结清的借款。")


def _decision(draft: Draft, actor: Actor, unit: Unit, but: Claim | None) -> Iterator[Fault]:
    if draft.decision_id is None:
        return
    advance = Claim.objects.filter(pk=draft.advance_id or 0).first()
    yield from decision_faults(draft.decision_id, draft.amount, actor, unit, but.pk if but else 0, advance)
