"""What a paper to be approved is to the floors below: its words on a desk."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import registry
from zhongshu.approvals.models import KIND
from zhongshu.approvals.wording import state_words
from zhongshu.matters.models import Role
from zhongshu.matters.registry import Kind, Words, register

VERBS: dict[str, Words] = {Role.APPROVE: _("审批"), Role.HANDLE: _("修改"), Role.READ: _("阅")}


def own_address(matter_id: int) -> str:
    """Where approvals itself shows a paper."""
    return reverse("approvals:approval", args=[matter_id])


registry.register(registry.Subject(KIND, _("审批"), own_address))
register(
    Kind(
        code=KIND,
        title=_("审批"),
        icon="clipboard-check",
        address=own_address,
        verb=lambda role, state: VERBS.get(role, _("查看")),
        state=state_words,
        notes=lambda matter: [],
    )
)
