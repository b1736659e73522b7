from django.apps import AppConfig


class NumberingConfig(AppConfig):
    name = "zhongshu.platform.numbering"
    label = "numbering"
