from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JournalConfig(AppConfig):
    name = "zhongshu.platform.journal"
    label = "journal"

    def ready(self) -> None:
        """Each app teaches the timeline its verbs in a module ``wording``; all are read at start."""
        autodiscover_modules("wording")
