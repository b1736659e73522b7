"""What the register of contracts and projects is narrowed to; all of it lives in the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.models import UndertakingKind
from zhongshu.finance.queries import Register, Stage
from zhongshu.ui.forms import Form, unchanging


@unchanging
class RegisterForm(Form):
    """The filters of contracts and projects; what is wrong in the address counts as not given."""

    kind = forms.ChoiceField(choices=UndertakingKind.choices, required=False, widget=forms.HiddenInput)
    text = forms.CharField(label=_("名称、对方单位、编号"), max_length=60, required=False)
    stage = forms.ChoiceField(
        label=_("到哪一步"), choices=[("", _("不限到哪一步")), *Stage.choices], required=False
    )

    def narrowed(self) -> Register:
        """What was asked for."""
        self.is_valid()
        told = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        return Register(**{**told, "kind": told["kind"] or UndertakingKind.CONTRACT})
