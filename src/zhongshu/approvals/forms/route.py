"""Drafting a route from JSON, and taking one out of use."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import queries, registry
from zhongshu.approvals.grammar import PART, Malformed, decoded
from zhongshu.approvals.models import KIND
from zhongshu.kernel.language import on_record
from zhongshu.ui.forms import Form, needed

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
    """A new route: empty, as another one is, or one of those that come with the house."""

    title = forms.CharField(
        label=_("办什么事"),
        max_length=100,
        required=False,
        help_text=_("提交人按它来选，如“用印审批”。"),
    )
    like = forms.ChoiceField(label=_("照着哪条路线起草"), required=False)
    part = forms.BooleanField(
        label=_("只作子流程"),
        required=False,
        help_text=_("不单独发起，供别的路线引用，如几类事项共用的“分管领导会签”。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = queries.routes().filter(current__isnull=False, kind__in=(KIND, PART))
        self.here = {str(one.pk): one for one in here}
        self.shipped = queries.unused()
        needed(self.fields["title"], _now("照着随系统提供的可不填") if self.shipped else _now("必填"))
        field: Any = self.fields["like"]
        groups = [
            (_now("已有的"), [(pk, one.title) for pk, one in self.here.items()]),
            (_now("随系统提供的"), list(self.shipped.items())),
        ]
        field.choices = [("", _now("从空白开始")), *((name, rows) for name, rows in groups if rows)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("title") and data.get("like") not in self.shipped:
            self.add_error("title", _now("请写这条路线办什么事。"))
        return data

    def spec(self, name: str) -> dict[str, Any]:
        """The route to be drafted, as JSON; one that comes with the house keeps its name and its kind."""
        data = self.cleaned_data
        like, title = data["like"], {"title": data["title"]} if data["title"] else {}
        if like in self.shipped:
            return {**registry.shipped()[like], **title}
        kind = PART if data["part"] else KIND
        found = self.here.get(like)
        subject = {"code": "subject", "label": on_record("事由"), "kind": "long_text"}
        begun = found.current.spec if found and found.current else {"fields": [subject], "body": []}
        return {**begun, **title, "kind": kind, "name": name}


class WithdrawForm(Form):
    reason = forms.CharField(
        label=_("停用原因"), max_length=200, error_messages={"required": _("请写明为什么停用。")}
    )
