from django.apps import AppConfig


class NotifyConfig(AppConfig):
    name = "zhongshu.platform.notify"
    label = "notify"
