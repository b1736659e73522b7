from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WelfareConfig(AppConfig):
    name = "zhongshu.welfare"
    label = "welfare"
    verbose_name = _("职工服务")

    def ready(self) -> None:
        """Teach the timeline, the frame, the desks and the calendar our words and dates."""
        for name in ("wording", "entries", "kind", "holdings"):
            import_module(f"zhongshu.welfare.{name}")
