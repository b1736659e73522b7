from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "zhongshu.platform.jobs"
    label = "jobs"
