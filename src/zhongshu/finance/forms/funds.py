"""Forms about funds sought from above."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.finance import queries
from zhongshu.finance.forms.claims import money, pick
from zhongshu.finance.forms.linking import Linking
from zhongshu.finance.models import MovementKind
from zhongshu.ui.deeds import DeedForm


class LinkFundForm(Linking):
    """Of what an application is part."""

    def offer(self) -> None:
        matter = self.subject.matter
        known = matter is not None and matter.pk in queries.openable(self.actor, [matter.pk])
        self.fields["matter_id"].initial = matter.number if known else ""


class FundForm(Linking):
    """What was asked from above; the subject is the organ."""

    project = forms.CharField(label=_("项目"), max_length=200)
    asked_of = forms.CharField(label=_("向谁申请"), max_length=100)
    asked = money(label=_("申请金额（元）"))
    asked_on = forms.DateField(label=_("申请日期"), widget=forms.DateInput)
    paper = forms.CharField(label=_("申请文件"), max_length=200, required=False)
    unit_id = pick(_("责任科室"), required=True)
    field_order = ("project", "asked_of", "asked", "asked_on", "paper", "matter_id", "unit_id")

    def offer(self) -> None:
        self.fields["unit_id"].choices = queries.sections(self.subject)  # type: ignore[attr-defined]


class MovementForm(DeedForm):
    """A sum granted, received or used."""

    kind = forms.ChoiceField(label=_("变动"), choices=MovementKind.choices)
    amount = money(label=_("金额（元）"))
    on = forms.DateField(label=_("日期"), widget=forms.DateInput)
    paper = forms.CharField(label=_("依据"), max_length=200, required=False)


class CloseForm(DeedForm):
    """What came of an application."""

    note = forms.CharField(label=_("结果"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
