"""What the ledger is narrowed to; all of it lives in the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.assets import choices
from zhongshu.assets.models import State
from zhongshu.assets.queries import Narrowed
from zhongshu.ui.forms import FilterForm, unchanging


@unchanging
class AssetFilter(FilterForm[Narrowed]):
    """Assets by words, class and state; ``mine`` is a tab."""

    narrows = Narrowed
    text = forms.CharField(label=_("名称、编号、地点、单位、保管人"), max_length=60, required=False)
    category = forms.ChoiceField(
        label=_("类别"), choices=[("", _("全部类别")), *choices.categories()], required=False
    )
    state = forms.ChoiceField(label=_("状态"), choices=[("", _("全部状态")), *State.choices], required=False)
    mine = forms.CharField(widget=forms.HiddenInput, max_length=1, required=False)
