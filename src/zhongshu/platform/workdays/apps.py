from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from zhongshu.platform.journal import sentences
from zhongshu.platform.workdays import wording


class WorkdaysConfig(AppConfig):
    name = "zhongshu.platform.workdays"
    label = "workdays"
    verbose_name = _("工作日历")

    def ready(self) -> None:
        sentences.register("workdays.table_imported", wording.imported, icon="calendar")
        sentences.name(wording.NAMES)
