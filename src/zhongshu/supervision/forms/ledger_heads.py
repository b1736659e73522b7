"""Where the headings of a sheet are: one row, or the first and the last of several."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhongshu.supervision.ledgers import rows_said
from zhongshu.supervision.models import LedgerImport


class HeadField(forms.CharField):
    """``3`` or ``3-4``, counted as the sheet counts; cleans to (3, 3) or (3, 4), empty to None."""

    def __init__(self, **kwargs: Any) -> None:
        told = {"required": False, "max_length": 20, "help_text": _("认错了再改；两行表头写 3-4。")}
        super().__init__(**{**told, **kwargs})

    def clean(self, value: Any) -> Any:
        """The first row and the last."""
        text = super().clean(value)
        if not text:
            return None
        rows = rows_said(text)
        if rows is None:
            raise ValidationError(_("请写行号，如 3，或 3-4；表头最多六行。"))
        return rows


def head_words(ledger: LedgerImport, sheet: str) -> str:
    """The rows that a person named; else those that the reader took for headings."""
    first, last = ledger.heads.get(sheet) or _understood(ledger, sheet)
    return (f"{first}-{last}" if last > first else str(first)) if last else ""


def _understood(ledger: LedgerImport, sheet: str) -> tuple[int, int]:
    table = next(table for table in ledger.understood if table["sheet"] == sheet)
    last = int(table["row"]) - 1
    return int(table.get("head", last)), last
