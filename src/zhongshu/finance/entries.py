"""Finance's entries in the frame."""

from django.utils.translation import gettext_lazy as _

from zhongshu.finance import policies
from zhongshu.kernel.actors import Actor
from zhongshu.ui import menu


def claims(actor: Actor) -> bool:
    """Whether ``actor`` hands claims in."""
    return bool(policies.may_claim(actor))


def sees_budget(actor: Actor) -> bool:
    """Whether ``actor`` reads the budget and how long claims wait."""
    return bool(policies.may_see_budget(actor))


def sees_funds(actor: Actor) -> bool:
    """Whether ``actor`` reads the register of funds."""
    return bool(policies.may_see_funds(actor))


def watches(actor: Actor) -> bool:
    """Whether ``actor`` sees large items and the map of duties."""
    return bool(policies.may_watch(actor))


menu.register(
    menu.Entry("claims", _("报销借款"), "receipt", "finance:claims", order=50, words="bxjk baoxiao jiekuan", visible=claims),
    menu.Entry("undertakings", _("合同项目"), "file-text", "finance:undertakings", order=51, words="htxm hetong", visible=claims),
    menu.Entry("budget", _("预算指标"), "file-text", "finance:budget", order=52, words="yszb yusuan", visible=sees_budget),
    menu.Entry("ageing", _("报销办理速度"), "clock", "finance:ageing", order=53, words="blsd zhangling", visible=sees_budget),
    menu.Entry("standards", _("开支标准"), "list-check", "finance:standards", order=53, words="kzbz", visible=sees_budget),
    menu.Entry("funds", _("争取资金"), "target-arrow", "finance:funds", order=54, words="zqzj", visible=sees_funds),
    menu.Entry("large", _("大额与重大"), "shield-check", "finance:large", order=55, words="deyzd sanzhongyida", visible=watches),
    menu.Entry("duties", _("廉政风险点"), "sitemap", "finance:duties", order=56, words="lzfxd", visible=watches),
    menu.Entry("new-claim", _("报销"), "receipt", "finance:new-claim", group="create", order=50, visible=claims),
    menu.Entry("new-advance", _("借款"), "receipt", "finance:new-advance", group="create", order=51, visible=claims),
)  # fmt: skip
