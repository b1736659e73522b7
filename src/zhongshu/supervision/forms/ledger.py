"""The filter of the ledger. It lives in the address; what cannot be read is left out, never refused."""

from functools import cached_property
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from zhongshu.matters.models import Waits
from zhongshu.org import queries as org
from zhongshu.supervision.choices import UnitNames
from zhongshu.supervision.forms.fields import UnitField
from zhongshu.supervision.models import STAGE_NAMES, STAGE_STATES, Origin, State
from zhongshu.supervision.models.states import OPEN_STATES
from zhongshu.supervision.queries import Filter
from zhongshu.ui.forms import Form, unchanging

CLOSED = frozenset(State) - OPEN_STATES
ANY = ("", _("不限"))
WAITING = [(one.value, one.label) for one in Waits if one not in (Waits.NONE, Waits.DECISION)]
STAGES = [ANY, *((code, STAGE_NAMES[code]) for code in STAGE_STATES)]
BESIDE = (
    "rest",
    "timed",
    "lingered",
    "returned",
    "imported",
    "stage",
    "lead",
    "opened_from",
    "opened_to",
    "in_hand_on",
    "ended_to",
)
TOLD = (
    "q", "imported", "state", "waits", "stage", "lingered", "unit", "lead", "origin",
    "due_from", "due_to", "opened_from", "opened_to", "in_hand_on", "ended_from", "ended_to",
)  # fmt: skip


@unchanging
class FilterForm(Form):
    """Everything the ledger can be narrowed by; ``names`` are those of the units, where they are at hand."""

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
    rest = forms.BooleanField(required=False, widget=forms.HiddenInput)
    timed = forms.BooleanField(label=_("已计各环节用时"), required=False, widget=forms.HiddenInput)
    lingered = forms.ChoiceField(
        label=_("按环节用时从长到短"), choices=STAGES, required=False, widget=forms.HiddenInput
    )
    returned = forms.BooleanField(label=_("退回过"), required=False, widget=forms.HiddenInput)
    waits = forms.ChoiceField(label=_("在等什么"), choices=[ANY, *WAITING], required=False)
    stage = forms.ChoiceField(label=_("环节"), choices=STAGES, required=False, widget=forms.HiddenInput)
    lead = forms.IntegerField(label=_("牵头单位"), required=False, widget=forms.HiddenInput)
    imported = forms.IntegerField(label=_("台账导入"), required=False, widget=forms.HiddenInput)
    opened_from = forms.DateField(label=_("立项从"), required=False, widget=forms.HiddenInput)
    opened_to = forms.DateField(label=_("立项到"), required=False, widget=forms.HiddenInput)
    in_hand_on = forms.DateField(label=_("到这天还在办"), required=False, widget=forms.HiddenInput)
    ended_to = forms.DateField(label=_("办结不晚于"), required=False, widget=forms.HiddenInput)
    due_from = forms.DateField(label=_("时限从"), required=False, widget=forms.DateInput)
    due_to = forms.DateField(label=_("时限到"), required=False, widget=forms.DateInput)
    ended_from = forms.DateField(label=_("办结不早于"), required=False, widget=forms.DateInput)

    def __init__(self, data: QueryDict, *, names: UnitNames | None = None) -> None:
        super().__init__(data)
        if names:
            cast(UnitField, self.fields["unit"]).names = names

    def narrowed(self) -> Filter:
        """The filter that the address asks for."""
        return self._narrowed

    @cached_property
    def _narrowed(self) -> Filter:
        self.is_valid()
        got = self.cleaned_data
        days = ("due_from", "due_to", "ended_from", "ended_to", "opened_from", "opened_to", "in_hand_on")
        marks = ("late", "soon", "rest", "risk", "unreported", "timed", "returned")
        told: dict[str, Any] = {mark: bool(got.get(mark)) for mark in marks}
        told |= {day: got.get(day) for day in days}
        return Filter(
            text=got.get("q", "").strip(),
            scope=got.get("scope", ""),
            state=got.get("state", ""),
            unit_id=got.get("unit") if got.get("unit") is not None else got.get("lead"),
            origin=got.get("origin", ""),
            waits=got.get("waits", ""),
            stage=got.get("stage", ""),
            lingered=got.get("lingered", ""),
            imported=got.get("imported"),
            closed=bool(got.get("closed")) or got.get("state", "") in CLOSED,
            **told,
        )

    @property
    def canonical(self) -> str:
        """The filter as an address: what can be read of it, each condition once, in the form's own order."""
        self.is_valid()
        told = [(name, self.data.get(name, "")) for name in self.fields if name not in self.errors]
        return urlencode([(name, value) for name, value in told if value])

    @cached_property
    def said(self) -> str:
        """The filter in words, for the head of a print and the first row of an export."""
        narrowed = self.narrowed()
        words = [] if narrowed.whatever_became else [self._group]
        marks = (
            (_("我单位承办"), narrowed.scope == "ours"),
            (_("逾期"), narrowed.late),
            (_("临期"), narrowed.soon),
            (_("未到期"), narrowed.rest),
            (_("有风险"), narrowed.risk),
            (_("本期未报"), narrowed.unreported),
            (_("已计各环节用时"), narrowed.timed),
            (_("退回过"), narrowed.returned),
        )
        words += [str(word) for word, on in marks if on]
        words += [self._told(name) for name in TOLD if self.data.get(name) and name not in self.errors]
        return str(_("，")).join(words)

    @property
    def _group(self) -> str:
        """Which matters are looked through; words are looked for in all."""
        narrowed = self.narrowed()
        if narrowed.text:
            return str(_("在办和已结"))
        return str(_("已结") if narrowed.closed else _("在办"))

    @property
    def beside(self) -> list[tuple[str, str]]:
        """Conditions that came with the address and have no place to be seen or changed in the form."""
        return [(name, self.data[name]) for name in BESIDE if self.data.get(name)]

    def _told(self, name: str) -> str:
        value = self.data[name]
        if name == "imported":
            return str(_("一次台账导入的"))
        shown = dict(getattr(self.fields[name], "choices", ())).get(value, value)
        if name == "lead":
            shown = org.short_names([int(value)]).get(int(value), _("未定"))
        return f"{self.fields[name].label}{_('：')}{shown}"
