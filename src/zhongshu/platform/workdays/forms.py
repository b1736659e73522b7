"""A table of workdays to bring in: a file, or what was pasted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.platform.workdays.rules import Row
from zhongshu.platform.workdays.services import PASTED, looks_like_a_notice, read_notice, read_table
from zhongshu.ui.forms import Form


class TableForm(Form):
    """The notice of a year. ``text`` may be the notice itself or a table; a file goes before it."""

    year = forms.IntegerField(label=_("年份"), min_value=2020, max_value=2100)
    notice = forms.CharField(label=_("文号"), max_length=100, help_text=_("如：国办发明电〔2025〕7号。"))
    source = forms.CharField(label=_("网址或出处"), max_length=300, required=False)
    file = forms.FileField(
        label=_("表格文件"), required=False, help_text=_("CSV、XLSX 或 JSON，列名：日期、类型、名称。")
    )
    text = forms.CharField(
        label=_("或粘贴通知正文"),
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("直接粘贴放假通知，或“日期,类型,名称”每行一天。"),
    )

    def clean(self) -> None:
        if not (self.cleaned_data.get("file") or self.cleaned_data.get("text", "").strip()):
            self.add_error("text", _("请选择文件，或粘贴通知正文。"))

    def rows(self) -> list[Row]:
        """The days told; raises Refusal that names the line at fault."""
        file, text = self.cleaned_data.get("file"), self.cleaned_data["text"]
        if file:
            return read_table(file.name, file.read())
        if looks_like_a_notice(text):
            return read_notice(self.cleaned_data["year"], text)
        return read_table(PASTED, text.encode())

    @staticmethod
    def spelled(rows: list[Row]) -> str:
        """``rows`` as a table that reads back to the same."""
        lines = (f"{row.date.isoformat()},{row.kind.value},{row.name}" for row in rows)
        return "date,kind,name\n" + "\n".join(lines)
