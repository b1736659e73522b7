"""Forms about what meetings decided."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.finance import queries
from zhongshu.finance.forms.claims import NONE, money, pick
from zhongshu.platform.files.keeping import FilesField, HoldsFiles
from zhongshu.ui.deeds import DeedForm
from zhongshu.ui.forms import needed


class DecisionForm(HoldsFiles, DeedForm):
    """What a meeting passed."""

    meeting = forms.CharField(label=_("会议"), max_length=100, help_text=_("如：2026 年第 12 次党组会。"))
    item = forms.CharField(label=_("议题"), max_length=200)
    held_on = forms.DateField(label=_("开会日期"), widget=forms.DateInput)
    entitled = forms.IntegerField(label=_("应到人数"), min_value=1, max_value=1000)
    present = forms.IntegerField(label=_("到会人数"), min_value=0, max_value=1000)
    in_favour = forms.IntegerField(label=_("赞成人数"), min_value=0, max_value=1000)
    limit = money(label=_("批准金额（元）"), min_value=0)
    files = FilesField(  # type: ignore[assignment]
        label=_("会议纪要或表决记录"), accept=".pdf,.ofd,.docx,.jpg,.png"
    )

    def offer(self) -> None:
        needed(self.fields["files"])

    def clean(self) -> dict[str, Any]:
        """Nothing counts without evidence."""
        data = super().clean() or {}
        if not (data.get("files") or data.get("kept")):
            self.add_error("files", _("请上传签字的会议纪要或表决记录。"))
        return data


class LinkForm(DeedForm):
    """The decision on which a claim rests."""

    decision_id = pick(_("会议决定"), required=True)

    def offer(self) -> None:
        rows = queries.to_rest_on(self.actor)
        self.fields["decision_id"].choices = [NONE, *rows]  # type: ignore[attr-defined]
