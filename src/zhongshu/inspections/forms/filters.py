"""What the lists are narrowed to; all of it lives in the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.inspections.models import Kind, Standing, State
from zhongshu.inspections.queries import Narrowed
from zhongshu.ui.forms import Form, unchanging


class _Filter(Form):
    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked for."""
        return self.narrowed() != Narrowed()

    def narrowed(self) -> Narrowed:
        """What was asked for; what is wrong in the address counts as not given."""
        self.is_valid()
        return Narrowed(**{name: self.cleaned_data.get(name) or "" for name in self.fields})


@unchanging
class InspectionFilter(_Filter):
    """Inspections by words, kind and state."""

    text = forms.CharField(label=_("名称、编号、单位"), max_length=60, required=False)
    kind = forms.ChoiceField(label=_("类别"), choices=[("", _("全部类别")), *Kind.choices], required=False)
    state = forms.ChoiceField(label=_("状态"), choices=[("", _("全部状态")), *State.choices], required=False)


@unchanging
class ConclusionFilter(_Filter):
    """Conclusions by words and standing."""

    text = forms.CharField(label=_("名称、编号、单位"), max_length=60, required=False)
    state = forms.ChoiceField(
        label=_("状态"), choices=[("", _("全部状态")), *Standing.choices], required=False
    )
