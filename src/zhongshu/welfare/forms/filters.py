"""What the list is narrowed to; all of it lives in the address."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.ui.forms import FilterForm
from zhongshu.welfare.models import State
from zhongshu.welfare.queries import Narrowed


class CaseFilter(FilterForm[Narrowed]):
    """Cases by words, branch, state, whose they are, and whether they are late."""

    narrows = Narrowed
    text = forms.CharField(label=_("事项、编号、姓名"), max_length=60, required=False)
    branch = forms.ChoiceField(label=_("类别"), required=False)
    state = forms.ChoiceField(label=_("状态"), choices=[("", _("全部状态")), *State.choices], required=False)
    scope = forms.ChoiceField(
        label=_("范围"), required=False,
        choices=[("", _("我能看的")), ("mine", _("我本人的")), ("open", _("在办的"))],
    )  # fmt: skip
    late = forms.ChoiceField(
        label=_("时限"), choices=[("", _("不限")), ("late", _("已逾期"))], required=False
    )

    def __init__(self, asked: Mapping[str, Any], branches: Sequence[str]) -> None:
        super().__init__(asked)
        branch: Any = self.fields["branch"]
        branch.choices = [("", _("全部类别")), *((one, one) for one in branches)]
