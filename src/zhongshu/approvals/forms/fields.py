"""The fields that a route describes, as controls."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from zhongshu.approvals import grammar
from zhongshu.approvals.grammar import FieldKind

ANY = ("", "—")


def control(one: grammar.Field) -> forms.Field:
    """The control by which a field of a route is filled in. What must be given, the route says when it is handed in."""
    return _CONTROLS[one.kind](one)


def _told(one: grammar.Field) -> dict[str, Any]:
    missing = {"required": _("请填写%(label)s。") % {"label": one.label}}
    told = {"label": one.label, "help_text": one.help}
    return {**told, "required": one.required, "error_messages": missing}


def _text(one: grammar.Field) -> forms.Field:
    return forms.CharField(**_told(one))


def _long(one: grammar.Field) -> forms.Field:
    return forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), **_told(one))


def _number(one: grammar.Field) -> forms.Field:
    told = _told(one)
    if one.kind == FieldKind.MONEY and "元" not in one.label:
        told["label"] = _("%(label)s（元）") % {"label": told["label"]}
    return forms.CharField(widget=forms.TextInput(attrs={"inputmode": "decimal"}), **told)


def _choice(one: grammar.Field) -> forms.Field:
    return forms.ChoiceField(choices=[ANY, *one.choices], **_told(one))


def _yes_no(one: grammar.Field) -> forms.Field:
    both = [("yes", _("是")), ("no", _("否"))]
    return forms.ChoiceField(choices=both, widget=forms.RadioSelect, **_told(one))


_CONTROLS: dict[FieldKind, Callable[[grammar.Field], forms.Field]] = {
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _long,
    FieldKind.MONEY: _number,
    FieldKind.NUMBER: _number,
    FieldKind.DATE: lambda one: forms.DateField(widget=forms.DateInput, **_told(one)),
    FieldKind.CHOICE: _choice,
    FieldKind.YES_NO: _yes_no,
}


def as_words(value: Any) -> str:
    """A cleaned value as the form of a paper holds it."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value).strip()
