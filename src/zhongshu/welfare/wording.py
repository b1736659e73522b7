"""How the verbs of services to employees are told in a timeline, and how a date was reckoned."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.platform.journal.sentences import name, register
from zhongshu.welfare.models import Outcome

Facts = Mapping[str, Any]


def _sent_back(facts: Facts) -> str:
    told = _("退回补材料")
    told += _("：缺%(missing)s") % facts if facts["missing"] else ""
    return told + (_("；%(reason)s") % facts if facts["reason"] else "")


def _supplemented(facts: Facts) -> str:
    told = _("补交%(handed)s") % facts if facts["handed"] else _("补充说明")
    return told + _("，报送时限%(due)s") % facts


def _submitted(facts: Facts) -> str:
    told = _("%(day)s报送%(agency)s，受理号%(receipt)s") % facts
    return told + (_("（%(because)s）") % facts if facts.get("because") else "")


def _answered(facts: Facts) -> str:
    told = {**facts, "outcome": Outcome(facts["outcome"]).label}
    return _("%(agency)s答复：%(outcome)s") % told


register("welfare.asked", lambda d: _("申请%(service)s，报送时限%(due)s") % d, icon="send")
register("welfare.came_up", lambda d: _("按经办机构日历生成，报送时限%(due)s") % d, icon="calendar-event")
register("welfare.sent_back", _sent_back, icon="arrow-back-up", tone="amber")
register("welfare.supplemented", _supplemented, icon="paperclip")
register("welfare.submitted", _submitted, icon="send")
register("welfare.answered", _answered, icon="mail-opened")
register("welfare.reported_back", lambda d: _("回告本人，办结"), icon="check")
register("welfare.withdrawn", lambda d: _("撤回：%(reason)s") % d, icon="x", tone="amber")
register("welfare.redated", lambda d: _("%(why)s，时限由%(old)s改为%(new)s") % d, icon="calendar-event")
register("welfare.service_offered", lambda d: _("设立服务事项“%(service)s”") % d, icon="plus")
register("welfare.service_changed", lambda d: _("更新服务事项“%(service)s”") % d, icon="edit")
register(
    "welfare.calendar_set",
    lambda d: _("经办机构日历自%(from)s起：%(windows)s（%(source)s），重算时限 %(moved)s 件") % d,
    icon="calendar-event",
)
register("welfare.exported", lambda d: _("导出%(list)s，%(rows)s 行") % d, icon="download")

NAMES = {
    "welfare.answered": gettext_lazy("登记经办机构答复"),
}
name(NAMES)
