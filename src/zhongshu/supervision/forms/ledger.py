"""The filter of the ledger. It lives in the address; what cannot be read is left out, never refused."""

from functools import cached_property

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.supervision.forms.fields import UnitField
from zhongshu.supervision.models import Origin, State
from zhongshu.supervision.models.states import OPEN_STATES
from zhongshu.supervision.queries import Filter
from zhongshu.ui.forms import Form

CLOSED = frozenset(State) - OPEN_STATES
ANY = ("", _("不限"))


class FilterForm(Form):
    """Everything the ledger can be narrowed by."""

    q = forms.CharField(label=_("关键词"), required=False, max_length=100)
    scope = forms.CharField(required=False, widget=forms.HiddenInput)
    state = forms.ChoiceField(label=_("状态"), choices=[ANY, *State.choices], required=False)
    unit = UnitField(label=_("牵头单位"))
    origin = forms.ChoiceField(label=_("来源"), choices=[ANY, *Origin.choices], required=False)
    late = forms.BooleanField(required=False, widget=forms.HiddenInput)
    soon = forms.BooleanField(required=False, widget=forms.HiddenInput)
    risk = forms.BooleanField(required=False, widget=forms.HiddenInput)
    unreported = forms.BooleanField(required=False, widget=forms.HiddenInput)
    closed = forms.BooleanField(required=False, widget=forms.HiddenInput)
    due_from = forms.DateField(label=_("时限从"), required=False, widget=forms.DateInput)
    due_to = forms.DateField(label=_("时限到"), required=False, widget=forms.DateInput)
    ended_from = forms.DateField(label=_("办结不早于"), required=False, widget=forms.DateInput)

    def narrowed(self) -> Filter:
        """The filter that the address asks for."""
        self.is_valid()
        got = self.cleaned_data
        return Filter(
            text=got.get("q", "").strip(),
            scope=got.get("scope", ""),
            state=got.get("state", ""),
            unit_id=got.get("unit"),
            origin=got.get("origin", ""),
            late=bool(got.get("late")),
            soon=bool(got.get("soon")),
            risk=bool(got.get("risk")),
            unreported=bool(got.get("unreported")),
            closed=bool(got.get("closed")) or got.get("state", "") in CLOSED,
            due_from=got.get("due_from"),
            due_to=got.get("due_to"),
            ended_from=got.get("ended_from"),
        )

    @cached_property
    def said(self) -> str:
        """The filter in words, for the head of a print and the first row of an export."""
        narrowed = self.narrowed()
        words = [str(_("已结")) if narrowed.closed else str(_("在办"))]
        marks = (
            (_("逾期"), narrowed.late),
            (_("临期"), narrowed.soon),
            (_("有风险"), narrowed.risk),
            (_("本期未报"), narrowed.unreported),
        )
        words += [str(word) for word, on in marks if on]
        for name in ("q", "state", "unit", "origin", "due_from", "due_to", "ended_from"):
            value = self.data.get(name)
            if value and name not in self.errors:
                shown = dict(getattr(self.fields[name], "choices", ())).get(value, value)
                words.append(f"{self.fields[name].label}{_('：')}{shown}")
        return str(_("，")).join(words)
