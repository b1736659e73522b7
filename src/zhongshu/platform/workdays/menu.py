"""The system administrator's link to the work calendar."""

from django.utils.translation import gettext_lazy as _

from zhongshu.platform.workdays.policies import may_import
from zhongshu.ui import menu

menu.register(
    menu.Entry(
        "workdays", _("工作日历"), "calendar-event", "workdays:years", group="settings", visible=may_import
    )
)
