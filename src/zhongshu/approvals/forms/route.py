"""Drafting a route from JSON, and taking one out of use."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import queries
from zhongshu.approvals.grammar import PART, Malformed, decoded
from zhongshu.approvals.models import KIND, Route
from zhongshu.kernel.language import on_record
from zhongshu.ui.forms import Form

MOST = 500_000
"""Characters of a route; a larger text is none."""


class DraftForm(Form):
    file = forms.FileField(
        label=_("路线文件（JSON）"), required=False, help_text=_("上传文件，或者贴在下面。")
    )
    text = forms.CharField(
        label=_("路线内容"), required=False, max_length=MOST, widget=forms.Textarea(attrs={"rows": 16})
    )

    def clean(self) -> dict[str, Any]:
        """The route as decoded JSON, under ``spec``."""
        data = super().clean() or {}
        sent = data.get("file")
        raw: bytes = sent.read(MOST) if sent else data.get("text", "").encode()
        if not raw.strip():
            raise ValidationError(_now("请上传路线文件，或者贴上路线内容。"))
        try:
            data["spec"] = decoded(raw)
        except Malformed as broken:
            raise ValidationError(broken.what) from broken
        return data


class StartForm(Form):
    """A new route: empty, or as another one is."""

    title = forms.CharField(
        label=_("办什么事"), max_length=100, help_text=_("提交人按它来选，如“用印审批”。"),
        error_messages={"required": _("请写这条路线办什么事。")},
    )  # fmt: skip
    like = forms.ModelChoiceField(
        label=_("照着哪条路线起草"),
        queryset=Route.objects.none(),
        required=False,
        empty_label=_("从空白开始"),
    )

    part = forms.BooleanField(
        label=_("只作子流程"),
        required=False,
        help_text=_("不单独发起，供别的路线引用，如几类事项共用的“分管领导会签”。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["like"]
        field.queryset = queries.routes().filter(current__isnull=False, kind__in=(KIND, PART))

    def spec(self, name: str) -> dict[str, Any]:
        """The route to be drafted, as JSON."""
        like: Route | None = self.cleaned_data["like"]
        subject = {"code": "subject", "label": on_record("事由"), "kind": "long_text"}
        blank = {"kind": KIND, "fields": [subject], "body": []}
        spec = like.current.spec if like and like.current else blank
        kind = PART if self.cleaned_data["part"] else KIND
        return {**spec, "kind": kind, "name": name, "title": self.cleaned_data["title"]}


class WithdrawForm(Form):
    reason = forms.CharField(
        label=_("停用原因"), max_length=200, error_messages={"required": _("请写明为什么停用。")}
    )
