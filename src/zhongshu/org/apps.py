from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from zhongshu.platform.accounts import registry as accounts
from zhongshu.ui import menu


class OrgConfig(AppConfig):
    name = "zhongshu.org"
    label = "org"
    verbose_name = _("机构人员")

    def ready(self) -> None:
        """Teach the timeline our verbs; their words need the models, which are loaded only now."""
        import_module("zhongshu.org.wording").register()
        people = import_module("zhongshu.org.queries.accounts")
        link = import_module("zhongshu.org.services.link_account").link_account
        accounts.register(
            holders_of=people.account_holders,
            accounts_of=people.accounts_called,
            link_account=link,
            held_by=people.held_by_account,
        )
        menu.register(
            menu.Entry("org", _("机构人员"), "sitemap", "org:tree", order=10, group="settings", key="o"),
            menu.Entry(
                "absence",
                _("请假与代理"),
                "calendar-user",
                "org:absence",
                order=20,
                group="person",
                words="qj dl",
            ),
        )
