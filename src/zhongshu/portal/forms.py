"""Shapes of what the portal's pages take in. They never save."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.requests import Request
from zhongshu.ui.forms import Form


class DecisionForm(Form):
    """Yes or no to a later date."""

    approve = forms.TypedChoiceField(
        choices=[("yes", _("同意")), ("no", _("不同意"))], coerce=lambda v: v == "yes"
    )
    opinion = forms.CharField(label=_("意见"), required=False, max_length=300)


def common(request: Request) -> dict[str, Any]:
    """Who, when, and under which key: what every use case is given. A second submit of the form does nothing."""
    return {"actor": request.actor, "at": request.at, "idempotency_key": request.POST.get("once", "")}
