"""A contract or a project made ready for its page: the sum and what runs from it, beside the paper that decides it."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.approvals import queries as approvals
from zhongshu.approvals import registry
from zhongshu.approvals.presenters.paper import Doors
from zhongshu.finance import policies, queries
from zhongshu.finance.models import Claim, Undertaking
from zhongshu.finance.presenters.outlay import OutlayPage
from zhongshu.finance.presenters.suspicions import Suspicion, suspicions
from zhongshu.finance.presenters.words import told, yuan
from zhongshu.kernel.actors import Actor
from zhongshu.matters import registry as matters
from zhongshu.ui import parts
from zhongshu.ui.wording import short_date

Pairs = list[tuple[str, str]]
Shown = TypeVar("Shown", Claim, Undertaking)


class UndertakingPage(OutlayPage):
    """One contract or project as ``actor`` sees it at ``at``."""

    def __init__(self, actor: Actor, one: Undertaking, at: datetime) -> None:
        super().__init__(actor, approvals.paper_of(one.matter), at)
        self.one = self.outlay = one

    @property
    def doors(self) -> Doors:
        """It is amended on its own sheet; a contract that runs is signed, paid and accepted in this order."""
        found = self._doors_to("finance:undertaking-amend") if self.may_amend else self.linking
        if self.may_sign:
            found.append((_("登记签订"), reverse("finance:contract-signing", args=[self.matter.pk])))
        if self.pay_url:
            found.append((_("按合同付款"), self.pay_url))
        if self.may_accept:
            found.append((_("验收"), reverse("finance:undertaking-acceptance", args=[self.matter.pk])))
        return found

    @cached_property
    def payments(self) -> list[tuple[Claim, Decimal | None]]:
        """The claims that pay it, each with its amount as far as that is told."""
        return _told(queries.payments(self.one), self.actor)

    @cached_property
    def contracts(self) -> list[tuple[Undertaking, Decimal | None]]:
        """The contracts of a project, each with its amount as far as that is told."""
        return [] if self.one.is_contract else _told(queries.contracts_of(self.one), self.actor)

    @cached_property
    def suspicion(self) -> Suspicion | None:
        """A suspicion of splitting; it tells payee and sum."""
        flag = queries.flag_of(self.one.pk) if self.seen.of_size and self.seen.of_names else None
        return suspicions([flag], self.actor)[0] if flag else None

    @property
    def paid(self) -> Decimal | None:
        """What has been paid, in yuan; None where the reader is not told all of it."""
        sums = [amount for one, amount in self.payments if one.paid_at]
        if not self.seen.of_sums or None in sums:
            return None
        return sum(filter(None, sums), Decimal(0))

    @cached_property
    def bound(self) -> Decimal:
        """What payments, or contracts of a project, have taken of its sum, in yuan."""
        return queries.bound_by(self.one)

    @cached_property
    def money(self) -> Pairs:
        """What it comes to, what is bound by payments or contracts, what is paid, what is left."""
        one, bound = self.one, self.bound
        held = _("已提交付款") if one.is_contract else _("已订合同")
        return [
            (_("总额"), told(one.amount, self.seen)),
            (held, told(bound, self.seen)),
            (_("已付"), yuan(self.paid) or _("不向您显示")),
            (_("还可安排"), told(one.amount - bound, self.seen)),
        ]

    @property
    def facts(self) -> Pairs:
        """Who with, from when until when, by whom prepared, signed and accepted."""
        one, day = self.one, self.today
        party = _("对方单位") if one.is_contract else _("实施单位")
        pairs = [
            (party, self.seen.name(one.party, _("不向您显示"))),
            (_("起止"), f"{one.starts_on:%Y-%m-%d} — {one.ends_on:%Y-%m-%d}"),
            (_("经办"), one.handler.name),
        ]
        if one.signed_on:
            pairs.append((_("签订"), f"{one.signed_by or ''} {short_date(one.signed_on, day)}"))
        if one.accepted_on:
            pairs.append((_("验收"), f"{one.accepted_by or ''} {short_date(one.accepted_on, day)}"))
        return pairs

    @property
    def origins(self) -> list[parts.Origin]:
        """The project it belongs to, the paper it rests on, and what hangs on it."""
        before = [
            (self.one.project.matter if self.one.project else None, _("所属项目")),
            (self.one.basis, _("依据")),
        ]
        seen = queries.openable(self.actor, [matter.pk for matter, _why in before if matter])
        found = [
            parts.Origin(
                f"{matter.number} {matter.title}",
                why,
                registry.subject_of(matter.kind).address(matter.pk) if matter.pk in seen else "",
            )
            for matter, why in before
            if matter is not None
        ]
        here = parts.Origin(self.matter.number, self.one.get_kind_display(), here=True)
        funds = [
            parts.Origin(one.title, one.note, one.url) for one in matters.threads(self.matter.pk, self.actor)
        ]
        return [*found, here, *funds] if found or funds else []

    @property
    def may_sign(self) -> bool:
        waits = self.one.is_contract and self.one.approved_at and not self.one.signed_on
        return bool(waits) and bool(policies.may_sign(self.actor, self.one))

    @property
    def may_accept(self) -> bool:
        waits = self.one.in_force and not self.one.accepted_on
        return waits and bool(policies.may_accept(self.actor, self.one))

    @cached_property
    def pay_url(self) -> str:
        """The sheet of a claim that pays this contract; "" while it cannot be paid, or nothing is left of it."""
        payable = self.one.is_contract and self.one.in_force and self.bound < self.one.amount
        payable = payable and bool(policies.may_pay_under(self.actor, self.one))
        return f"{reverse('finance:new-claim')}?contract={self.one.pk}" if payable else ""


def _told(found: Sequence[Shown], actor: Actor) -> list[tuple[Shown, Decimal | None]]:
    sights = queries.sights(actor, [one.pk for one in found]) if found else {}
    return [(one, sights[one.pk].sum(one.amount)) for one in found]
