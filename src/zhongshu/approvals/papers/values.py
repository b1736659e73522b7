"""The form of a paper as it is read."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Field, FieldKind


def shown(fields: Iterable[Field], values: Mapping[str, str]) -> list[tuple[str, str]]:
    """Label and words of each field that was filled in."""
    return [(one.label, said(one, values[one.code])) for one in fields if values.get(one.code)]


def said(one: Field, text: str) -> str:
    """What stands in a field, as people read it: an option by its words, a sum with separators and its unit."""
    if one.kind == FieldKind.CHOICE:
        return dict(one.choices).get(text, text)
    if one.kind == FieldKind.YES_NO:
        return {"yes": _("是"), "no": _("否")}.get(text, text)
    if one.kind == FieldKind.MONEY:
        return _money(text)
    return text


def _money(text: str) -> str:
    try:
        return _("%(amount)s 元") % {"amount": f"{Decimal(text):,.2f}"}
    except InvalidOperation:  # a draft may hold what cannot be handed in
        return text
