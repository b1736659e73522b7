from importlib import import_module

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "zhongshu.supervision"
    label = "supervision"

    def ready(self) -> None:
        """Teach the timeline our verbs, and the frame our entries."""
        import_module("zhongshu.supervision.wording")
        import_module("zhongshu.supervision.entries")
