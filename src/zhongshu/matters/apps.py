from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "zhongshu.matters"
    label = "matters"
