"""How the verbs of assets are told in a timeline."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.platform.journal.sentences import register

Facts = Mapping[str, Any]


def _noted(told: Callable[[Facts], str]) -> Callable[[Facts], str]:
    """The sentence with the note behind it, where there is one."""
    return lambda facts: told(facts) + (f"{_('：')}{facts['note']}" if facts.get("note") else "")


register(
    "assets.entered",
    lambda d: _("登记入账：%(name)s %(amount)s，%(value)s 元，%(unit)s使用，%(keeper)s保管") % d,
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
    icon="edit",
    tone="amber",
)
register("assets.changed_hands", lambda d: _("%(from)s离任，移交%(to)s保管") % d, icon="users")
register("assets.exported", lambda d: _("导出%(list)s，%(rows)s 行") % d, icon="download")
