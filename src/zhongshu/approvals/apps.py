from importlib import import_module

from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    name = "zhongshu.approvals"
    label = "approvals"

    def ready(self) -> None:
        """Teach the timeline our verbs, the desks our kind of matter, the organisation what can be held."""
        import_module("zhongshu.approvals.wording")
        import_module("zhongshu.approvals.kind")
        import_module("zhongshu.approvals.holdings")
        import_module("zhongshu.approvals.entries")
