"""What a gate of a drawn route asks."""

from collections.abc import Sequence

from zhongshu.approvals.grammar.conditions import Condition, Test, tests_of
from zhongshu.approvals.grammar.route import Choice, Field, FieldKind

SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "=": "为", "!=": "不为", "in": "为", "not in": "不为"}
ANSWERS = {"yes": "是", "no": "否"}


def whether(when: Condition, fields: Sequence[Field]) -> str:
    """A condition as a question: 金额（元） ≥ 50000且类别 为 差旅或会议？"""
    known = {one.code: one for one in fields}
    return (
        "；或".join("且".join(_test(test, known.get(test.field)) for test in tests) for tests in when) + "？"
    )


def which(choice: Choice, fields: Sequence[Field]) -> str:
    """What the ways of a choice depend on: 金额（元）、类别？"""
    labels = {one.code: one.label for one in fields}
    asked = dict.fromkeys(test.field for branch in choice.branches for test in tests_of(branch.when))
    words = "、".join(labels.get(code, code) for code in asked)
    return f"{words}？" if words else ""


def _test(test: Test, field: Field | None) -> str:
    choices = {**ANSWERS, **dict(field.choices)} if field else {}
    values = test.value if isinstance(test.value, tuple) else (str(test.value),)
    told = "或".join(choices.get(one, one) for one in values)
    label = field.label if field else test.field
    if field and field.kind == FieldKind.YES_NO and (test.operator, told) == ("=", "是"):
        return label
    return f"{label} {SIGNS[test.operator]} {told}"
