"""Forms about what becomes of a contract or project: it is signed, and what it delivered is accepted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.forms.undertakings import ACCEPT
from zhongshu.platform.files.keeping import FilesField, HoldsFiles
from zhongshu.ui.deeds import DeedForm


class SignForm(HoldsFiles, DeedForm):
    """That a contract was signed."""

    signed_on = forms.DateField(label=_("签订日期"), widget=forms.DateInput)
    files = FilesField(label=_("签字盖章的文本"), accept=ACCEPT)  # type: ignore[assignment]


class AcceptForm(HoldsFiles, DeedForm):
    """What was found when it was delivered."""

    accepted_on = forms.DateField(label=_("验收日期"), widget=forms.DateInput)
    acceptance = forms.CharField(
        label=_("验收意见"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )
    files = FilesField(label=_("验收单"), accept=ACCEPT)  # type: ignore[assignment]
