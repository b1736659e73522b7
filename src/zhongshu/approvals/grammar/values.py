"""The form as handed in, checked field by field, and as conditions read it."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar.conditions import Value
from zhongshu.approvals.grammar.route import Field, FieldKind

MOST_TEXT = 4000
CENT = Decimal("0.01")
LARGEST = Decimal("1000000000000")


def typed(fields: Iterable[Field], raw: Mapping[str, str]) -> dict[str, Value]:
    """The values as conditions read them: amounts and numbers as Decimal, the rest as words.

    What a draft holds that could not be handed in is left out.
    """
    found: dict[str, Value] = {}
    for one in fields:
        text = raw.get(one.code, "").strip()
        if not text or _fault(one, text):
            continue
        found[one.code] = Decimal(text) if one.kind in (FieldKind.MONEY, FieldKind.NUMBER) else text
    return found


def faults(fields: Iterable[Field], raw: Mapping[str, str]) -> dict[str, str]:
    """All that is wrong with a form, by field, in plain words; empty when it can be handed in."""
    found = {}
    for one in fields:
        fault = _fault(one, raw.get(one.code, "").strip())
        if fault:
            found[one.code] = fault
    return found


def _fault(one: Field, text: str) -> str:
    if not text:
        return _("请填写%(label)s。") % {"label": one.label} if one.required else ""
    if one.kind in (FieldKind.MONEY, FieldKind.NUMBER):
        return _not_a_number(text, money=one.kind == FieldKind.MONEY)
    if one.kind == FieldKind.DATE:
        return "" if _is_date(text) else _("请按 2026-09-18 的样子填写日期。")
    if one.kind == FieldKind.CHOICE and text not in [code for code, _label in one.choices]:
        return _("请在列出的选项中选择。")
    if one.kind == FieldKind.YES_NO and text not in ("yes", "no"):
        return _("请选择是或者否。")
    return _("太长了，请精简。") if len(text) > MOST_TEXT else ""


def _not_a_number(text: str, *, money: bool) -> str:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return _("请填写数字，不带单位和逗号。")
    if not number.is_finite() or abs(number) > LARGEST:
        return _("这个数目不对，请核对。")
    if money and (number < 0 or number != number.quantize(CENT)):
        return _("金额不能是负数，最多两位小数。")
    return ""


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
