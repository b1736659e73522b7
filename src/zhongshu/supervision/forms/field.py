"""Report from the field: a photo, one of three answers, a few words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.supervision import choices
from zhongshu.supervision.forms.deeds import FilesMixin, GivesWork, words
from zhongshu.supervision.forms.ends import EndsMixin
from zhongshu.supervision.forms.known import FiguresMixin, fill_in, without_what_is_known
from zhongshu.supervision.models import Blocker
from zhongshu.ui.forms import needed


class FieldReport(FilesMixin, FiguresMixin, EndsMixin, GivesWork):
    """How it goes, from a phone."""

    GOING, STUCK, DONE = "going", "stuck", "done"
    how = forms.ChoiceField(
        choices=[(GOING, _("正常推进")), (STUCK, _("有困难")), (DONE, _("已完成"))],
        initial=GOING,
        required=False,
    )
    blocker = forms.ChoiceField(
        label=_("卡在哪里"),
        choices=[("", _("请选择")), *(one for one in Blocker.choices if one[0])],
        required=False,
        widget=forms.Select,
    )
    signed_by_id = forms.TypedChoiceField(
        label=_("签字的单位负责人"), coerce=int, required=False, empty_value=None
    )
    text = words(_("说明"))
    verify_by = forms.DateField(required=False, widget=forms.HiddenInput)

    def offer(self) -> None:
        heads = choices.heads(self.directive.matter.lead_unit_id, self.today)
        self.fields["signed_by_id"].choices = heads  # type: ignore[attr-defined]
        needed(self.fields["signed_by_id"], _("办完时必填"))
        needed(self.fields["blocker"], _("有困难时必选"))
        needed(self.fields["text"], _("照片、说明、数据至少一项"))
        self.known = fill_in(self.directive, self.fields["text"], self.today, sent=self.is_bound)
        self.offer_figures(self.directive)
        self.fields["text"].widget.attrs["placeholder"] = _("也可以用输入法语音说")

    def clean(self) -> dict[str, Any]:
        data = self.gathered(super().clean() or {})
        if "unchanged" in self.data:
            return data | {"how": self.GOING, "text": "", "blocker": self.directive.blocker}
        if not (data.get("text", "").strip() or self.tells_otherwise(data)):
            self.add_error("text", _("请拍照或写一句说明；和上次一样的，点“没有新变化”。"))
        if data.get("how") != self.STUCK:
            data["blocker"] = Blocker.NONE
        elif not data.get("blocker") and "blocker" not in self.errors:
            self.add_error("blocker", _("请选卡在哪里，督查部门好帮着协调。"))
        return data if data.get("how") == self.DONE else without_what_is_known(data, self.known)
