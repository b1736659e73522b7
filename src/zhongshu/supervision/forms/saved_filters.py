"""Naming a filter of the ledger."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.supervision.forms.ledger import FilterForm
from zhongshu.supervision.models import SavedFilter
from zhongshu.ui.forms import Form, unchanging

ALONE = ("", _("只有我自己"))


class SharedWith(forms.TypedChoiceField):
    """One of the person's own units, or nobody."""

    of_each_form = True


@unchanging
class NameForm(Form):
    """A name, and the unit whose people see it too."""

    name = forms.CharField(label=_("名称"), max_length=20)
    unit = SharedWith(label=_("谁能看到"), coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = org.short_names(actor.unit_ids)
        self.fields["unit"].choices = [ALONE, *names.items()]  # type: ignore[attr-defined]


@unchanging
class SaveForm(NameForm):
    """A filter to be named, as it stands in the address."""

    query = forms.CharField(max_length=500, required=False, widget=forms.HiddenInput)

    @property
    def said(self) -> str:
        """The filter in words."""
        return FilterForm(QueryDict(self["query"].value() or "")).said

    def clean_query(self) -> str:
        """What the ledger knows of it; the rest is left out."""
        return FilterForm(QueryDict(self.cleaned_data["query"])).canonical


def change_form(actor: Actor, kept: SavedFilter) -> NameForm:
    """The form of an own filter, as it stands."""
    told = {"name": kept.name, "unit": kept.shared_with_id}
    return NameForm(initial=told, actor=actor, auto_id=f"filter-{kept.pk}-%s")
