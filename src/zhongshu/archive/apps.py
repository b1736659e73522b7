from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "zhongshu.archive"
    label = "archive"
