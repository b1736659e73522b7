from django.apps import AppConfig


class UsecasesConfig(AppConfig):
    name = "zhongshu.platform.usecases"
    label = "usecases"
