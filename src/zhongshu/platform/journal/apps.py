from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "zhongshu.platform.journal"
    label = "journal"
