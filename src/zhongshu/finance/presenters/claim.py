"""A claim made ready for its page: the money, beside the paper that decides it."""

from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.approvals import queries as approvals
from zhongshu.approvals import registry
from zhongshu.approvals.presenters.paper import Doors
from zhongshu.finance import policies, queries, rules
from zhongshu.finance.deeds import BY_NAME
from zhongshu.finance.models import Claim, ClaimKind
from zhongshu.finance.presenters.lines import Beside, Line, around, lines, slips
from zhongshu.finance.presenters.listing import claim_shape
from zhongshu.finance.presenters.outlay import OutlayPage
from zhongshu.finance.presenters.settled import Step, settled
from zhongshu.finance.presenters.suspicions import Suspicion, suspicions
from zhongshu.finance.presenters.words import day, told, yuan
from zhongshu.finance.queries.sight import Sights
from zhongshu.finance.wording import claim_word
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.platform.workdays import queries as workdays
from zhongshu.ui import parts

Pairs = list[tuple[str, str]]
MOST_AROUND = 10
PHOTOGRAPHS = (".jpg", ".jpeg", ".png")
OWN_DEEDS = {"pay": BY_NAME["claim-payment"], "book": BY_NAME["claim-booking"]}


class ClaimPage(OutlayPage):
    """One claim as ``actor`` sees it at ``at``."""

    def __init__(self, actor: Actor, claim: Claim, at: datetime) -> None:
        super().__init__(actor, approvals.paper_of(claim.matter), at)
        self.claim = self.outlay = claim
        self.word = claim_word(claim, self.matter.state)
        self.state = claim_shape(claim, self.matter.state)

    @property
    def doors(self) -> Doors:
        """A claim is amended on its own sheet, never through the bare form."""
        found = self._doors_to("finance:amend") if self.may_amend else self.linking
        if self.may_repay:
            found.append((_("登记还款"), reverse("finance:claim-repayment", args=[self.matter.pk])))
        return found

    @cached_property
    def buttons(self) -> list[Any]:
        """What can be done now; the cashier pays and the bookkeeper books where others agree."""
        offered: list[Any] = super().buttons
        own = OWN_DEEDS.get(self.agreeing)
        return [own if own and one.offer == "agree" else one for one in offered]

    @property
    def is_advance(self) -> bool:
        return self.claim.kind == ClaimKind.ADVANCE

    @property
    def category(self) -> str:
        return self.seen.category(self.claim.get_category_display())

    @property
    def total(self) -> Decimal | None:
        return self.seen.sum(self.claim.amount)

    @cached_property
    def lines(self) -> list[Line]:
        return lines(self.claim.lines.order_by("pk"), self.seen)

    @cached_property
    def invoices(self) -> list[Line]:
        return slips(self.claim.invoices.select_related("file").order_by("pk"), self.seen)

    @cached_property
    def suspicion(self) -> Suspicion | None:
        """A suspicion of splitting; it tells payee and sum."""
        flag = queries.flag_of(self.claim.pk) if self.seen.of_size and self.seen.of_names else None
        return suspicions([flag], self.actor)[0] if flag else None

    @cached_property
    def around(self) -> list[Beside]:
        """Other claims for the same payee in these weeks, as far as the reader may know: none is paid twice unseen."""
        if not self.seen.of_names:
            return []
        found = list(queries.paid_around(self.actor, self.claim)[:MOST_AROUND])
        sights = (
            queries.sights(self.actor, [self.claim.pk, *(one.pk for one in found)]) if found else Sights()
        )
        return around(found, self.claim, sights)

    @cached_property
    def again(self) -> list[str]:
        """Files that other claims were handed in with, too: whoever decides sees that nothing is claimed twice (F-07)."""
        words = _("附件“%(file)s”也在 %(number)s 里。")
        found = queries.same_files(self.claim)[:MOST_AROUND]
        return [words % {"file": file.name, "number": other.matter.number} for file, other in found]

    @cached_property
    def alike(self) -> list[str]:
        """Photographs that look like those of other claims: whoever decides compares them (F-07)."""
        words = _("照片“%(file)s”与 %(number)s 里的一张几乎一样。")
        photographs = any(file.name.lower().endswith(PHOTOGRAPHS) for file in self.files)
        found = queries.alike_pictures(self.claim)[:MOST_AROUND] if photographs else []
        return [words % {"file": file.name, "number": other.matter.number} for file, other in found]

    @property
    def money(self) -> Pairs:
        """What it comes to, what an advance has covered, what is to be paid."""
        one, seen = self.claim, self.seen
        pairs = [
            (_("金额"), told(one.amount, seen)),
            (_("收款人"), seen.name(one.payee, _("不向您显示"))),
            (_("收款账号"), seen.name(one.payee_account)),
            (_("统一社会信用代码"), seen.name(one.payee_code)),
        ]
        if one.advance_id and one.advance:
            pairs.append((_("冲销借款"), f"{one.advance.matter.number} {told(one.offset, seen)}"))
            pairs.append((_("应付"), told(one.payable, seen)))
        if self.is_advance:
            pairs += self._owed
        return [pair for pair in pairs if pair[1]]

    @property
    def _owed(self) -> Pairs:
        """Of an advance: that it is not paid out yet, or what has been settled, what has not, and by when."""
        one, seen = self.claim, self.seen
        if one.paid_at is None:
            return [(_("付款"), _("待支付") if self.matter.is_open else _("未支付"))]
        pairs = [(_("已结清"), told(one.settled, seen)), (_("未结清"), told(one.unsettled, seen))]
        late = one.settle_by is not None and one.settle_by < self.today
        until = _("%(day)s，已超期") if late else "%(day)s"
        return [*pairs, (_("结清期限"), until % {"day": one.settle_by or ""})] if one.unsettled else pairs

    @cached_property
    def settled(self) -> list[Step]:
        """How an advance was settled, step by step."""
        paid = self.is_advance and self.claim.paid_at is not None
        return settled(self.claim, self.actor, self.seen) if paid else []

    @property
    def budget(self) -> Pairs:
        """The line it is paid from, and how much is left there."""
        line = self.claim.budget_line
        bound = _("已占用") if self.claim.reserved else (_("已支出") if self.claim.paid_at else _("已释放"))
        return [(_("指标"), str(line)), (_("余额"), yuan(line.balance)), (_("本单"), bound)]

    @property
    def hands(self) -> Pairs:
        """Who had a part in the money, so that everybody sees that they differ (F-01)."""
        one, today = self.claim, self.today
        pairs = [(_("报销人"), one.claimant.name)]
        if one.paid_by_id and one.paid_by:
            pairs.append((_("付款"), f"{one.paid_by.name} {day(one.paid_at, today)}"))
            pairs.append((_("付款方式"), f"{one.get_pay_way_display()} {one.pay_proof}".strip()))
        if one.booked_by_id and one.booked_by:
            pairs.append((_("记账"), f"{one.booked_by.name} {day(one.booked_at, today)}"))
            pairs.append((_("记账凭证号"), one.voucher))
        return [*(pair for pair in pairs if pair[1]), *self.filed]

    @cached_property
    def speed(self) -> list[tuple[str, str, bool]]:
        """Review and payment in working days against what the settings allow (F-14)."""
        one, calendar = self.claim, workdays.calendar()
        reviewed = local_day(one.reviewed_at) if one.reviewed_at else None
        until = reviewed or (self.today if self.matter.is_open else None)
        found = [(_("审核"), one.submitted_on, until, rules.review_within())]
        if one.approved_at:
            paid = local_day(one.paid_at) if one.paid_at else self.today
            found.append((_("付款"), local_day(one.approved_at), paid, rules.pay_within()))
        rows = []
        for name, since, end, allowed in found:
            if end is not None:
                taken = calendar.count(since, end)
                words = _("%(taken)s 个工作日（要求 %(allowed)s 个）") % {"taken": taken, "allowed": allowed}
                rows.append((name, words, taken > allowed))
        return rows

    @property
    def origins(self) -> list[parts.Origin]:
        """The paper approved beforehand (or only afterwards, and why) and the advance it settles."""
        found = []
        basis, advance = self.claim.basis, self.claim.advance
        seen = queries.openable(self.actor, [one.pk for one in (basis, advance) if one])
        if basis is not None:
            url = registry.subject_of(basis.kind).address(basis.pk) if basis.pk in seen else ""
            late = queries.why_late(basis.approval)
            how = _("事后补办：%(why)s") % {"why": late} if late else _("事前审批")
            found.append(parts.Origin(f"{basis.number} {basis.title}", how, url))
        if advance is not None:
            url = reverse("finance:claim", args=[advance.pk]) if advance.pk in seen else ""
            found.append(
                parts.Origin(f"{advance.matter.number} {advance.matter.title}", _("冲销的借款"), url)
            )
        return (
            [*found, parts.Origin(self.matter.number, self.claim.get_kind_display(), here=True)]
            if found
            else []
        )

    @property
    def may_repay(self) -> bool:
        one = self.claim
        owed = self.is_advance and one.paid_at is not None and one.unsettled > 0
        return owed and bool(policies.may_note_repayment(self.actor, one))
