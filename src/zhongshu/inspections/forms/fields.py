"""Fields of inspections: people by their names, choices by number, boxes for sentences."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from zhongshu.inspections import queries
from zhongshu.supervision.forms.fields import SEPARATORS
from zhongshu.ui.deeds import DeedForm


class _ByName(forms.CharField):
    """Looks people up as they are employed on ``day``, which the form says; today's when it is filled in."""

    day: date

    def known(self, name: str) -> int:
        """The one person of that name; a ValidationError says what to do where there is none or several."""
        found = queries.people_called(name, self.day)
        if len(found) == 1:
            return found[0][0]
        if not found:
            raise ValidationError(_("没有找到“%(name)s”，请填在职人员的姓名。") % {"name": name})
        told = {"name": name, "several": "、".join(shown for _pk, shown in found[:4])}
        raise ValidationError(_("“%(name)s”不止一人，请写明是哪一位：%(several)s。") % told)


class PeopleField(_ByName):
    """Several persons by their names, separated by 、; of one name twice the unit follows in brackets. Cleans to ids."""

    def clean(self, value: Any) -> Any:
        """Ids, each once, in the order typed."""
        names = [part for part in SEPARATORS.split(super().clean(value)) if part]
        return tuple(dict.fromkeys(self.known(name) for name in names))


class PersonField(_ByName):
    """One person by his name; cleans to his id or None."""

    def clean(self, value: Any) -> Any:
        """The id."""
        name = str(super().clean(value)).strip()
        return self.known(name) if name else None


class NamesPeople(DeedForm):
    """A form that asks for people by their names."""

    def offer(self) -> None:
        for field in self.fields.values():
            if isinstance(field, _ByName):
                field.day = self.today


def pick(label: Any, *, required: bool = False, hint: Any = "") -> forms.TypedChoiceField:
    """A choice among numbered things; None where nothing is picked."""
    return forms.TypedChoiceField(
        label=label, coerce=int, empty_value=None, required=required, help_text=hint
    )


def words(label: Any, *, rows: int = 3, required: bool = True, hint: Any = "") -> forms.CharField:
    """A box for sentences."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, help_text=hint, widget=widget)


def day(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    """A date."""
    return forms.DateField(label=label, required=required, help_text=hint, widget=forms.DateInput)
