from importlib import import_module

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "zhongshu.portal"
    label = "portal"

    def ready(self) -> None:
        """Our entries on the menu; the calendar for the notices; what was turned away for the security administrators."""
        import_module("zhongshu.portal.entries")
        import_module("zhongshu.portal.wiring")
