"""Everything that is wrong with a claim, found at once, so that it comes back one time and not five (F-14)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance import queries, rules
from zhongshu.finance.drafts import Draft, Slip
from zhongshu.finance.invoices import read
from zhongshu.finance.models import BudgetLine, Claim, ClaimKind
from zhongshu.finance.services.faults_basis import beforehand_faults, standard_faults
from zhongshu.finance.services.faults_contract import contract_faults
from zhongshu.finance.services.faults_decision import decision_faults
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import Verdict
from zhongshu.org.models import Unit
from zhongshu.platform.files import queries as files

Fault = tuple[str, object]


def faults_of(
    draft: Draft, *, actor: Actor, unit: Unit, today: date, but: Claim | None = None
) -> dict[str, object]:
    """All faults of a claim by field; empty when it can be handed in. ``but`` is the claim being amended."""
    found: dict[str, object] = {}
    for step in (
        _written(draft, today),
        invoice_faults(draft, but.pk if but else 0),
        _budget(draft, unit, today, but),
        beforehand_faults(draft, actor, but),
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
        yield "line_id", verdict.told


def _advance(draft: Draft, actor: Actor) -> Iterator[Fault]:
    """A claim settles one's own advance; an advance settles none, nor pays it a contract."""
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


def invoice_faults(draft: Draft, but: int) -> Iterator[Fault]:
    """Claimed before, altered, shown by the file of another one, exceeded (F-07); ``but`` is the claim being amended."""
    yield from (("slips", one.told) for one in _judged(draft, but) if not one)


def _judged(draft: Draft, but: int) -> Iterator[Verdict]:
    if draft.kind == ClaimKind.ADVANCE:
        yield rules.F_07_not_ahead(len(draft.slips))
        return
    pairs = [(one.code, one.number) for one in draft.slips]
    for (_code, number), times in Counter(pairs).items():
        if times > 1:
            yield rules.F_07_once(number)
    for slip in draft.slips:
        yield rules.F_07_known(slip.number, slip.code)
        yield from _shown(slip)
    yield from _files(draft, but)
    for invoice in queries.invoice_taken(pairs, but=but).values():
        yield rules.F_07_claimed(invoice.number, invoice.claim.matter.number)
    invoices = sum((one.amount for one in draft.slips), start=Decimal(0))
    yield rules.F_07_covered(draft.against_invoices, invoices)


def _shown(slip: Slip) -> Iterator[Verdict]:
    """What its file tells against what is filled in."""
    if slip.file is None:
        return
    text = files.text_if_any(slip.file.blob)
    told = read(text)
    yield rules.F_07_is_invoice(slip.number, slip.file.name, has_text=bool(text), is_read=bool(told.number))
    yield rules.F_07_unaltered(slip, slip.file.name, told)


def _files(draft: Draft, but: int) -> Iterator[Verdict]:
    """Files that show another invoice already, in this claim or in one that lives: by their bytes, whatever they are called."""
    seen: dict[int, str] = {}
    held = queries.invoices_shown_by([one.file.blob_id for one in draft.slips if one.file], but=but)
    for slip in draft.slips:
        if slip.file is None:
            continue
        before, other = seen.get(slip.file.blob_id, ""), held.get(slip.file.blob_id)
        where = f"{other.claim.matter.number} " if other else ""
        if before or (other is not None and other.number != slip.number):
            yield rules.F_07_own_file(slip.number, slip.file.name, f"{where}{other or before}")
        seen[slip.file.blob_id] = slip.number
