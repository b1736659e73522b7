"""A part that is another route, called by name, as a form."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.grammar import Group, Route, editing
from zhongshu.approvals.parts.part import PartForm, missing


class CallForm(PartForm):
    heading = _("引用子流程")
    route = forms.ChoiceField(
        label=_("哪一段"), help_text=_("发布时按它当时的版本编入；它改了，重新发布本路线才用新的。")
    )
    title = forms.CharField(
        label=_("在这里叫什么"), max_length=40, required=False, help_text=_("不填就用它的名称。")
    )

    def offer(self) -> None:
        field: Any = self.fields["route"]
        field.choices = [(name, title) for name, title in self.bench.shared if name != self.plan.name]
        found = editing.find(self.plan, self.ref)
        if isinstance(found, Group) and found.route:
            self.initial.update(route=found.route, title=found.title)
        elif self.ref:
            raise missing()

    def applied(self) -> Route:
        name = self.cleaned_data["route"]
        title = self.cleaned_data["title"] or dict(self.bench.shared)[name][:40]
        found = editing.find(self.plan, self.ref)
        if isinstance(found, Group):
            return editing.exchange(self.plan, replace(found, title=title, route=name, body=(), version=0))
        made = Group(editing.free_code(self.plan, "call"), title, (), name)
        return editing.insert(self.plan, made, self.place)
