"""The system administrator's page, and under everybody's name what one has asked for."""

from django.utils.translation import gettext_lazy as _

from zhongshu.platform.jobs.policies import may_look_after
from zhongshu.ui import menu

menu.register(
    menu.Entry("jobs", _("后台任务"), "hourglass", "jobs:runs", group="person", order=60),
    menu.Entry("system", _("系统运行"), "settings", "jobs:system", group="settings", visible=may_look_after),
)
