"""The file of a ledger that is to be taken over."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day, now
from zhongshu.platform.files.keeping import HoldsFiles
from zhongshu.supervision import choices
from zhongshu.ui.forms import Form, needed

ACCEPT = ".xlsx,.xls,.et,.csv"


class LedgerFileForm(HoldsFiles, Form):
    """The file of a ledger, and the section that will follow it up."""

    file = forms.FileField(
        label=_("台账文件"),
        required=False,
        help_text=_("Excel（.xlsx、.xls）、WPS 表格（.et）或 .csv。.xls 看不到划掉的字和底色。"),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )
    unit_id = forms.TypedChoiceField(label=_("由哪个科室督办"), coerce=int)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needed(self.fields["file"])
        desks = choices.desks(actor, local_day(now()))
        self.fields["unit_id"].choices = desks  # type: ignore[attr-defined]
        if len(desks) == 1:
            self.fields["unit_id"].widget = forms.HiddenInput()
            self.fields["unit_id"].initial = desks[0][0]
