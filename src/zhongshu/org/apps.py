from importlib import import_module

from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "zhongshu.org"
    label = "org"

    def ready(self) -> None:
        """Teach the timeline our verbs; their words need the models, which are loaded only now."""
        import_module("zhongshu.org.wording").register()
