"""Which input does not have the form asked for, and what form that is, in the words of the house."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

ASKED = {
    "missing": gettext_lazy("缺少这一项，请补上。"),
    "literal_error": gettext_lazy("只能是 %(expected)s。"),
    "enum": gettext_lazy("只能是 %(expected)s。"),
    "string_too_short": gettext_lazy("至少要 %(min_length)s 个字。"),
    "string_too_long": gettext_lazy("最多 %(max_length)s 个字。"),
    "string": gettext_lazy("应当是一段文字。"),
    "int": gettext_lazy("应当是整数。"),
    "float": gettext_lazy("应当是数，如 12.50。"),
    "decimal": gettext_lazy("应当是数，如 12.50，最多两位小数。"),
    "bool": gettext_lazy("应当是 true 或 false。"),
    "date": gettext_lazy("应当是日期，如 2026-03-20。"),
    "datetime": gettext_lazy("应当是日期和时间，如 2026-03-20T09:00:00+08:00。"),
    "list": gettext_lazy("应当是列表。"),
}
"""By kind of fault as the framework names it, or by the first word of that: string_pattern_mismatch, int_parsing."""

ONE_LEAD = gettext_lazy("牵头单位只能有一个：请填一个单位的编号（整数），其余的单位写在 support_ids。")


def fields_of(errors: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """What is said of each input at fault, by its name in the body, the address or the query.

    Where it may be one thing or another, what is said of the first.
    """
    return {_name(one["loc"]): _said(one) for one in reversed(errors)}


def _name(place: Sequence[object]) -> str:
    """("body", "data", "choices", 0, "lead_id") → choices.0.lead_id; ("query", "narrowed", "late", "enum[…]") → late."""
    named = [one for one in place if not str(one).endswith("]")]  # "enum[…]": a way that it may be
    told = named[2:] if place[0] == "body" else named[-1:]
    return ".".join(map(str, told or named[-1:]))


def _said(error: Mapping[str, Any]) -> str:
    kind = str(error["type"])
    if kind == "int_type" and error["loc"][-1] == "lead_id":  # a list, or nothing at all
        return str(ONE_LEAD)
    words = ASKED.get(kind) or ASKED.get(kind.split("_")[0])
    if kind == "string_pattern_mismatch" or not words:
        return _("不合要求，请按接口说明改正。")
    return str(words) % {name: str(told).replace(" or ", ", ") for name, told in error.get("ctx", {}).items()}
