"""How the verbs of assets are told in a timeline."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.assets.models import Way
from zhongshu.platform.journal.sentences import name, register

Facts = Mapping[str, Any]


def _by_way(told: Callable[[Facts], str]) -> Callable[[Facts], str]:
    """The sentence with the way of a disposal in words."""
    return lambda facts: told({**facts, "way": Way(facts["way"]).label})


def _noted(told: Callable[[Facts], str]) -> Callable[[Facts], str]:
    """The sentence with the note behind it, where there is one."""
    return lambda facts: told(facts) + (f"{_('：')}{facts['note']}" if facts.get("note") else "")


register(
    "assets.entered",
    lambda d: _("登记入账：%(name)s %(amount)s，%(value)s 元，%(unit)s使用，%(keeper)s保管") % d,
    sums=("value",),
    icon="plus",
)
register("assets.lent", lambda d: _("借给%(to)s，%(until)s前归还") % d, icon="arrow-forward-up")
register("assets.taken_back", _noted(lambda d: _("%(by)s归还") % d), icon="arrow-back-up")
register("assets.laid_idle", _noted(lambda d: _("停用，闲置")), icon="clock")
register("assets.used_again", _noted(lambda d: _("重新启用")), icon="check")
register("assets.repaired", _noted(lambda d: _("维修")), icon="edit")
register("assets.amended", lambda d: _("更正资产卡片"), icon="edit")
register(
    "assets.written_down",
    lambda d: _("账面价值由 %(before)s 元减为 %(value)s 元：%(reason)s") % d,
    sums=("before", "value"),
    icon="edit",
    tone="amber",
)
register("assets.changed_hands", lambda d: _("%(from)s离任，移交%(to)s保管") % d, icon="users")
register("assets.exported", lambda d: _("导出%(list)s，%(rows)s 行") % d, icon="download")
register("assets.stocktake_due", lambda d: _("满 %(months)s 个月，应当盘点") % d, icon="clock")
register(
    "assets.stocktake_begun",
    lambda d: _("开始盘点，清单 %(cards)s 项，%(counters)s清点") % d,
    icon="list-check",
)
register("assets.counted", lambda d: _("清点 %(lines)s 项") % d, icon="check")
register(
    "assets.surplus_found",
    lambda d: _("发现账外的%(name)s %(amount)s，在%(place)s") % d,
    icon="alert-triangle",
)
register(
    "assets.count_finished", lambda d: _("清点完毕，差异 %(differences)s 项") % d, icon="clipboard-check"
)
register(
    "assets.difference_explained",
    lambda d: _("说明差异（%(name)s %(difference)s）：%(explanation)s") % d,
    icon="edit",
)
register("assets.difference_agreed", lambda d: _("同意调账：%(name)s %(difference)s") % d, icon="check")
register(
    "assets.recount_asked",
    lambda d: _("退回复点（%(name)s）：%(reason)s") % d,
    icon="arrow-back-up",
    tone="amber",
)
register(
    "assets.stocktake_closed", lambda d: _("盘点结束，%(cards)s 张卡片账实相符") % d, icon="circle-check"
)
register("assets.stocktake_stopped", lambda d: _("终止盘点：%(reason)s") % d, icon="x", tone="amber")
register("assets.stocktake_archived", lambda d: _("归档，档号 %(code)s") % d, icon="folder")
register("assets.found", lambda d: _("盘点（%(round)s）：账实相符，在%(place)s") % d, icon="check")
register(
    "assets.adjusted",
    lambda d: _("盘点（%(round)s）：由 %(before)s 调为 %(amount)s：%(why)s") % d,
    icon="edit",
    tone="amber",
)
register("assets.written_off", lambda d: _("盘点（%(round)s）：盘亏核销：%(why)s") % d, icon="x", tone="red")
register(
    "assets.hand_over_begun",
    lambda d: _("由%(from)s移交%(to)s，共 %(count)s 项：%(reason)s") % d,
    icon="arrow-forward-up",
)
register("assets.hand_over_signed", lambda d: _("在移交单上签字"), icon="check")
register(
    "assets.handed_over",
    lambda d: _("%(from)s移交%(to)s保管，%(unit)s使用，在%(place)s（%(slip)s）") % d,
    icon="arrow-forward-up",
)
register(
    "assets.disposal_begun",
    _by_way(lambda d: _("申请%(way)s %(count)s 项，价值 %(value)s 元：%(reason)s") % d),
    sums=("value",),
    icon="edit",
)
register(
    "assets.disposal_asked",
    _by_way(lambda d: _("申请%(way)s（%(slip)s）：%(reason)s") % d),
    icon="edit",
    tone="amber",
)
register(
    "assets.disposal_approved",
    _by_way(lambda d: _("批准%(way)s，价值 %(value)s 元") % d),
    sums=("value",),
    icon="check",
)
register("assets.disposed", _by_way(lambda d: _("%(way)s，销账（%(slip)s）") % d), icon="x", tone="red")
register("assets.move_refused", lambda d: _("没有同意：%(reason)s") % d, icon="x", tone="amber")
register("assets.stays", lambda d: _("处置没有批准（%(slip)s），闲置：%(reason)s") % d, icon="arrow-back-up")

NAMES = {
    "assets.disposal_approved": gettext_lazy("批准处置"),
    "assets.disposal_asked": gettext_lazy("提请处置"),
    "assets.disposal_begun": gettext_lazy("开始处置"),
    "assets.disposed": gettext_lazy("处置销账"),
}
name(NAMES)
