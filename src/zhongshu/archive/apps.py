from django.apps import AppConfig

from zhongshu.archive import wording


class ArchiveConfig(AppConfig):
    name = "zhongshu.archive"
    label = "archive"

    def ready(self) -> None:
        wording.register()
