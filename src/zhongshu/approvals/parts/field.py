"""A field of the form of a paper, as a form."""

from dataclasses import replace

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.grammar import Field, FieldKind, Route, editing
from zhongshu.approvals.parts.part import PartForm, missing
from zhongshu.approvals.parts.wording import KINDS


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
