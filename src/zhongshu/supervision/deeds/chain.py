"""A template of steps put to work on a matter, and gone on with."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhongshu.supervision import services
from zhongshu.supervision.deeds.deed import Deed
from zhongshu.supervision.forms.chains import PutToWork


def _go(data: dict[str, Any], common: dict[str, Any]) -> object:
    act = services.begin_chain if "chain_id" in data else services.continue_chain
    return act(**data, **common)


CHAIN = Deed(
    resource="chain",
    verbs=("begin_chain",),
    title=_("按步骤模板办理"),
    button=_("按步骤办"),
    form=PutToWork,
    run=_go,
    done=_("已交办这一步，审核通过后自动交办下一步。"),
    note=_("每一步是一项分解任务，审核通过后自动交办下一步；单位和时限按模板，可以改单位。"),
    icon="list-check",
)
