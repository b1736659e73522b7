"""The Django app of the look."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """No models; templates, tags and static files only."""

    name = "zhongshu.ui"
    label = "ui"
    verbose_name = "界面"
