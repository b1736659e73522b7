"""Opening one matter by hand: from an instruction, a paper, a proposal."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Importance, Urgency
from zhongshu.org.models import Unit
from zhongshu.supervision import choices, rules
from zhongshu.supervision.choices import UnitNames
from zhongshu.supervision.forms.deeds import words
from zhongshu.supervision.forms.fields import UnitField, UnitsField
from zhongshu.supervision.models import Cycle, InstructionClass, Origin
from zhongshu.supervision.services import Task
from zhongshu.ui.forms import Form


class RegisterForm(Form):
    """What service ``open_directive`` needs, filled in by one person today."""

    title = forms.CharField(label=_("事项"), max_length=200, error_messages={"required": _("请写事项名称。")})
    requirement = words(_("任务要求"), missing=_("请写任务要求。"))
    lead_id = UnitField(
        label=_("牵头单位"), required=True, error_messages={"required": _("请从单位名录中选一个牵头单位。")}
    )
    support_ids = UnitsField(label=_("配合单位"), help_text=_("几个单位用顿号隔开。"))
    due = forms.DateField(
        label=_("办结时限"), required=False, widget=forms.DateInput, help_text=_("不填则按本单位规定推算。")
    )
    cycle = forms.ChoiceField(label=_("回告周期"), choices=Cycle.choices, initial=Cycle.ONCE)
    urgency = forms.TypedChoiceField(
        label=_("紧急程度"), choices=Urgency.choices, coerce=int, initial=Urgency.NORMAL
    )
    importance = forms.TypedChoiceField(
        label=_("重要程度"), choices=Importance.choices, coerce=int, initial=Importance.NORMAL
    )
    owner_name = forms.CharField(label=_("责任领导"), max_length=60, required=False)
    origin = forms.ChoiceField(label=_("来源"), choices=Origin.choices, initial=Origin.INSTRUCTION)
    source_title = forms.CharField(
        label=_("来源名称"),
        max_length=200,
        help_text=_("如：陈立秘书长 9 月 18 日批示、市委〔2026〕12 号文件。"),
        error_messages={"required": _("请写来源名称，没有来源不立项。")},
    )
    basis = forms.CharField(
        label=_("立项依据"),
        max_length=200,
        error_messages={"required": _("请写明立项依据，如会议纪要、批示。")},
    )
    approver_id = forms.TypedChoiceField(
        label=_("批准立项的领导"), coerce=int, error_messages={"required": _("请选择批准立项的领导。")}
    )
    instructed_by_id = forms.TypedChoiceField(
        label=_("批示领导"), coerce=int, required=False, empty_value=None
    )
    instruction_class = forms.ChoiceField(
        label=_("批示类别"), choices=[("", _("请选择")), *InstructionClass.choices], required=False
    )
    instruction = words(_("批示内容"))
    instructed_on = forms.DateField(label=_("批示日期"), required=False, widget=forms.DateInput)
    unit_id = forms.TypedChoiceField(label=_("由哪个科室督办"), coerce=int)

    def __init__(
        self, *args: Any, actor: Actor, desks: list[tuple[int, str]], organ: Unit, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.actor, self.today, self.unit_names = actor, today, UnitNames()
        for name in ("lead_id", "support_ids"):
            self.fields[name].names = self.unit_names  # type: ignore[attr-defined]
        people = choices.approvers(organ, today)
        self._offer("approver_id", people)
        self._offer("instructed_by_id", people)
        self.fields["unit_id"].choices = desks  # type: ignore[attr-defined]
        if len(desks) == 1:
            self.fields["unit_id"].widget = forms.HiddenInput()
            self.fields["unit_id"].initial = desks[0][0]

    def _offer(self, name: str, people: list[tuple[int, str]]) -> None:
        self.fields[name].choices = [("", _("请选择")), *people]  # type: ignore[attr-defined]

    def clean_due(self) -> date | None:
        due: date | None = self.cleaned_data["due"]
        verdict = rules.past_date(due, today=self.today) if due else None
        if verdict is not None and not verdict:
            raise ValidationError(f"{verdict.sentence}{verdict.hint}")
        return due

    def clean(self) -> dict[str, Any]:
        """An instruction is whole: its leader, its class, its words and its day together."""
        data = super().clean() or {}
        if data.get("origin") == Origin.INSTRUCTION:
            for name, text in _INSTRUCTION.items():
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, text)
        if data.get("lead_id"):
            verdict = rules.D_17_one_lead([data["lead_id"]], data.get("support_ids", ()))
            if not verdict:
                self.add_error("support_ids", f"{verdict.sentence}{verdict.hint}")
        return data

    def task(self) -> Task:
        """What is to be opened."""
        return Task(**{name: value for name, value in self.cleaned_data.items() if name != "unit_id"})


_INSTRUCTION = {
    "instructed_by_id": _("来源是领导批示的，请选批示领导。"),
    "instruction_class": _("请选批示类别；只有批办类立项督办。"),
    "instruction": _("请写批示原文。"),
    "instructed_on": _("请填批示日期。"),
}
