from importlib import import_module

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "zhongshu.portal"
    label = "portal"

    def ready(self) -> None:
        """Let the notices know the calendar, and the security administrators what was turned away."""
        import_module("zhongshu.portal.wiring")
