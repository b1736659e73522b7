"""What cases are to the floors below: words on a desk, where they are dealt with, who oversees them."""

from django.utils.translation import gettext_lazy as _

from zhongshu.matters.models import Role
from zhongshu.matters.registry import Kind, Words, register
from zhongshu.ui.addresses import numbered
from zhongshu.welfare import policies
from zhongshu.welfare.models import KIND, State

VERBS: dict[str, Words] = {
    State.ASKED: _("报送"),
    State.RETURNED: _("补材料"),
    State.SUBMITTED: _("记答复"),
    State.ANSWERED: _("回告"),
}

register(
    Kind(
        code=KIND,
        title=_("职工服务"),
        icon="user-check",
        address=lambda matter_id: numbered("welfare:case", matter_id),
        verb=lambda role, state: _("查看") if role == Role.READ else VERBS.get(state, _("查看")),
        state=lambda state: State(state).label,
        overseen_by=tuple(map(str, policies.OVERSEEING)),
    )
)
