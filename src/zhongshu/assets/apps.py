from importlib import import_module

from django.apps import AppConfig


class AssetsConfig(AppConfig):
    name = "zhongshu.assets"
    label = "assets"

    def ready(self) -> None:
        """Teach the timeline, the frame, the desks and the organisation our words."""
        import_module("zhongshu.assets.wording")
        import_module("zhongshu.assets.entries")
        import_module("zhongshu.assets.holdings")
        import_module("zhongshu.assets.kind")
