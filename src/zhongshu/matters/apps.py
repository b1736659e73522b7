from importlib import import_module

from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "zhongshu.matters"
    label = "matters"

    def ready(self) -> None:
        """Teach the timeline our verbs, and the organisation what can be held."""
        import_module("zhongshu.matters.wording")
        import_module("zhongshu.matters.holdings")
