"""What a paper to be approved is to the floors below: its words on a desk."""

from pathlib import Path

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import queries, registry
from zhongshu.approvals.models import KIND
from zhongshu.approvals.wording import state_words
from zhongshu.archive import registry as archive
from zhongshu.archive.models import Deposit
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import YES, Verdict, not_yours
from zhongshu.matters.models import Role
from zhongshu.matters.registry import Kind, Words, register
from zhongshu.org.models import Duty
from zhongshu.ui import addresses

VERBS: dict[str, Words] = {Role.APPROVE: _("审批"), Role.HANDLE: _("修改"), Role.READ: _("阅")}


def own_address(matter_id: int) -> str:
    """Where approvals itself shows a paper."""
    return addresses.numbered("approvals:approval", matter_id)


def may_copy(actor: Actor, deposit: Deposit) -> Verdict:
    """Whether ``actor`` may carry a filed paper away whole: who keeps the archive, and who may read all of its form."""
    if actor.has_duty(Duty.KEEP_ARCHIVE, deposit.organ_id):
        return YES
    if not queries.hidden_among(actor, [deposit.matter_id]):
        return YES
    return not_yours(
        "not_all_of_it",
        _now("这份档案里有审批路线不向您显示的栏目，不能整份取走。"),
        _now("请向档案管理人员借阅。"),
    )


archive.ask_before_copies("approvals", may_copy)
registry.ship(Path(__file__).parent / "routes")
registry.register(registry.Subject(KIND, _("审批"), own_address, chooses=True))
register(
    Kind(
        code=KIND,
        title=_("审批"),
        icon="clipboard-check",
        address=own_address,
        verb=lambda role, state: VERBS.get(role, _("查看")),
        state=state_words,
        about=queries.at_a_glance,
    )
)
