from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.ui import menu


class AccountsConfig(AppConfig):
    name = "zhongshu.platform.accounts"
    label = "accounts"
    verbose_name = _("账号与登录")

    def ready(self) -> None:
        """Teach the journal our verbs (their words need the models), and hang our pages into the frame."""
        import_module("zhongshu.platform.accounts.wording").register()
        menu.register(
            menu.Entry("log_out", _("退出"), "logout", "accounts:log-out", group="log_out"),
            menu.Entry("me", _("我的账号"), "user", "accounts:me", group="person", order=90, words="wdzh mm"),
            menu.Entry(
                "accounts",
                _("账号管理"),
                "users",
                "accounts:accounts",
                group="desk",
                phone=1,
                visible=_security,
            ),
            menu.Entry(
                "journal", _("留痕审计"), "history", "accounts:journal", group="desk", phone=1, visible=_audit
            ),
        )


def _security(actor: Actor) -> bool:
    return actor.admin_role == "security"


def _audit(actor: Actor) -> bool:
    return actor.admin_role == "audit"
