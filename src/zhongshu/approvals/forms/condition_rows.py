"""A condition as rows of cells: field, comparison, value."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.grammar import Condition, Field, FieldKind, Test

ROWS = 6
ALL, ANY, GROUPED = "all", "any", "grouped"
GROUPS = (("1", _("第一组")), ("2", _("第二组")), ("3", _("第三组")))
SAID = {"yes": _("是"), "no": _("否")}
Row = tuple[str, str, str]


def as_rows(condition: Condition, fields: Sequence[Field]) -> list[str] | None:
    """A condition as the cells of the form; None where it is too intricate for rows."""
    tests = [test for tests in condition for test in tests]
    groups = [str(number) for number, tests in enumerate(condition, 1) for _test in tests]
    join = ALL if len(condition) < 2 else GROUPED if len(tests) > len(condition) else ANY
    asked = {one.code: one for one in fields}
    if len(tests) > ROWS or any(test.field not in asked for test in tests):
        return None
    if join == GROUPED and len(condition) > len(GROUPS):
        return None
    rows = [(test.field, test.operator, _typed(asked[test.field], test)) for test in tests]
    return cells(join, rows, groups if join == GROUPED else [])


def cells(join: str, rows: list[Row], groups: Sequence[str] = ()) -> list[str]:
    """The join, three cells for each row, empty ones at the end, then the group of each row."""
    filled = [cell for row in rows for cell in row]
    rest = ["1"] * (ROWS - len(groups))
    return [join, *filled, *["", ">=", ""] * (ROWS - len(rows)), *groups, *rest]


def _typed(field: Field, test: Test) -> str:
    values = test.value if isinstance(test.value, tuple) else (str(test.value),)
    return "、".join(labels(field).get(one, one) for one in values)


def labels(field: Field) -> dict[str, str]:
    """What the options of a field are called, by code; nothing for a field without options."""
    if field.kind == FieldKind.YES_NO:
        return {code: str(label) for code, label in SAID.items()}
    return dict(field.choices) if field.kind == FieldKind.CHOICE else {}
