"""Forms by which assets come into the ledger."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.assets import choices
from zhongshu.assets.rules import MOST_CARDS
from zhongshu.ui.deeds import DeedForm

NONE = ("", _("—"))


def pick(label: Any, *, required: bool = True, hint: Any = "") -> forms.TypedChoiceField:
    """A choice among numbered things; None where nothing is picked."""
    return forms.TypedChoiceField(
        label=label, coerce=int, empty_value=None, required=required, help_text=hint
    )


def money(label: Any, hint: Any = "") -> forms.DecimalField:
    """An amount in yuan, typed."""
    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    return forms.DecimalField(
        label=label, widget=widget, max_digits=16, decimal_places=2, min_value=0, help_text=hint
    )


class _CardForm(DeedForm):
    """What stands on a card."""

    name = forms.CharField(label=_("名称"), max_length=100)
    spec = forms.CharField(label=_("规格型号"), max_length=200, required=False)
    category = forms.ChoiceField(label=_("类别"))
    quantity = forms.IntegerField(label=_("每张卡片的数量"), min_value=1, initial=1)
    measure = forms.CharField(label=_("计量单位"), max_length=10, help_text=_("如：台、套、把。"))
    value = money(_("每张卡片的价值（元）"))
    cards = forms.IntegerField(
        label=_("登记几张卡片"), min_value=1, max_value=MOST_CARDS, initial=1,
        help_text=_("同样的东西分给不同的人保管时，一件一张卡片，各有编号。"),
    )  # fmt: skip
    bought_on = forms.DateField(label=_("取得日期"), widget=forms.DateInput)
    unit_id = pick(_("使用单位"))
    keeper_id = pick(_("保管人"))
    place = forms.CharField(label=_("存放地点"), max_length=100)
    paper = forms.CharField(label=_("来源凭据"), max_length=200, required=False)

    @property
    def organ_id(self) -> int:
        """The organ in whose ledger it comes."""
        raise NotImplementedError

    def offer(self) -> None:
        fields: Any = self.fields
        fields["category"].choices = choices.categories()
        fields["unit_id"].choices = choices.units(self.organ_id)
        fields["keeper_id"].choices = [NONE, *choices.people(self.organ_id, self.today)]


class EnterForm(_CardForm):
    """By hand; the subject is the organ."""

    contract_id = pick(_("合同"), required=False)
    decision_id = pick(_("会议决定"), required=False, hint=_("达到大额标准、又没有经报销审批的资产必选。"))

    @property
    def organ_id(self) -> int:
        return int(self.subject.pk)

    def offer(self) -> None:
        super().offer()
        fields: Any = self.fields
        fields["paper"].help_text = _("发票号、调拨单、捐赠协议等。")
        fields["contract_id"].choices = [NONE, *choices.contracts(self.actor)]
        fields["decision_id"].choices = [NONE, *choices.decisions(self.actor)]


class PurchaseForm(_CardForm):
    """Out of a booked purchase; the subject is its claim, with what is ``left`` to enter."""

    @property
    def organ_id(self) -> int:
        return int(self.subject.matter.organ_id)

    def offer(self) -> None:
        super().offer()
        fields: Any = self.fields
        claim = self.subject
        fields["name"].initial = claim.matter.title[:100]
        fields["value"].initial = f"{claim.left:.2f}"
        fields["bought_on"].initial = claim.submitted_on
        fields["unit_id"].initial = claim.matter.unit_id
        fields["keeper_id"].initial = claim.claimant_id
        fields["paper"].help_text = _("入库单号、发票号。")
