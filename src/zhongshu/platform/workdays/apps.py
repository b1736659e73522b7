from django.apps import AppConfig


class WorkdaysConfig(AppConfig):
    name = "zhongshu.platform.workdays"
    label = "workdays"
