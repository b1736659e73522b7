"""What claims, advances, contracts and projects are to the floors below: words on a desk, and what follows from approval."""

from collections.abc import Callable
from pathlib import Path

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import registry as approvals
from zhongshu.approvals.grammar import Power
from zhongshu.approvals.queries import at_a_glance
from zhongshu.approvals.wording import state_words
from zhongshu.finance.models import ClaimKind, UndertakingKind
from zhongshu.finance.papers import printed, printed_undertaking
from zhongshu.finance.rules.needs import NEEDS
from zhongshu.finance.services.filing import (
    claim_described,
    claim_is_settled,
    undertaking_described,
    undertaking_is_settled,
)
from zhongshu.finance.services.follow import follow
from zhongshu.finance.services.follow_undertaking import (
    follow_undertaking,
    guard_undertaking,
    hinders_undertaking,
    undoes_undertaking,
)
from zhongshu.finance.services.gate import guard, hinders, undoes
from zhongshu.matters.models import Role
from zhongshu.matters.registry import Kind, Words, register

VERBS: dict[str, Words] = {Role.APPROVE: _("审批"), Role.HANDLE: _("修改"), Role.READ: _("阅")}
SHEETS: dict[str, Words] = {ClaimKind.CLAIM: _("经费报销单"), ClaimKind.ADVANCE: _("借款单")}
UNDERTAKING_SHEETS: dict[str, Words] = {
    UndertakingKind.CONTRACT: _("合同审批单"),
    UndertakingKind.PROJECT: _("项目立项审批单"),
}
TELLS = {
    "finance.claim_paid": frozenset({"amount"}),
    "finance.decision_linked": frozenset({"large"}),
    "finance.split_suspected": frozenset({"amount", "payee", "party", "large"}),
    "finance.split_cleared": frozenset({"amount", "payee", "party", "large"}),
    "finance.repaid": frozenset({"amount"}),
}
LARGE = {"large": "yes"}
INSTEAD = {Power.PAY.value: "pay", Power.BOOK.value: "book"}
ICONS = {UndertakingKind.CONTRACT: "file-text", UndertakingKind.PROJECT: "target-arrow"}


def address(matter_id: int) -> str:
    """Where a claim is shown."""
    return reverse("finance:claim", args=[matter_id])


def undertaking_address(matter_id: int) -> str:
    """Where a contract or a project is shown."""
    return reverse("finance:undertaking", args=[matter_id])


def _known(code: str, title: Words, icon: str, where: Callable[[int], str]) -> None:
    register(
        Kind(
            code=code,
            title=title,
            icon=icon,
            address=where,
            verb=lambda role, state: VERBS.get(role, _("查看")),
            state=state_words,
            about=at_a_glance,
        )
    )


approvals.ship(Path(__file__).parent / "routes")
for _needs in NEEDS.values():
    if _needs.called:
        approvals.read_from(approvals.Reading(_needs.called, _needs.tells, _needs.rule))
for _kind in ClaimKind:
    approvals.register(
        approvals.Subject(
            _kind.value,
            _kind.label,
            address,
            guard,
            follow,
            claim_is_settled,
            claim_described,
            SHEETS[_kind],
            printed,
            TELLS,
            LARGE,
            hinders=hinders,
            undoes=undoes,
            instead=INSTEAD,
        )
    )
    _known(_kind.value, _kind.label, "receipt", address)
for _one in UndertakingKind:
    approvals.register(
        approvals.Subject(
            _one.value,
            _one.label,
            undertaking_address,
            guard_undertaking,
            follow_undertaking,
            undertaking_is_settled,
            undertaking_described,
            UNDERTAKING_SHEETS[_one],
            printed_undertaking,
            TELLS,
            LARGE,
            hinders=hinders_undertaking,
            undoes=undoes_undertaking,
        )
    )
    _known(_one.value, _one.label, ICONS[_one], undertaking_address)
