from importlib import import_module

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "zhongshu.inspections"
    label = "inspections"

    def ready(self) -> None:
        """Teach the timeline, the frame and the desks our words."""
        import_module("zhongshu.inspections.wording")
        import_module("zhongshu.inspections.entries")
        import_module("zhongshu.inspections.kind")
