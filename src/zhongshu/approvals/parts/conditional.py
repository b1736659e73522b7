"""What parts with a condition have in common."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.forms.condition_rows import as_rows
from zhongshu.approvals.forms.conditions import ConditionField
from zhongshu.approvals.parts.part import PartForm


class ConditionForm(PartForm):
    """Something with a title that applies when a condition holds."""

    title = forms.CharField(
        label=_("名称"), max_length=40, error_messages={"required": _("请起个名字，如“五万元以上”。")}
    )

    def when(self, value: Any) -> None:
        """Offer the rows of a condition; one too intricate for rows stays as it is."""
        rows = as_rows(value, self.plan.fields)
        if rows is not None:
            self.fields["when"] = ConditionField(self.plan.fields, label=_("什么情况"))
            self.initial["when"] = rows

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "when" in self.fields and "when" not in self.errors and not data.get("when"):
            self.add_error("when", _now("请写明什么情况。"))
        return data
