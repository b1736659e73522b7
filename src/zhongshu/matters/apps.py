from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MattersConfig(AppConfig):
    name = "zhongshu.matters"
    label = "matters"
    verbose_name = _("事项")

    def ready(self) -> None:
        """Teach the timeline our verbs, and the organisation what can be held."""
        import_module("zhongshu.matters.wording")
        import_module("zhongshu.matters.holdings")
