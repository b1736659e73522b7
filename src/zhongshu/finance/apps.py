from importlib import import_module

from django.apps import AppConfig


class FinanceConfig(AppConfig):
    name = "zhongshu.finance"
    label = "finance"

    def ready(self) -> None:
        """Teach the timeline, the frame and the desks our words, approvals what follows for money."""
        import_module("zhongshu.finance.wording")
        import_module("zhongshu.finance.entries")
        import_module("zhongshu.finance.kind")
