"""Entering a matter by hand: where it comes from, and its one or several tasks."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhongshu.matters.models import Importance, Urgency
from zhongshu.supervision import rules
from zhongshu.supervision.choices import UnitNames
from zhongshu.supervision.forms.alike import DecidesAlike
from zhongshu.supervision.forms.deeds import words
from zhongshu.supervision.forms.fields import BasisInput, UnitField, UnitsField
from zhongshu.supervision.forms.origins import SourceForm
from zhongshu.supervision.models import Cycle, InstructionClass
from zhongshu.supervision.services import Task
from zhongshu.ui.forms import IdsField, needed

MOST = 30
DOCKET, READ = "docket", "read"


class RegisterForm(SourceForm):
    """What all tasks of the origin share: source, approval, urgency; or that it is only to be read, and why."""

    handling = forms.ChoiceField(
        label=_("怎样处理"),
        choices=[(DOCKET, _("立项督办")), (READ, _("只转阅，不立项"))],
        initial=DOCKET,
        widget=forms.RadioSelect,
        required=False,
    )
    reading_reason = forms.CharField(
        label=_("不立项的理由"), max_length=300, required=False, help_text=_("列入转阅清单。")
    )
    reader_ids = UnitsField(label=_("送哪些单位阅"), help_text=_("几个单位用顿号隔开。"))
    basis = forms.CharField(
        label=_("立项依据"),
        max_length=200,
        required=False,
        help_text=_("如会议纪要、批示、文件。"),
        widget=BasisInput,
    )
    approver_id = forms.TypedChoiceField(
        label=_("批准立项的领导"), coerce=int, required=False, empty_value=None
    )
    urgency = forms.TypedChoiceField(
        label=_("紧急程度"), choices=Urgency.choices, coerce=int, initial=Urgency.NORMAL
    )
    importance = forms.TypedChoiceField(
        label=_("重要程度"), choices=Importance.choices, coerce=int, initial=Importance.NORMAL
    )
    chain_id = forms.TypedChoiceField(
        label=_("步骤模板"), coerce=int, required=False, empty_value=None,
        help_text=_("立项后接着选各步由谁办。"),
    )  # fmt: skip
    instead_ids = IdsField(required=False)
    unit_id = forms.TypedChoiceField(label=_("由哪个科室督办"), coerce=int)
    about_id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    tasks = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        desks: list[tuple[int, str]],
        names: UnitNames,
        chains: list[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chain_id"].choices = [("", _("不用模板")), *chains]  # type: ignore[attr-defined]
        self.fields["reader_ids"].names = names  # type: ignore[attr-defined]
        self.offer_people("approver_id")
        self.fields["unit_id"].choices = desks  # type: ignore[attr-defined]
        self._say_what_is_needed()
        if len(desks) == 1:
            self.fields["unit_id"].widget = forms.HiddenInput()
            self.fields["unit_id"].initial = desks[0][0]

    def _say_what_is_needed(self) -> None:
        reading = self.is_for_reading
        needed(self.fields["handling"])
        for name in ("approver_id", "basis"):
            needed(self.fields[name], _("立项时必填") if reading else _("必填"))
        needed(self.fields["reading_reason"], _("必填") if reading else _("只转阅时必填"))

    @property
    def is_for_reading(self) -> bool:
        """Whether nothing is to be docketed."""
        return bool(self["handling"].value() == READ)

    def clean(self) -> dict[str, Any]:
        """What is docketed has its approver and basis; what is only read has its reason."""
        data = super().clean() or {}
        if data.get("handling") == READ:
            reading = rules.D_15_for_reading(data.get("reading_reason", ""))
            if not reading:
                self.add_error("reading_reason", str(reading.sentence))
            return data
        if not data.get("approver_id"):
            self.add_error("approver_id", _("请选择批准立项的领导。"))
        if not data.get("basis", "").strip():
            self.add_error("basis", _("请写明立项依据，如会议纪要、批示。"))
        if data.get("instruction_class") in (InstructionClass.GUIDANCE, InstructionClass.REFERENCE):
            self.add_error("instruction_class", _("指导性、参阅性批示不立项；请在“怎样处理”里选“只转阅”。"))
        return data

    def shared(self) -> dict[str, Any]:
        """What every task takes from here."""
        own = {"handling", "reading_reason", "reader_ids", "unit_id", "tasks", "chain_id", "about_id"}
        return {name: value for name, value in self.cleaned_data.items() if name not in own}


class TaskForm(DecidesAlike):
    """One task, and what was decided about the open matters that it is like."""

    title = forms.CharField(label=_("事项"), max_length=200, error_messages={"required": _("请写事项名称。")})
    requirement = words(_("任务要求"), hint=_("不写就同事项名称。"))
    lead_id = UnitField(
        label=_("牵头单位"), required=True, error_messages={"required": _("请从单位名录中选一个牵头单位。")}
    )
    support_ids = UnitsField(label=_("配合单位"), help_text=_("几个单位用顿号隔开。"))
    due = forms.DateField(
        label=_("办结时限"), required=False, widget=forms.DateInput, help_text=_("不填则按本单位规定推算。")
    )
    cycle = forms.ChoiceField(label=_("回告周期"), choices=Cycle.choices, initial=Cycle.ONCE, required=False)
    owner_name = forms.CharField(label=_("责任领导"), max_length=60, required=False)

    def __init__(self, *args: Any, names: UnitNames, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for name in ("lead_id", "support_ids"):
            self.fields[name].names = names  # type: ignore[attr-defined]

    def only_read(self) -> None:
        """Nobody carries it out: what it is about is all that is asked."""
        self.fields["lead_id"].required = False

    def clean_due(self) -> date | None:
        due: date | None = self.cleaned_data["due"]
        verdict = rules.past_date(due, today=self.today) if due else None
        if verdict is not None and not verdict:
            raise ValidationError(f"{verdict.sentence}{verdict.hint}")
        return due

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("lead_id"):
            verdict = rules.D_17_one_lead([data["lead_id"]], data.get("support_ids", ()))
            if not verdict:
                self.add_error("support_ids", f"{verdict.sentence}{verdict.hint}")
        return data

    def task(self, shared: dict[str, Any]) -> Task:
        """What is to be opened."""
        own = {n: v for n, v in self.cleaned_data.items() if n not in ("how", "other_id", "why")}
        own["requirement"] = own["requirement"].strip() or own["title"]
        own["cycle"] = own["cycle"] or Cycle.ONCE
        return Task(**shared, **own)
