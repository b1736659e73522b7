"""A rule between fields of the form of a paper, as a form."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.checks import tied_wrong
from zhongshu.approvals.forms.condition_rows import as_rows
from zhongshu.approvals.forms.conditions import ConditionField
from zhongshu.approvals.grammar import FieldKind, Route, Tie, TieKind
from zhongshu.approvals.parts.part import PartForm, numbered, with_numbered
from zhongshu.approvals.parts.wording import TIES
from zhongshu.ui.forms import needed

ASKED = {
    TieKind.NOT_BEFORE: ("first",),
    TieKind.WORKING_DAYS: ("first", "last"),
    TieKind.CALENDAR_DAYS: ("first", "last"),
    TieKind.DAYS: ("first", "last"),
    TieKind.SUM: ("parts",),
}
TIED = (FieldKind.DATE, FieldKind.NUMBER, FieldKind.MONEY)


class TieForm(PartForm):
    """A rule between fields; ``ref`` is its place in the list, from 1."""

    heading = _("栏目之间的规则")
    template = "approvals/part_tie.html"
    kind = forms.ChoiceField(
        label=_("核对什么"), choices=TIES, widget=forms.RadioSelect, initial=TieKind.NOT_BEFORE.value
    )
    field = forms.ChoiceField(label=_("核对哪一栏"))
    first = forms.ChoiceField(label=_("从哪一天起"), required=False)
    last = forms.ChoiceField(label=_("到哪一天止"), required=False)
    parts = forms.MultipleChoiceField(
        label=_("哪几栏相加"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def offer(self) -> None:
        self.now: Tie | None = numbered(self.plan.ties, self.ref)
        days = self._of(FieldKind.DATE)
        self._choose("field", self._of(*TIED))
        self._choose("first", [("", "—"), *days])
        self._choose("last", [("", "—"), *days])
        self._choose("parts", self._of(FieldKind.NUMBER, FieldKind.MONEY))
        for name in ("first", "last", "parts"):
            needed(self.fields[name])
        when = self.now.when if self.now else ()
        rows = as_rows(when, self.plan.fields)
        if rows is not None:
            help_text = _now("不填就是每次都查。")
            self.fields["when"] = ConditionField(
                self.plan.fields, label=_now("什么时候才查"), help_text=help_text
            )
            self.initial["when"] = rows
        self.initial = {**self.initial, **(self._recalled(self.now) if self.now else {})}

    def _of(self, *kinds: FieldKind) -> list[tuple[str, str]]:
        return [(one.code, one.label) for one in self.plan.fields if one.kind in kinds]

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    @staticmethod
    def _recalled(now: Tie) -> dict[str, Any]:
        first, last = (*now.of, "", "")[:2]
        return {"kind": str(now.kind), "field": now.field, "first": first, "last": last, "parts": now.of}

    @property
    def intricate(self) -> bool:
        """Whether the condition is one that rows cannot say; then it stays as it is."""
        return "when" not in self.fields

    def clean(self) -> dict[str, Any]:
        """The rule under ``tie``, if it could be kept: whether its fields suit each other, the check of a route says."""
        data = super().clean() or {}
        if self.errors:
            return data
        kind = TieKind(data["kind"])
        given = [data[name] for name in ASKED[kind]]
        for name in ASKED[kind]:
            if not data[name]:
                self.add_error(name, _now("请选择。"))
        of = tuple(given[0]) if kind == TieKind.SUM else tuple(given)
        tie = Tie(data["field"], kind, of, data.get("when", self.now.when if self.now else ()))
        for fault in () if self.errors else tied_wrong(replace(self.plan, ties=(tie,))):
            self.add_error("field", fault.story)
        return {**data, "tie": tie}

    def applied(self) -> Route:
        return replace(self.plan, ties=with_numbered(self.plan.ties, self.ref, self.cleaned_data["tie"]))
