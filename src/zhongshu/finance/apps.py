from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FinanceConfig(AppConfig):
    name = "zhongshu.finance"
    label = "finance"
    verbose_name = _("费用与资金")

    def ready(self) -> None:
        """Teach the timeline, the frame and the desks our words, approvals what follows for money."""
        import_module("zhongshu.finance.wording")
        import_module("zhongshu.finance.entries")
        import_module("zhongshu.finance.holdings")
        import_module("zhongshu.finance.kind")
