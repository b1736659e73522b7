from django.apps import AppConfig

from zhongshu.platform.journal import sentences
from zhongshu.platform.workdays import wording


class WorkdaysConfig(AppConfig):
    name = "zhongshu.platform.workdays"
    label = "workdays"

    def ready(self) -> None:
        sentences.register("workdays.table_imported", wording.imported, icon="calendar")
