from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupervisionConfig(AppConfig):
    name = "zhongshu.supervision"
    label = "supervision"
    verbose_name = _("督查督办")

    def ready(self) -> None:
        """Teach the timeline our verbs, the frame our entries, the desks our kind of matter, the recount our times."""
        import_module("zhongshu.supervision.wording")
        import_module("zhongshu.supervision.entries")
        import_module("zhongshu.supervision.kind")
        import_module("zhongshu.supervision.holdings")
