"""Forms of a stocktake: begun, counted, explained, decided."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.assets import choices, queries, services
from zhongshu.assets.forms.entering import NONE, money, pick
from zhongshu.assets.models import Line
from zhongshu.ui.deeds import DeedForm
from zhongshu.ui.forms import asked_with, dress, needed

FOUND, PLACE = "found_", "place_"
HEADS = {FOUND: _("找到几件"), PLACE: _("在别处找到的，写明地点")}
"""What the two boxes of a line are for; said in them where the table has no heads, as on a phone."""
AT_ONCE = 50
AGREE, RECOUNT = "agree", "recount"


class BeginForm(DeedForm):
    """Who counts and who decides; the subject is a planned stocktake."""

    counter_ids = forms.TypedMultipleChoiceField(
        label=_("盘点人"), coerce=int, widget=forms.CheckboxSelectMultiple,
        help_text=_("管资产台账的人不盘点；自己保管的由另一名盘点人盘点，一般选两人以上。"),
    )  # fmt: skip
    approver_id = pick(_("请哪位领导审定"))
    due = forms.DateField(
        label=_("完成时限"), required=False, widget=forms.DateInput, help_text=_("不填的按默认时限。")
    )

    @property
    def organ_id(self) -> int:
        """Whose ledger is counted."""
        return int(self.subject.matter.organ_id)

    def offer(self) -> None:
        fields: Any = self.fields
        fields["counter_ids"].choices = choices.counters(self.organ_id, self.today)
        fields["approver_id"].choices = choices.leaders(self.organ_id, self.today)


class StartForm(BeginForm):
    """Likewise; the subject is the organ, and it is said what is counted."""

    unit_id = pick(_("盘点哪个单位"), required=False)
    category = forms.ChoiceField(label=_("盘点哪一类"), required=False)
    field_order = ("unit_id", "category", "counter_ids", "approver_id", "due")

    @property
    def organ_id(self) -> int:
        return int(self.subject.pk)

    def offer(self) -> None:
        super().offer()
        fields: Any = self.fields
        fields["unit_id"].choices = [("", _("全机关")), *choices.units(self.organ_id)]
        fields["category"].choices = [("", _("全部类别")), *choices.categories()]


class CountForm(DeedForm):
    """How many of each of the next lines were found, and where."""

    def offer(self) -> None:
        self.lines: list[Line] = list(queries.to_count(self.actor, self.subject)[:AT_ONCE])
        for line in self.lines:
            found = forms.IntegerField(label=str(line), required=False, min_value=0)
            place = forms.CharField(label=_("在别处找到的，写明地点"), required=False, max_length=100)
            for name, field in ((FOUND, found), (PLACE, place)):
                dress(field)
                field.widget.attrs["placeholder"] = HEADS[name]
                self.fields[f"{name}{line.pk}"] = field

    @property
    def rows(self) -> list[tuple[Line, Any, Any]]:
        """Each line with its two boxes."""
        return [(line, self[f"{FOUND}{line.pk}"], self[f"{PLACE}{line.pk}"]) for line in self.lines]

    def counts(self) -> dict[int, services.Count]:
        """What was filled in, by the ids of lines."""
        data = self.cleaned_data
        filled = [line.pk for line in self.lines if data.get(f"{FOUND}{line.pk}") is not None]
        return {pk: services.Count(data[f"{FOUND}{pk}"], data[f"{PLACE}{pk}"]) for pk in filled}

    def clean(self) -> dict[str, Any]:
        """The counts beside what was typed, so that the deed finds them."""
        return (super().clean() or {}) | {"counts": self.counts()}


class SurplusForm(DeedForm):
    """What stands on no card."""

    name = forms.CharField(label=_("名称"), max_length=100)
    spec = forms.CharField(label=_("规格型号"), max_length=200, required=False)
    quantity = forms.IntegerField(label=_("数量"), min_value=1, initial=1)
    measure = forms.CharField(label=_("计量单位"), max_length=10, help_text=_("如：台、套、把。"))
    place = forms.CharField(label=_("在哪里"), max_length=100)


class ExplainForm(DeedForm):
    """Why fewer or more were found; of a surplus also what its card will say. The subject is the line."""

    explanation = forms.CharField(
        label=_("差异的原因"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )
    category = forms.ChoiceField(label=_("类别"))
    value = money(_("价值（元）"), _("没有凭据的按同类资产估价。"))
    unit_id = pick(_("使用单位"))
    keeper_id = pick(_("保管人"))

    def offer(self) -> None:
        fields: Any = self.fields
        if self.subject.asset_id:
            for name in ("category", "value", "unit_id", "keeper_id"):
                del fields[name]
            return
        organ_id = self.subject.stocktake.matter.organ_id
        fields["category"].choices = choices.categories()
        fields["unit_id"].choices = choices.units(organ_id)
        fields["keeper_id"].choices = [NONE, *choices.people(organ_id, self.today)]


class DecideForm(DeedForm):
    """The book follows, or it is counted again; the subject is the line."""

    how = forms.ChoiceField(
        label=_("怎样处理"), widget=forms.RadioSelect, initial=AGREE,
        choices=[(AGREE, _("同意，按盘点数调账")), (RECOUNT, _("退回复点"))],
    )  # fmt: skip
    decision_id = pick(_("会议决定"), required=False)
    reason = forms.CharField(label=_("为什么复点"), max_length=300, required=False)

    def offer(self) -> None:
        fields: Any = self.fields
        fields["decision_id"].choices = [NONE, *choices.decisions(self.actor)]
        fields["decision_id"].help_text = _now(
            "这次盘点短少合计 %(sum)s 元；达到大额处置标准的，每一项都要选。"
        ) % {"sum": f"{queries.losses(self.subject.stocktake):,.2f}"}
        needed(fields["reason"], _("退回复点时必填"))
        asked_with(self, "how", {AGREE: ("decision_id",), RECOUNT: ("reason",)})


class PlainForm(DeedForm):
    """Nothing to fill in."""


class StopForm(DeedForm):
    """Why."""

    reason = forms.CharField(label=_("理由"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
