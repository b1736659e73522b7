from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InspectionsConfig(AppConfig):
    name = "zhongshu.inspections"
    label = "inspections"
    verbose_name = _("督查行动")

    def ready(self) -> None:
        """Teach the timeline, the frame, the desks and the organisation our words."""
        import_module("zhongshu.inspections.wording")
        import_module("zhongshu.inspections.entries")
        import_module("zhongshu.inspections.holdings")
        import_module("zhongshu.inspections.kind")
