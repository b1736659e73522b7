from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "zhongshu.platform.files"
    label = "files"
