from django.apps import AppConfig


class CliConfig(AppConfig):
    name = "zhongshu.cli"
    label = "cli"
