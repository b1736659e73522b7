"""When something applies, as rows of a form: a field, how it compares, with what."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.forms.condition_rows import ALL, ANY, GROUPED, GROUPS, ROWS, cells, labels
from zhongshu.approvals.forms.people import SEPARATORS
from zhongshu.approvals.grammar import Condition, Field, FieldKind, Test

OPERATORS = (
    (">=", _("不少于")), (">", _("大于")), ("<=", _("不超过")), ("<", _("小于")),
    ("=", _("是")), ("!=", _("不是")), ("in", _("是其中之一")), ("not in", _("都不是")),
)  # fmt: skip
NUMBERS = (FieldKind.MONEY, FieldKind.NUMBER)


class ConditionWidget(forms.MultiWidget):
    """How the rows are joined, then the rows, then the group of each; a row without a field is none."""

    template_name = "approvals/_condition.html"
    use_fieldset = True

    def __init__(self, fields: Sequence[Field]) -> None:
        joins = [
            (ALL, _("下面每条都满足")),
            (ANY, _("满足下面任何一条")),
            (GROUPED, _("任何一组里的每条都满足")),
        ]
        chosen = [("", "—"), *((one.code, one.label) for one in fields)]
        row = [
            forms.Select({"class": "sel", "aria-label": _("栏目")}, choices=chosen),
            forms.Select({"class": "sel", "aria-label": _("比较")}, choices=OPERATORS),
            forms.TextInput({"class": "inp", "aria-label": _("数值或选项"), "autocomplete": "off"}),
        ]
        joined = forms.Select({"class": "sel", "aria-label": _("怎样合起来")}, choices=joins)
        group = forms.Select({"class": "sel when__group", "aria-label": _("哪一组")}, choices=GROUPS)
        rows = [widget for _row in range(ROWS) for widget in row]
        super().__init__([joined, *rows, *[group] * ROWS])

    def decompress(self, value: Any) -> list[str]:
        """Asked only where there is nothing yet: the cells of empty rows."""
        return cells(ALL, [])

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        parts = context["widget"]["subwidgets"]
        context["widget"]["join"] = parts[0]
        rows, groups = parts[1:-ROWS], parts[-ROWS:]
        context["widget"]["rows"] = [
            [*rows[3 * number : 3 * number + 3], group] for number, group in enumerate(groups)
        ]
        return context


class ConditionField(forms.Field):
    """A condition on the fields of a route; cleans to one. ``fields`` are the route's."""

    def __init__(self, fields: Sequence[Field], **kwargs: Any) -> None:
        self.asked = {one.code: one for one in fields}
        super().__init__(widget=ConditionWidget(fields), required=False, **kwargs)

    def clean(self, value: Any) -> Condition:
        """The tests of the rows filled in: all of them, any, or all of any group."""
        join, given, groups = value[0], value[1:-ROWS], value[-ROWS:]
        found: dict[object, list[Test]] = {}
        for number, group in enumerate(groups):
            row = given[3 * number : 3 * number + 3]
            if row[0] in self.asked:
                together = {ALL: "", GROUPED: group or "1"}.get(join, number)
                found.setdefault(together, []).append(self._test(*row))
        return tuple(tuple(tests) for tests in found.values())

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Always read anew."""
        return True

    def _test(self, code: str, operator: str, text: str) -> Test:
        field, words = self.asked[code], [part for part in SEPARATORS.split(text.strip()) if part]
        label = {"label": field.label}
        if operator not in dict(OPERATORS) or not words:
            raise ValidationError(_now("请写明“%(label)s”和什么比较。") % label)
        if field.kind in NUMBERS:
            if operator in ("in", "not in"):
                raise ValidationError(_now("“%(label)s”是数目，请用“不少于”等来比较。") % label)
            return Test(code, operator, _number(field, words[0]))
        if operator in ("<", "<=", ">", ">="):
            raise ValidationError(_now("“%(label)s”不是数目，请用“是”“不是”来比较。") % label)
        values = tuple(_code(field, word) for word in words)
        return Test(code, operator, values if operator in ("in", "not in") else values[0])


def _number(field: Field, text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as broken:
        raise ValidationError(_now("“%(label)s”要和一个数目比较。") % {"label": field.label}) from broken


def _code(field: Field, word: str) -> str:
    """The code of an option that goes by ``word``; of a field without options the word itself."""
    options = labels(field)
    if not options or word in options:
        return word
    found = [code for code, label in options.items() if label == word]
    if not found:
        told = {"label": field.label, "options": _now("、").join(options.values())}
        raise ValidationError(_now("“%(label)s”只有这些选项：%(options)s。") % told)
    return found[0]
