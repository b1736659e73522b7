"""A prescription as a form: in what case which stage must be passed."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.grammar import Flow, Prescription, Route
from zhongshu.approvals.parts.conditional import ConditionForm
from zhongshu.approvals.parts.part import numbered, with_numbered


class RuleForm(ConditionForm):
    """A prescription; ``ref`` is its place in the list, from 1."""

    heading = _("规定")
    stage = forms.ChoiceField(label=_("必须经过哪个环节"))

    def offer(self) -> None:
        field: Any = self.fields["stage"]
        field.choices = [(one.code, one.title) for one in Flow(self.plan).stages.values()]
        now = numbered(self.plan.prescriptions, self.ref)
        self.when(now.when if now else ())
        if now:
            self.initial = {**self.initial, "title": now.title, "stage": now.stage}

    def applied(self) -> Route:
        data, now = self.cleaned_data, numbered(self.plan.prescriptions, self.ref)
        made = Prescription(data["title"], data.get("when", now.when if now else ()), data["stage"])
        return replace(self.plan, prescriptions=with_numbered(self.plan.prescriptions, self.ref, made))
