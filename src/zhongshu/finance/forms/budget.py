"""Forms about budget lines and what is paid back into them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.finance import queries
from zhongshu.finance.forms.claims import NONE, money, pick
from zhongshu.finance.models import Category, PayWay
from zhongshu.ui.deeds import DeedForm
from zhongshu.ui.forms import needed


class LineForm(DeedForm):
    """A budget line to be entered; the subject is the organ."""

    year = forms.IntegerField(label=_("年度"), min_value=2000, max_value=2100)
    code = forms.CharField(label=_("指标代码"), max_length=30)
    title = forms.CharField(label=_("指标名称"), max_length=100)
    amount = money(label=_("指标金额（元）"))
    unit_id = pick(_("使用科室"), help_text=_("不选表示全机关都可以用。"))
    categories = forms.MultipleChoiceField(
        label=_("适用类别"),
        choices=Category.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("一个都不选，各类支出都可以用。"),
    )

    def offer(self) -> None:
        self.fields["year"].initial = self.today.year
        self.fields["unit_id"].choices = [NONE, *queries.sections(self.subject)]  # type: ignore[attr-defined]


class AdjustForm(DeedForm):
    """A budget line to hold more or less."""

    amount = money(label=_("调剂后金额（元）"))
    reason = forms.CharField(
        label=_("调剂依据"), max_length=200, error_messages={"required": _("请写明书面依据。")}
    )

    def offer(self) -> None:
        self.fields["amount"].initial = self.subject.amount


class RepayForm(DeedForm):
    """Part of an advance paid back."""

    amount = money(label=_("还款金额（元）"))
    way = forms.ChoiceField(
        label=_("收款方式"), choices=[(one.value, one.label) for one in (PayWay.TRANSFER, PayWay.CASH)]
    )
    receipt = forms.CharField(label=_("收据号"), max_length=60, required=False)
    deposit = forms.CharField(
        label=_("现金缴款单号"),
        max_length=60,
        required=False,
        help_text=_("收现金的，先送存银行，不能坐支。"),
    )

    def offer(self) -> None:
        owed = self.subject.unsettled
        self.fields["amount"].initial = owed
        self.fields["amount"].help_text = _("最多 %(left)s 元，就是还没有结清的。") % {"left": f"{owed:,.2f}"}
        needed(self.fields["receipt"])  # asked for by the service, with all other faults and not before them
        needed(self.fields["deposit"], _("收现金时必填"))
