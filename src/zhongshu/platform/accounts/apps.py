from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from zhongshu.ui import menu


class AccountsConfig(AppConfig):
    name = "zhongshu.platform.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Teach the journal our verbs (their words need the models), and hang the way out into the frame."""
        import_module("zhongshu.platform.accounts.wording").register()
        menu.register(menu.Entry("log_out", _("退出"), "logout", "accounts:log-out", group="log_out"))
