"""Shapes of what the portal's pages take in. They never save."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.requests import Request
from zhongshu.supervision.models import InstructionClass
from zhongshu.supervision.services import Offer
from zhongshu.ui.forms import Form, IdsField


class InstructionForm(Form):
    """A leader's instruction on a matter."""

    text = forms.CharField(
        label=_("批示内容"),
        widget=forms.Textarea(attrs={"class": "inp--pishi", "rows": "4"}),
        error_messages={"required": _("请写批示内容，或点一个常用语。")},
    )
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
    instead_ids = IdsField(required=False)
    offers: Sequence[Offer] = ()


class DecisionForm(Form):
    """Yes or no to a later date."""

    approve = forms.TypedChoiceField(
        choices=[("yes", _("同意")), ("no", _("不同意"))], coerce=lambda v: v == "yes"
    )
    opinion = forms.CharField(label=_("意见"), required=False, max_length=300)


def common(request: Request) -> dict[str, Any]:
    """Who, when, and under which key: what every use case is given. A second submit of the form does nothing."""
    return {"actor": request.actor, "at": request.at, "idempotency_key": request.POST.get("once", "")}
