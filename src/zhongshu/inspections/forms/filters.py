"""What the lists are narrowed to; all of it lives in the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.inspections.models import Kind, Standing, State
from zhongshu.inspections.queries import Narrowed
from zhongshu.ui.forms import FilterForm, unchanging


@unchanging
class InspectionFilter(FilterForm[Narrowed]):
    """Inspections by words, kind and state."""

    narrows = Narrowed
    text = forms.CharField(label=_("名称、编号、单位"), max_length=60, required=False)
    kind = forms.ChoiceField(label=_("类别"), choices=[("", _("全部类别")), *Kind.choices], required=False)
    state = forms.ChoiceField(label=_("状态"), choices=[("", _("全部状态")), *State.choices], required=False)


@unchanging
class ConclusionFilter(FilterForm[Narrowed]):
    """Conclusions by words and standing."""

    narrows = Narrowed
    text = forms.CharField(label=_("名称、编号、单位"), max_length=60, required=False)
    state = forms.ChoiceField(
        label=_("状态"), choices=[("", _("全部状态")), *Standing.choices], required=False
    )
