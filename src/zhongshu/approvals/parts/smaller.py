"""The smaller parts of a route as forms: fields, branches, parts with a name, prescriptions, the heading."""

from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.forms.conditions import ConditionField, as_rows
from zhongshu.approvals.grammar import (
    Branch,
    Choice,
    Field,
    FieldKind,
    Flow,
    Group,
    Prescription,
    Route,
    editing,
)
from zhongshu.approvals.parts.part import PartForm, missing
from zhongshu.approvals.parts.wording import KINDS


class HeadingForm(PartForm):
    heading = _("路线名称")
    title = forms.CharField(label=_("名称"), max_length=100, help_text=_("提交人按它来选，如“用印审批”。"))

    def offer(self) -> None:
        self.initial["title"] = self.plan.title

    def applied(self) -> Route:
        return replace(self.plan, title=self.cleaned_data["title"])


class FieldForm(PartForm):
    heading = _("表单栏目")
    template = "approvals/part_field.html"
    label = forms.CharField(label=_("栏目名称"), max_length=40)
    kind = forms.ChoiceField(
        label=_("填什么"), choices=KINDS, widget=forms.RadioSelect, initial=FieldKind.TEXT.value
    )
    options = forms.CharField(
        label=_("选项，一行一个"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    needed = forms.BooleanField(label=_("必须填"), required=False, initial=True)
    help = forms.CharField(label=_("填写提示"), max_length=120, required=False)

    def offer(self) -> None:
        now = next((one for one in self.plan.fields if one.code == self.ref), None)
        if now is not None:
            options = "\n".join(label for _code, label in now.choices)
            self.initial = {
                "label": now.label,
                "kind": str(now.kind),
                "options": options,
                "needed": now.required,
            }
            self.initial["help"] = now.help
        elif self.ref:
            raise missing()

    def clean_options(self) -> tuple[tuple[str, str], ...]:
        """Options as (code, label); one that was there keeps its code, papers under way hold it."""
        before = {
            label: code for one in self.plan.fields if one.code == self.ref for code, label in one.choices
        }
        labels = dict.fromkeys(
            line.strip() for line in self.cleaned_data["options"].splitlines() if line.strip()
        )
        if self.data.get("kind") == FieldKind.CHOICE and len(labels) < 2:
            raise ValidationError(_now("请至少写两个选项，一行一个。"))
        return tuple((before.get(label, label), label) for label in labels)

    def applied(self) -> Route:
        data = self.cleaned_data
        kind = FieldKind(data["kind"])
        made = Field(
            code=self.ref or editing.free_code(self.plan, "field"),
            label=data["label"],
            kind=kind,
            required=data["needed"],
            choices=data["options"] if kind == FieldKind.CHOICE else (),
            help=data["help"],
        )
        kept = [made if one.code == self.ref else one for one in self.plan.fields]
        return replace(self.plan, fields=tuple(kept if self.ref else [*kept, made]))


class ConditionForm(PartForm):
    """Something with a title that applies when a condition holds."""

    title = forms.CharField(
        label=_("名称"), max_length=40, error_messages={"required": _("请起个名字，如“五万元以上”。")}
    )

    def when(self, value: Any) -> None:
        """Offer the rows of a condition; one too intricate for rows stays as it is."""
        rows = as_rows(value, self.plan.fields)
        if rows is not None:
            self.fields["when"] = ConditionField(self.plan.fields, label=_("什么情况"))
            self.initial["when"] = rows

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "when" in self.fields and "when" not in self.errors and not data.get("when"):
            self.add_error("when", _now("请写明什么情况。"))
        return data


class BranchForm(ConditionForm):
    """A branch: of the choice ``ref``, the ``way``-th; without ``ref`` the first of a new choice."""

    heading = _("分支")

    def offer(self) -> None:
        self.now: Branch | None = None
        if self.ref:
            found = editing.find(self.plan, self.ref)
            if not isinstance(found, Choice):
                raise missing()
            self.now = found.branches[self.place.way] if self.place.way < len(found.branches) else None
        if self.now:
            self.initial["title"] = self.now.title
        self.when(self.now.when if self.now else ())

    def applied(self) -> Route:
        kept = self.now.when if self.now else ()
        branch = Branch(self.cleaned_data["title"], self.cleaned_data.get("when", kept), ())
        if not self.ref:
            choice = Choice(editing.free_code(self.plan, "choice"), (branch,), ())
            return editing.insert(self.plan, choice, self.place)
        return editing.with_branch(self.plan, self.ref, branch, self.place.way if self.now else None)


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


class RuleForm(ConditionForm):
    """A prescription; ``ref`` is its place in the list, from 1."""

    heading = _("规定")
    stage = forms.ChoiceField(label=_("必须经过哪个环节"))

    def offer(self) -> None:
        field: Any = self.fields["stage"]
        field.choices = [(one.code, one.title) for one in Flow(self.plan).stages.values()]
        now = self._now()
        self.when(now.when if now else ())
        if now:
            self.initial = {**self.initial, "title": now.title, "stage": now.stage}

    def _now(self) -> Prescription | None:
        if not self.ref:
            return None
        rules = dict(enumerate(self.plan.prescriptions, 1))
        if not self.ref.isdecimal() or int(self.ref) not in rules:
            raise missing()
        return rules[int(self.ref)]

    def applied(self) -> Route:
        data, now = self.cleaned_data, self._now()
        made = Prescription(data["title"], data.get("when", now.when if now else ()), data["stage"])
        rules = [made if one is now else one for one in self.plan.prescriptions]
        return replace(self.plan, prescriptions=tuple(rules if now else [*rules, made]))
