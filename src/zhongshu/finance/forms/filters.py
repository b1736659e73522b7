"""What the list of claims is narrowed to; all of it lives in the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.models import Status
from zhongshu.finance.models import Category, ClaimKind
from zhongshu.finance.queries import Narrowed
from zhongshu.ui.forms import Form, unchanging


@unchanging
class FilterForm(Form):
    """The filters of the list; what is wrong in the address counts as not given."""

    box = forms.ChoiceField(
        choices=[(one, one) for one in ("mine", "waiting", "drafts", "all")],
        required=False,
        widget=forms.HiddenInput,
    )
    text = forms.CharField(label=_("事由、收款人、编号"), max_length=60, required=False)
    kind = forms.ChoiceField(
        label=_("单据"), choices=[("", _("全部单据")), *ClaimKind.choices], required=False
    )
    category = forms.ChoiceField(
        label=_("类别"), choices=[("", _("全部类别")), *Category.choices], required=False
    )
    state = forms.ChoiceField(label=_("状态"), choices=[("", _("全部状态")), *Status.choices], required=False)

    def narrowed(self) -> Narrowed:
        """What was asked for."""
        self.is_valid()
        told: dict[str, Any] = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        return Narrowed(**{**told, "box": told["box"] or "mine"})
