from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "zhongshu.platform.search"
    label = "search"
