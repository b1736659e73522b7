"""The cards of the split page: one for each duty found or added by hand."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhongshu.supervision import rules
from zhongshu.supervision.choices import UnitNames
from zhongshu.supervision.forms.alike import DecidesAlike
from zhongshu.supervision.forms.fields import BasisInput, UnitField, UnitsField
from zhongshu.supervision.models import Cycle, Origin
from zhongshu.supervision.services import Choice
from zhongshu.ui.forms import Form, IdsField, needed

PREFIX = "f"
MOST = 300
ASIDE = "aside-"


class FindingForm(DecidesAlike):
    """One duty: open it so, or no follow-up because of a reason."""

    finding_id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    action = forms.CharField(
        label=_("任务"),
        max_length=200,
        error_messages={"required": _("请写任务内容。")},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    lead_id = UnitField(
        label=_("牵头单位"),
        required=True,
        error_messages={"required": _("还没有选牵头单位，请从单位名录中选择。")},
    )
    due = forms.DateField(label=_("办结时限"), required=False, widget=forms.DateInput)
    due_rule = forms.CharField(required=False, widget=forms.HiddenInput)
    support_ids = UnitsField(label=_("配合单位"), help_text=_("几个单位用顿号隔开。"))
    more_support = UnitField(label=_("再加一个配合单位"))
    owner_name = forms.CharField(label=_("责任领导"), max_length=60, required=False)
    cycle = forms.ChoiceField(label=_("回告周期"), choices=Cycle.choices, initial=Cycle.ONCE, required=False)
    no_follow_up = forms.BooleanField(label=_("不需督办"), required=False)
    reason = forms.CharField(label=_("不需督办的理由"), max_length=200, required=False)
    instead_ids = IdsField(required=False)

    def __init__(self, *args: Any, names: UnitNames, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for name in ("lead_id", "support_ids", "more_support"):
            self.fields[name].names = names  # type: ignore[attr-defined]
        needed(self.fields["reason"], _("必填") if self["no_follow_up"].value() else _("不需督办时必填"))

    def clean(self) -> dict[str, Any]:
        """A card that is dropped needs a reason only; any other needs what rules D-17 and the calendar ask."""
        data = super().clean() or {}
        if data.get("no_follow_up"):
            self._forgive()
            if not data.get("reason", "").strip():
                self.add_error("reason", _("不需督办要写明理由。"))
            return data
        self._check_support(data)
        return data

    def clean_due(self) -> date | None:
        due: date | None = self.cleaned_data["due"]
        verdict = rules.past_date(due, today=self.today) if due else None
        if verdict is not None and not verdict and not self.data.get(self.add_prefix("no_follow_up")):
            raise ValidationError(f"{verdict.sentence}{verdict.hint}")
        return due

    def _forgive(self) -> None:
        for name in set(self.errors) - {"reason"}:
            del self.errors[name]

    def _check_support(self, data: dict[str, Any]) -> None:
        more = data.get("more_support")
        supports = tuple(dict.fromkeys([*data.get("support_ids", ()), *([more] if more else [])]))
        data["support_ids"] = supports
        verdict = rules.D_17_one_lead([data["lead_id"]], supports) if data.get("lead_id") else None
        if verdict is not None and not verdict:
            self.add_error("support_ids", f"{verdict.sentence}{verdict.hint}")

    def choice(self) -> Choice:
        """What this card decides."""
        data = self.cleaned_data
        return Choice(
            finding_id=data.get("finding_id"),
            action=data.get("action", ""),
            lead_id=data.get("lead_id"),
            support_ids=data.get("support_ids", ()),
            due=data.get("due"),
            due_rule=data.get("due_rule", ""),
            cycle=data.get("cycle") or Cycle.ONCE,
            owner_name=data.get("owner_name", ""),
            no_follow_up=bool(data.get("no_follow_up")),
            reason=data.get("reason", ""),
            start=data.get("start") or 0,
            end=data.get("end") or 0,
            decided=self.decided(),
            instead_ids=data.get("instead_ids", ()),
        )


class ConfirmForm(Form):
    """What goes for all cards: who approved, on what basis, who instructed, and how many cards there are."""

    approver_id = forms.TypedChoiceField(
        label=_("批准立项的领导"), coerce=int, error_messages={"required": _("请选择批准立项的领导。")}
    )
    basis = forms.CharField(
        label=_("立项依据"),
        max_length=200,
        widget=BasisInput,
        error_messages={"required": _("请写明立项依据，如会议纪要、批示。")},
    )
    origin = forms.ChoiceField(label=_("来源"), choices=Origin.choices, required=False)
    instructed_by_id = forms.TypedChoiceField(
        label=_("批示领导"),
        coerce=int,
        help_text=_("办结后向他回告，回告了才能销号。"),
        error_messages={"required": _("来源是领导批示的，请选批示领导。")},
    )
    instructed_on = forms.DateField(
        label=_("批示日期"),
        widget=forms.DateInput,
        error_messages={"required": _("请填批示日期。")},
    )
    aside = forms.CharField(
        label=_("以上句子不立项的理由"),
        max_length=200,
        required=False,
        help_text=_("写一条，对以上没有单独写理由的各句都适用；其中要立项的，先点“按这句加一条”。"),
    )
    cards = forms.IntegerField(min_value=0, max_value=MOST, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: list[tuple[int, str]], origin: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needed(self.fields["aside"], _("还有句子没有着落时必填"))
        offered = people if len(people) == 1 else [("", _("请选择")), *people]
        self.fields["approver_id"].choices = offered  # type: ignore[attr-defined]
        self.fields["instructed_by_id"].choices = offered  # type: ignore[attr-defined]
        if origin != Origin.INSTRUCTION:
            del self.fields["instructed_by_id"], self.fields["instructed_on"]

    def said(self) -> dict[str, Any]:
        """All of it but the number of cards, as the service is told."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "cards"}
        return told | {"asides": self.asides}

    @property
    def asides(self) -> dict[str, str]:
        """The reasons that single sentences were given ("120-164"), beside the one for the rest."""
        sent = {
            name[len(ASIDE) :]: str(self.data[name]).strip() for name in self.data if name.startswith(ASIDE)
        }
        return {place: reason for place, reason in sent.items() if reason}

    @property
    def instruction(self) -> list[forms.BoundField]:
        """Who instructed and when, where the text is an instruction."""
        return [self[name] for name in ("instructed_by_id", "instructed_on") if name in self.fields]
