from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "zhongshu.platform.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Each app declares its jobs in a module ``jobs``; all are read at start."""
        autodiscover_modules("jobs")
