"""Bringing a text in: pasted, or as a file."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.files.keeping import HoldsFiles
from zhongshu.supervision import choices
from zhongshu.supervision.extraction import LONGEST
from zhongshu.supervision.models import Intake, Origin
from zhongshu.supervision.services.intake import BroughtInAlready
from zhongshu.ui.forms import Form, refuse

ACCEPT = ".docx,.pdf,.txt,.ofd,.xlsx"


class IntakeForm(HoldsFiles, Form):
    """Minutes, a notice or an instruction in which duties are to be found."""

    title = forms.CharField(
        label=_("标题"),
        required=False,
        max_length=200,
        help_text=_("会成为立项依据；不填就用正文的标题。"),
    )
    document_date = forms.DateField(
        label=_("成文日期"),
        required=False,
        widget=forms.DateInput,
        help_text=_("“下周三”“本月底”从这一天推算；不填按正文落款，没有落款按今天。"),
    )
    origin = forms.ChoiceField(
        label=_("来源"),
        choices=[("", _("按标题判断")), *Origin.choices],
        required=False,
        help_text=_("下一步还能改。"),
    )
    text = forms.CharField(
        label=_("正文"),
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": _("正文超过20万字，请分成几份导入。")},
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    file = forms.FileField(
        label=_("文件"), required=False, widget=forms.FileInput(attrs={"accept": ACCEPT, "class": "vh"})
    )
    first_is_lead = forms.BooleanField(label=_("几个单位并列时，排在第一的是牵头单位"), required=False)
    unit_id = forms.TypedChoiceField(label=_("由哪个科室督办"), coerce=int)
    again = forms.BooleanField(label=_("仍要再导入一次"), required=False)
    earlier: Intake | None = None

    def __init__(self, *args: Any, actor: Actor, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        desks = choices.desks(actor, today)
        self.fields["unit_id"].choices = desks  # type: ignore[attr-defined]
        if len(desks) == 1:
            self.fields["unit_id"].widget = forms.HiddenInput()
            self.fields["unit_id"].initial = desks[0][0]

    def refuse(self, refusal: Refusal) -> None:
        """Put what the service refuses into the form; where these words were brought in before, the way there."""
        if isinstance(refusal, BroughtInAlready):
            self.earlier = refusal.earlier
        refuse(self, refusal)

    def clean(self) -> dict[str, Any]:
        """A text or a file; the text wins."""
        data = super().clean() or {}
        if not (data.get("text", "").strip() or data.get("file") or data.get("kept")) and not self.errors:
            self.add_error("text", _("请粘贴正文，或上传带文字的 .docx、.pdf、.xlsx、.txt 文件。"))
        return data
