"""The small forms of a matter's page, one for each thing that can be done to it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.platform.files.keeping import FilesField, HoldsFiles
from zhongshu.supervision import choices
from zhongshu.supervision.forms.fields import UnitField, UnitsField
from zhongshu.supervision.forms.known import FiguresMixin, fill_in, without_what_is_known
from zhongshu.supervision.models import Blocker, Directive, InstructionClass
from zhongshu.supervision.services import Offer
from zhongshu.ui.forms import Form, IdsField, needed


class DeedForm(Form):
    """A form about one matter, filled in by one person today."""

    def __init__(self, *args: Any, directive: Directive, actor: Actor, today: date, **kwargs: Any) -> None:
        self.directive, self.actor = directive, actor
        self.today = today
        super().__init__(*args, **kwargs)
        self.offer()

    def offer(self) -> None:
        """Fill in what this matter allows to choose from."""


class FilesMixin(HoldsFiles):
    files = FilesField(label=_("附件"), help_text=_("照片、文档都可以，一次可选多份；不得上传涉密文件。"))  # type: ignore[assignment]


def words(label: Any, *, hint: Any = "", missing: Any = "", rows: int = 3, css: str = "") -> forms.CharField:
    """A box for sentences, required when ``missing`` says what to do if it is left empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(missing),
        error_messages={"required": missing},
        widget=forms.Textarea(attrs={"rows": rows} | ({"class": css} if css else {})),
    )


class Signature(DeedForm):
    """Nothing to fill in: who signs becomes the handler."""


class GivesWork(DeedForm):
    """Gives the matter to somebody; where he is away, ``offers`` are the ways out (buttons)."""

    instead_ids = IdsField(required=False)
    offers: Sequence[Offer] = ()


class Objection(DeedForm):
    reason = words(_("异议理由"), missing=_("请写明为什么不归本单位牵头，应当由谁牵头。"))


class Progress(FilesMixin, FiguresMixin, DeedForm):
    text = words(_("进展"), hint=_("做了什么，下一步做什么。"))
    blocker = forms.ChoiceField(
        label=_("卡在哪里"), choices=Blocker.choices, required=False, widget=forms.RadioSelect
    )
    field_order = ("text", "blocker", "files", "kept")

    def offer(self) -> None:
        needed(self.fields["text"], _("文字、材料、数据至少一项"))
        self.fields["blocker"].initial = self.directive.blocker
        self.known = fill_in(self.directive, self.fields["text"], self.today, sent=self.is_bound)
        self.offer_figures(self.directive)

    def clean(self) -> dict[str, Any]:
        """One press on 没有新变化 says that all is as it was; else something must be told."""
        data = self.gathered(super().clean() or {})
        if "unchanged" in self.data:
            data |= {"text": "", "blocker": self.directive.blocker}
        elif not (data.get("text", "").strip() or self.tells_otherwise(data)):
            self.add_error("text", _("请写一两句进展；和上次一样的，点“和上次一样，没有新变化”。"))
        return without_what_is_known(data, self.known)


class Reminder(DeedForm):
    note = words(_("催办的话"), hint=_("不写就用：请抓紧办理并回告进展。"))


class ExtensionRequest(DeedForm):
    new_due = forms.DateField(
        label=_("申请延至"), widget=forms.DateInput, error_messages={"required": _("请选择新的日期。")}
    )
    reason = words(_("理由"), missing=_("请写明为什么不能按期办结。"))

    def clean_new_due(self) -> date:
        day: date = self.cleaned_data["new_due"]
        current = self.directive.matter.current_due
        if current and day <= current:
            raise ValidationError(_("新时限要晚于现在的时限 %(due)s。"), params={"due": current.isoformat()})
        return day


class ExtensionDecision(DeedForm):
    verdict = forms.ChoiceField(
        label=_("审批意见"),
        choices=[("grant", _("同意")), ("refuse", _("不同意"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择同意或不同意。")},
    )
    opinion = words(_("说明"))

    def offer(self) -> None:
        super().offer()
        needed(self.fields["opinion"], _("不同意时必填"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("verdict") == "refuse" and not data.get("opinion", "").strip():
            self.add_error("opinion", _("不同意要写明理由。"))
        return data


class PassOn(DeedForm):
    offers: Sequence[Offer] = ()
    person_id = forms.TypedChoiceField(
        label=_("转给谁经办"), coerce=int, error_messages={"required": _("请选择经办人。")}
    )

    def offer(self) -> None:
        unit = self.directive.matter.lead_unit
        people = choices.colleagues(unit, self.today) if unit else []
        self.fields["person_id"].choices = [("", _("请选择")), *people]  # type: ignore[attr-defined]


class Reason(DeedForm):
    """A decision that needs a reason and nothing else."""

    reason = words(_("理由"), missing=_("请写明理由。"))


class Reopening(GivesWork, Reason):
    """Why it is taken up again."""


class Shelving(Reason):
    """For reading only: why, and by whom."""

    reader_ids = UnitsField(label=_("送哪些单位阅"), help_text=_("几个单位用顿号隔开。"))

    @property
    def unit_labels(self) -> list[str]:
        """Names for the list that the unit field offers."""
        return list(self.fields["reader_ids"].names.labels.values())  # type: ignore[attr-defined]


class Instruction(GivesWork):
    """A leader's words on a matter."""

    text = words(_("批示内容"), missing=_("请写批示内容，或点一个常用语。"), rows=4, css="inp--pishi")
    instruction_class = forms.ChoiceField(
        label=_("类别"),
        choices=InstructionClass.choices,
        initial=InstructionClass.ORDER,
        widget=forms.RadioSelect,
        help_text=_("批办要回告；指导、参阅只送阅。"),
    )
    supervise = forms.BooleanField(
        label=_("同时立为督办，由督查科登记后交办"),
        required=False,
        help_text=_("有几件事的，每件写一行，各立一件。"),
    )


class Dispatch(GivesWork):
    lead_id = UnitField(
        label=_("牵头单位"), required=True, error_messages={"required": _("请选择牵头单位。")}
    )
    support_ids = UnitsField(label=_("配合单位"), help_text=_("几个单位用顿号隔开。"))
    due = forms.DateField(
        label=_("办结时限"), widget=forms.DateInput, error_messages={"required": _("请选择日期。")}
    )

    def offer(self) -> None:
        self.fields["due"].initial = self.directive.matter.current_due

    @property
    def unit_labels(self) -> list[str]:
        """Names for the list that the unit fields offer."""
        return list(self.fields["lead_id"].names.labels.values())  # type: ignore[attr-defined]
