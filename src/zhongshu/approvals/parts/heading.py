"""The name of a route as a form."""

from dataclasses import replace

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.grammar import Route
from zhongshu.approvals.parts.part import PartForm


class HeadingForm(PartForm):
    heading = _("路线名称")
    title = forms.CharField(label=_("名称"), max_length=100, help_text=_("提交人按它来选，如“用印审批”。"))

    def offer(self) -> None:
        self.initial["title"] = self.plan.title

    def applied(self) -> Route:
        return replace(self.plan, title=self.cleaned_data["title"])
