"""Drafting a route from JSON, and taking one out of use."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

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
        raw = sent.read(MOST).decode("utf-8", "replace") if sent else data.get("text", "")
        if not raw.strip():
            raise ValidationError(_now("请上传路线文件，或者贴上路线内容。"))
        try:
            data["spec"] = json.loads(raw)
        except json.JSONDecodeError as broken:
            told = {"line": broken.lineno, "column": broken.colno}
            raise ValidationError(
                _now("不是 JSON：第 %(line)s 行第 %(column)s 列读不下去。") % told
            ) from broken
        if not isinstance(data["spec"], dict):
            raise ValidationError(_now("路线应是一个 JSON 对象。"))
        return data


class WithdrawForm(Form):
    reason = forms.CharField(
        label=_("停用原因"), max_length=200, error_messages={"required": _("请写明为什么停用。")}
    )
