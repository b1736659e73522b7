"""Forms about one asset from day to day; the subject is the asset."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.assets import choices
from zhongshu.assets.forms.entering import money
from zhongshu.ui.deeds import DeedForm


class LendForm(DeedForm):
    """To whom, until when."""

    lent_to = forms.CharField(label=_("借给谁"), max_length=100, help_text=_("单位和姓名。"))
    back_by = forms.DateField(label=_("归还期限"), widget=forms.DateInput)


class NoteForm(DeedForm):
    """Something to say about it, if there is."""

    note = forms.CharField(label=_("说明"), max_length=300, required=False)


class RepairForm(DeedForm):
    """What was repaired."""

    note = forms.CharField(
        label=_("修了什么、谁修的"), max_length=300, help_text=_("维修费走报销的，写上报销单编号。")
    )


class WriteDownForm(DeedForm):
    """What it is worth now."""

    value = money(_("减值后的价值（元）"))
    reason = forms.CharField(label=_("依据"), max_length=300)


class AmendForm(DeedForm):
    """The words of a card."""

    name = forms.CharField(label=_("名称"), max_length=100)
    spec = forms.CharField(label=_("规格型号"), max_length=200, required=False)
    category = forms.ChoiceField(label=_("类别"))
    measure = forms.CharField(label=_("计量单位"), max_length=10)
    place = forms.CharField(label=_("存放地点"), max_length=100)
    paper = forms.CharField(label=_("来源凭据"), max_length=200, required=False)

    def offer(self) -> None:
        fields: Any = self.fields
        fields["category"].choices = choices.categories()
        for name, field in fields.items():
            field.initial = getattr(self.subject, name)
