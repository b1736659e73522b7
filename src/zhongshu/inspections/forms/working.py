"""Forms by which a team writes down what it does and what it finds."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.inspections import queries
from zhongshu.inspections.forms.fields import day, pick, words
from zhongshu.inspections.models import Inspection, Method
from zhongshu.platform.files.keeping import FilesField, HoldsFiles
from zhongshu.ui.deeds import DeedForm


def units_of(one: Inspection) -> list[tuple[int, str]]:
    """The inspected units as choices."""
    return [(unit.pk, unit.short_name) for unit in one.units.all()]


class StepForm(HoldsFiles, DeedForm):
    """By which method, when, where, who, what."""

    method = forms.ChoiceField(label=_("督查方式"), choices=Method.choices)
    on = day(_("日期"))
    place = forms.CharField(label=_("地点"), max_length=100)
    unit_id = pick(_("关于哪个单位"))
    person_ids = forms.TypedMultipleChoiceField(
        label=_("谁参加"), coerce=int, empty_value=[], widget=forms.CheckboxSelectMultiple
    )
    note = words(_("了解到的情况"), rows=4)
    files = FilesField(label=_("佐证材料"), help_text=_("照片、文档都可以，一次可选多份；不得上传涉密文件。"))  # type: ignore[assignment]

    def offer(self) -> None:
        fields: Any = self.fields
        fields["on"].initial = self.today
        fields["unit_id"].choices = [("", _("几个单位或不限")), *units_of(self.subject)]
        team = queries.team(self.subject)
        fields["person_ids"].choices = [(one.person_id, one.person.name) for one in team]
        fields["person_ids"].initial = [one.person_id for one in team if one.person_id in self.actor.seats]


class FindingForm(DeedForm):
    """What was found with which unit."""

    unit_id = pick(_("哪个单位"), required=True)
    step_id = pick(_("由哪次督查发现"))
    text = words(_("发现的问题"), rows=4, hint=_("写清事实：时间、地点、数量。"))

    def offer(self) -> None:
        fields: Any = self.fields
        fields["unit_id"].choices = units_of(self.subject)
        steps = [(one.pk, str(one)) for one in self.subject.steps.all()]
        fields["step_id"].choices = [("", _("不注明")), *steps]
