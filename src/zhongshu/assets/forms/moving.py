"""Forms by which assets change hands or leave the house; the subject is one of them, or the slip."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.assets import choices, queries
from zhongshu.assets.forms.entering import NONE, pick
from zhongshu.assets.models import Way
from zhongshu.ui.deeds import DeedForm


class _SlipForm(DeedForm):
    """What goes on the slip."""

    asset_ids = forms.TypedMultipleChoiceField(
        label=_("哪些资产"), coerce=int, widget=forms.CheckboxSelectMultiple,
        help_text=_("同一个人保管的可以一起办。"),
    )  # fmt: skip
    reason = forms.CharField(label=_("原因"), max_length=300)

    def offer(self) -> None:
        fields: Any = self.fields
        fields["asset_ids"].choices = queries.beside(self.actor, self.subject)
        fields["asset_ids"].initial = [self.subject.pk]


class HandOverForm(_SlipForm):
    """To whom."""

    keeper_id = pick(_("由谁保管"))
    unit_id = pick(_("由哪个单位使用"))
    place = forms.CharField(label=_("存放地点"), max_length=100)

    def offer(self) -> None:
        super().offer()
        fields: Any = self.fields
        fields["keeper_id"].choices = [NONE, *choices.people(self.subject.organ_id, self.today)]
        fields["unit_id"].choices = choices.units(self.subject.organ_id)
        fields["unit_id"].initial = self.subject.unit_id
        fields["place"].initial = self.subject.place


class DisposeForm(_SlipForm):
    """How, and which leader approves it."""

    way = forms.ChoiceField(
        label=_("处置方式"), choices=[one for one in Way.choices if one[0] != Way.HAND_OVER]
    )
    approver_id = pick(_("请哪位领导批准"))

    def offer(self) -> None:
        super().offer()
        fields: Any = self.fields
        fields["approver_id"].choices = choices.leaders(self.subject.organ_id, self.today)


class ApproveForm(DeedForm):
    """The decision that a big disposal rests on."""

    decision_id = pick(
        _("会议决定"),
        required=False,
        hint=_("达到大额处置标准的必选；近期没有会议决定的处置和盘亏合并计算。"),
    )

    def offer(self) -> None:
        fields: Any = self.fields
        fields["decision_id"].choices = [NONE, *choices.decisions(self.actor)]
