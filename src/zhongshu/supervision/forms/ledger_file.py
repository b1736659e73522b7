"""The file of a ledger that is to be taken over."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day, now
from zhongshu.platform.files.keeping import HoldsFiles
from zhongshu.supervision import choices
from zhongshu.ui.forms import Form, needed

ACCEPT = ".xlsx,.csv"
OLD = (".xls", ".et")


def not_old(sent: UploadedFile[Any]) -> None:
    """A ValidationError, with what to do, for a table in the old binary form."""
    if (sent.name or "").lower().endswith(OLD):
        raise ValidationError(
            _("旧格式（.xls、.et）不能导入。请用 WPS 或 Excel 打开，另存为 .xlsx 后再上传。")
        )


class LedgerFileForm(HoldsFiles, Form):
    """The file of a ledger, and the section that will follow it up."""

    file = forms.FileField(
        label=_("台账文件"),
        required=False,
        help_text=_("Excel（.xlsx）或 .csv。.xls 请先另存为 .xlsx。"),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        validators=[not_old],
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
