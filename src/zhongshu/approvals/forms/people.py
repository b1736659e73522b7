"""A colleague by name, and several colleagues."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SEPARATORS = re.compile(r"[、，,;；\s]+")
EMPTY_BOXES = 12
"""So many more people than are chosen already can be added at one go."""
Choice = tuple[int, str]


class PersonField(forms.CharField):
    """One colleague, typed or picked from the page's list of people; cleans to his id or None.

    ``known`` are others who can be typed, for whom the service says why it is not they.
    """

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"list": "people", "autocomplete": "off"})
        super().__init__(widget=widget, **kwargs)
        self.people: Sequence[Choice] = ()
        self.known: Sequence[Choice] = ()

    def clean(self, value: Any) -> Any:
        """The id of the one person who goes by what was typed."""
        text = super().clean(value)
        return _named(list(dict([*self.known, *self.people]).items()), text) if text else None


class PeopleInput(forms.TextInput):
    """A box for each colleague and always an empty one more; names may still be typed into one box with 、."""

    template_name = "approvals/_people_input.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """All boxes of this name, joined."""
        typed = data.getlist(name) if hasattr(data, "getlist") else [data.get(name, "")]
        return "、".join(one.strip() for one in typed if one and one.strip())

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        filled = [part for part in SEPARATORS.split(value or "") if part]
        context["widget"]["boxes"] = [*filled, *[""] * EMPTY_BOXES]
        return context


class PeopleField(forms.CharField):
    """Several colleagues; cleans to a tuple of ids."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=PeopleInput, **kwargs)
        self.people: Sequence[Choice] = ()

    def clean(self, value: Any) -> Any:
        """Ids, each once, in the order typed."""
        parts = [part for part in SEPARATORS.split(super().clean(value)) if part]
        return tuple(dict.fromkeys(_named(self.people, part) for part in parts))


def _named(people: Sequence[Choice], text: str) -> int:
    exact = [pk for pk, label in people if label == text]
    found = exact or [pk for pk, label in people if label.partition("（")[0] == text]
    if len(found) == 1:
        return found[0]
    if not found:
        raise ValidationError(_("没有找到“%(name)s”，请从名单里选。") % {"name": text})
    several = _("、").join(label for pk, label in people if pk in found)
    raise ValidationError(
        _("“%(name)s”不止一人：%(several)s。请选其中一个。") % {"name": text, "several": several}
    )
