from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssetsConfig(AppConfig):
    name = "zhongshu.assets"
    label = "assets"
    verbose_name = _("资产")

    def ready(self) -> None:
        """Teach the timeline, the frame, the desks and the organisation our words."""
        import_module("zhongshu.assets.wording")
        import_module("zhongshu.assets.entries")
        import_module("zhongshu.assets.holdings")
        import_module("zhongshu.assets.kind")
