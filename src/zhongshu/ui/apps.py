from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "zhongshu.ui"
    label = "ui"
