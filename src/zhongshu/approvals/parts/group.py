"""A part with a name of its own (子流程), as a form."""

from dataclasses import replace

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.grammar import Group, Route, editing
from zhongshu.approvals.parts.part import PartForm, missing


class GroupForm(PartForm):
    heading = _("子流程")
    title = forms.CharField(
        label=_("名称"), max_length=40, help_text=_("后面的环节等它整段办完，如“合同会审”。")
    )

    def offer(self) -> None:
        found = editing.find(self.plan, self.ref)
        if isinstance(found, Group):
            self.initial["title"] = found.title
        elif self.ref:
            raise missing()

    def applied(self) -> Route:
        title, found = self.cleaned_data["title"], editing.find(self.plan, self.ref)
        if isinstance(found, Group):
            return editing.exchange(self.plan, replace(found, title=title))
        made = Group(editing.free_code(self.plan, "part"), title, ())
        return editing.insert(self.plan, made, self.place)
