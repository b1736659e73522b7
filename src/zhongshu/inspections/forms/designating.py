from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.inspections.forms.fields import day, words
from zhongshu.platform.files.keeping import FilesField, HoldsFiles
from zhongshu.supervision.forms.fields import UnitField, UnitsField
from zhongshu.ui.deeds import DeedForm
from zhongshu.ui.forms import needed


class DesignateForm(HoldsFiles, DeedForm):
    """By which paper a department inspects for the organ (rule D-05); the subject is the organ."""

    unit_id = UnitField(label=_("指定哪个部门"), required=True)
    matter = forms.CharField(label=_("督查事项"), max_length=200)
    unit_ids = UnitsField(label=_("可以督查哪些单位"), help_text=_("几个单位用顿号隔开。"))
    scope = forms.CharField(label=_("督查范围"), max_length=300)
    duty = words(_("职责"), rows=2)
    starts_on = day(_("开始日期"))
    ends_on = day(_("结束日期"))
    paper = forms.CharField(label=_("文件名和文号"), max_length=100)
    files = FilesField(label=_("指定文件"), accept=".pdf,.ofd,.docx,.jpg,.png,.txt")  # type: ignore[assignment]

    def offer(self) -> None:
        for name in ("unit_ids", "files"):
            needed(self.fields[name])

    def clean(self) -> dict[str, Any]:
        """No designation without its paper."""
        data = super().clean() or {}
        if not (data.get("files") or data.get("kept")):
            self.add_error("files", _("请上传书面指定的文件。"))
        return data
