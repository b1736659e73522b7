"""The fields that a route asks, on whatever form they stand."""

from collections.abc import Mapping, Sequence
from typing import Any

from zhongshu.approvals import grammar
from zhongshu.approvals.forms.fields import as_words, control
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.workdays import queries as workdays
from zhongshu.ui.forms import Form, dress, refuse

VALUE, CHOSEN = "v_", "c_"


class FieldsForm(Form):
    """``asked``: fields of a route, each named ``v_`` and its code."""

    def __init__(
        self,
        *args: Any,
        asked: Sequence[grammar.Field],
        values: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        self.asked = asked
        super().__init__(*args, **kwargs)
        for one in asked:
            made = self.fields[VALUE + one.code] = control(one)
            made.initial = (values or {}).get(one.code, "")
            dress(made)

    def values(self) -> dict[str, str]:
        """What was filled in, as words by code."""
        return {one.code: as_words(self.cleaned_data.get(VALUE + one.code)) for one in self.asked}

    def judge(self, route: grammar.Route) -> None:
        """Put what the route finds wrong beside the fields, all of it at once."""
        told = self.values()
        faults = grammar.faults(self.asked, told) | grammar.untied(route, told, workdays.calendar)
        for code, fault in faults.items():
            if VALUE + code not in self.errors:
                self.add_error(VALUE + code, fault)


def put(form: FieldsForm, refusal: Refusal) -> None:
    """Put a refusal beside the fields it names; the codes of a route, of its fields and its stages, are ours with a prefix."""
    codes = {one.code: VALUE + one.code for one in form.asked}
    codes |= {f"chosen.{name.removeprefix(CHOSEN)}": name for name in form.fields if name.startswith(CHOSEN)}
    told = {codes.get(name, name): text for name, text in refusal.fields.items()}
    refuse(form, Refusal(refusal.code, refusal.sentence, fields=told, rule=refusal.rule, hint=refusal.hint))
