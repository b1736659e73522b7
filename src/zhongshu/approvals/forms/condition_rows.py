"""A condition as rows of cells: field, comparison, value."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.grammar import Condition, Field, FieldKind, Test

ROWS = 4
ALL, ANY = "all", "any"
SAID = {"yes": _("是"), "no": _("否")}
Row = tuple[str, str, str]


def as_rows(condition: Condition, fields: Sequence[Field]) -> list[str] | None:
    """A condition as the cells of the form; None where it is too intricate for rows."""
    join, tests = ALL, [test for tests in condition for test in tests]
    if len(condition) > 1:
        join = ANY
        if any(len(one) > 1 for one in condition):
            return None
    asked = {one.code: one for one in fields}
    if len(tests) > ROWS or any(test.field not in asked for test in tests):
        return None
    return cells(join, [(test.field, test.operator, _typed(asked[test.field], test)) for test in tests])


def cells(join: str, rows: list[Row]) -> list[str]:
    """The join and three cells for each row, empty ones at the end."""
    return [join, *(cell for row in rows for cell in row), *["", ">=", ""] * (ROWS - len(rows))]


def _typed(field: Field, test: Test) -> str:
    values = test.value if isinstance(test.value, tuple) else (str(test.value),)
    return "、".join(labels(field).get(one, one) for one in values)


def labels(field: Field) -> dict[str, str]:
    """What the options of a field are called, by code; nothing for a field without options."""
    if field.kind == FieldKind.YES_NO:
        return {code: str(label) for code, label in SAID.items()}
    return dict(field.choices) if field.kind == FieldKind.CHOICE else {}
