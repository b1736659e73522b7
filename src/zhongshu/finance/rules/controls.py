"""The eight methods of internal control, and by what each is kept here."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Control:
    """One method, how it is kept, and the name of the page on which that is seen."""

    method: str | Promise
    how: str | Promise
    page: str


def F_03_controls() -> tuple[Control, ...]:
    """不相容岗位分离, 授权审批, 归口管理, 预算控制, 财产保护, 会计控制, 单据控制, 信息内部公开. 内控规范 12 {S}."""
    return (
        Control(_("不相容岗位分离"), _("任职、代理和每一步办理时都查，一人不占两个位置"), "finance:duties"),
        Control(_("授权审批"), _("按金额和类别走审批路线，路线发布前先检查"), "approvals:routes"),
        Control(_("归口管理"), _("财务审核、付款、记账各归其岗"), "org:tree"),
        Control(_("预算控制"), _("提交即占用指标，指标永不透支"), "finance:budget"),
        Control(_("财产保护"), _("合同由他人验收，现金不坐支"), "finance:undertakings"),
        Control(_("会计控制"), _("付款有凭据号，记账有凭证号"), "finance:claims"),
        Control(_("单据控制"), _("一张发票只报一次，报销不超过发票"), "finance:claims"),
        Control(_("信息内部公开"), _("大额、合同、争取资金和办理速度供有权的人查看"), "finance:large"),
    )
