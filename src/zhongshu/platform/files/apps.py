from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from zhongshu.platform.usecases.typed import on_typed_words


class FilesConfig(AppConfig):
    name = "zhongshu.platform.files"
    label = "files"
    verbose_name = _("文件")

    def ready(self) -> None:
        """What is typed in any act is held to the law on secrecy marks, as a file is (C-01; its journal needs the models)."""
        on_typed_words(import_module("zhongshu.platform.files.services").refuse_secrets)
