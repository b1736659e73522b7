"""The Django app of the look."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class UiConfig(AppConfig):
    """No models; templates, tags and static files only."""

    name = "zhongshu.ui"
    label = "ui"

    def ready(self) -> None:
        """Each app names what can be reached in it in a module ``menu``; all are read at start."""
        autodiscover_modules("menu")
