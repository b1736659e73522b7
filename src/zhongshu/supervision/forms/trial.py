"""A ledger kept in a sheet, handed in to see what would become of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.ui.forms import Form


class TrialForm(Form):
    """The file of a ledger."""

    file = forms.FileField(
        label=_("台账文件"),
        help_text=_(".xlsx、.xls 或 .csv，不超过10MB。合并单元格、两行表头、同上、小计都认得。"),
        error_messages={"required": _("请选一份台账文件。")},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
    )
