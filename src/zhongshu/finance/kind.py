"""What claims and advances are to the floors below: their words on a desk, and what follows from approval."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import registry as approvals
from zhongshu.approvals.wording import state_words
from zhongshu.finance.models import ClaimKind
from zhongshu.finance.papers import printed
from zhongshu.finance.services.follow import follow, guard
from zhongshu.matters.models import Role
from zhongshu.matters.registry import Kind, Words, register

VERBS: dict[str, Words] = {Role.APPROVE: _("审批"), Role.HANDLE: _("修改"), Role.READ: _("阅")}
SHEETS: dict[str, Words] = {ClaimKind.CLAIM: _("经费报销单"), ClaimKind.ADVANCE: _("借款单")}
ICONS = {ClaimKind.CLAIM: "receipt", ClaimKind.ADVANCE: "receipt"}


def address(matter_id: int) -> str:
    """Where a claim is shown."""
    return reverse("finance:claim", args=[matter_id])


for _kind in ClaimKind:
    approvals.register(
        approvals.Subject(_kind.value, _kind.label, address, guard, follow, SHEETS[_kind], printed)
    )
    register(
        Kind(
            code=_kind.value,
            title=_kind.label,
            icon=ICONS[_kind],
            address=address,
            verb=lambda role, state: VERBS.get(role, _("查看")),
            state=state_words,
            notes=lambda matter: [],
        )
    )
