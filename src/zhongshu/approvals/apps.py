from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApprovalsConfig(AppConfig):
    name = "zhongshu.approvals"
    label = "approvals"
    verbose_name = _("审批")

    def ready(self) -> None:
        """Teach the timeline our verbs, the desks our kind of matter, the organisation what can be held."""
        import_module("zhongshu.approvals.wording")
        import_module("zhongshu.approvals.kind")
        import_module("zhongshu.approvals.holdings")
        import_module("zhongshu.approvals.entries")
