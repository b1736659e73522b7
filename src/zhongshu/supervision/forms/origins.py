"""The origin of a matter: each kind asks for its own papers, under its own names (rule D-27)."""

from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhongshu.org.models import Unit
from zhongshu.supervision import choices, rules
from zhongshu.supervision.forms.deeds import words
from zhongshu.supervision.models import InstructionClass, Origin
from zhongshu.ui.forms import Form

OF_AN_INSTRUCTION = ("instructed_by_id", "instruction_class", "instruction", "instructed_on")
NAMES: dict[str, dict[str, Promise]] = {
    Origin.INSTRUCTION: {"source_title": _("批示在什么材料上"), "source_number": _("材料文号")},
    Origin.MEETING: {
        "source_title": _("会议名称"),
        "source_number": _("纪要编号"),
        "source_date": _("会议日期"),
    },
    Origin.SUPERIOR: {
        "source_title": _("文件标题"),
        "source_organ": _("发文机关"),
        "source_number": _("发文字号"),
        "source_date": _("成文日期"),
    },
    Origin.KEY_WORK: {
        "source_title": _("分解方案名称"),
        "source_organ": _("印发机关"),
        "source_number": _("任务序号"),
        "source_date": _("印发日期"),
    },
    Origin.PROPOSAL: {
        "source_title": _("建议提案题目"),
        "source_organ": _("领衔代表、委员或团体"),
        "source_number": _("建议提案编号"),
        "source_date": _("交办日期"),
    },
    Origin.PETITION: {
        "source_title": _("信访事项"),
        "source_organ": _("转送交办机关"),
        "source_number": _("信访件编号"),
        "source_date": _("受理日期"),
    },
    Origin.INSPECTION: {
        "source_title": _("督查事项或地点"),
        "source_organ": _("督查组"),
        "source_number": _("问题清单编号"),
        "source_date": _("督查日期"),
    },
    Origin.CRITICISM: {
        "source_title": _("通报或反馈意见名称"),
        "source_organ": _("提出机关"),
        "source_number": _("问题序号"),
        "source_date": _("反馈日期"),
    },
}
"""What each kind of origin calls its papers; a field not named here is not asked for."""


def origin_of(told: str) -> str:
    """The origin that an address names; an instruction where it names none."""
    return told if told in Origin.values else Origin.INSTRUCTION.value


class SourceForm(Form):
    """Where it comes from. Only what this kind of origin has is asked, by the words of its papers."""

    origin = forms.ChoiceField(choices=Origin.choices, widget=forms.HiddenInput)
    source_title = forms.CharField(max_length=200, required=False)
    source_organ = forms.CharField(max_length=100, required=False)
    source_number = forms.CharField(max_length=100, required=False)
    source_date = forms.DateField(required=False, widget=forms.DateInput)
    instructed_by_id = forms.TypedChoiceField(
        label=_("批示领导"), coerce=int, required=False, empty_value=None
    )
    instruction_class = forms.ChoiceField(
        label=_("批示类别"),
        choices=[("", _("请选择")), *InstructionClass.choices],
        required=False,
        help_text=_("只有批办起算时限；指导、参阅只转阅。"),
    )
    instruction = words(_("批示原文"))
    instructed_on = forms.DateField(label=_("批示日期"), required=False, widget=forms.DateInput)

    def __init__(self, *args: Any, organ: Unit, today: date, origin: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organ, self.today, self.kind = organ, today, Origin(origin)
        self.fields["origin"].initial = self.kind
        needed = rules.NEEDS[self.kind]
        for name in ("source_title", "source_organ", "source_number", "source_date"):
            label = NAMES[self.kind].get(name)
            if label is None:
                del self.fields[name]
                continue
            self.fields[name].label = str(label)
            self.fields[name].required = name in needed
            self.fields[name].error_messages["required"] = str(needed.get(name, ""))
        if self.kind != Origin.INSTRUCTION:
            for name in OF_AN_INSTRUCTION:
                del self.fields[name]
        else:
            self.offer_people("instructed_by_id")
            for name in OF_AN_INSTRUCTION:
                self.fields[name].required = name in needed
                self.fields[name].error_messages["required"] = str(needed.get(name, ""))

    def offer_people(self, name: str) -> None:
        """Offer those who may approve or instruct for the organ today."""
        people = choices.approvers(self.organ, self.today)
        self.fields[name].choices = [("", _("请选择")), *people]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The origin is whole: an instruction has its leader, its class, its words and its day together."""
        data = super().clean() or {}
        for name, text in rules.D_27_missing(self.kind, data).items():
            if name in self.fields and name not in self.errors:
                self.add_error(name, str(text))
        if self.kind == Origin.INSTRUCTION and not data.get("source_title"):
            data["source_title"] = self._named_after_the_leader(data)
        return data

    def _named_after_the_leader(self, data: dict[str, Any]) -> str:
        leader = dict(self.fields["instructed_by_id"].choices).get(data.get("instructed_by_id"), "")  # type: ignore[attr-defined]
        return str(_("%(leader)s批示")) % {"leader": str(leader).split("（")[0]} if leader else ""

    @property
    def source(self) -> list[forms.BoundField]:
        """The fields of the origin, in their order."""
        return [self[name] for name in self.fields if name.startswith(("source_", "instruct"))]
