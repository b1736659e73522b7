"""A route in words: who decides, when, by when."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.approvals.grammar import (
    Condition,
    Field,
    FieldKind,
    HandOn,
    How,
    Prescription,
    Route,
    Stage,
    Test,
    Tie,
    TieKind,
    WhoKind,
    items,
)
from zhongshu.approvals.queries.named import Named
from zhongshu.org.models import Duty

NOBODY = Named()
COMPARED = {
    "<": gettext_lazy("小于"),
    "<=": gettext_lazy("不超过"),
    ">": gettext_lazy("大于"),
    ">=": gettext_lazy("不少于"),
    "=": gettext_lazy("是"),
    "!=": gettext_lazy("不是"),
    "in": gettext_lazy("是"),
    "not in": gettext_lazy("不是"),
}
HOWS = {
    How.ALL: gettext_lazy("全部同意"),
    How.ANY: gettext_lazy("一人同意即可"),
    How.IN_ORDER: gettext_lazy("依次同意"),
}

REACHES = {
    HandOn.UNIT: gettext_lazy("可转给本单位的人"),
    HandOn.ANYBODY: gettext_lazy("可转给本机关的任何人"),
}
TIES = {
    TieKind.NOT_BEFORE: gettext_lazy("%(label)s不早于%(of)s"),
    TieKind.WORKING_DAYS: gettext_lazy("%(label)s等于%(of)s之间的工作日"),
    TieKind.CALENDAR_DAYS: gettext_lazy("%(label)s等于%(of)s之间的天数"),
    TieKind.DAYS: gettext_lazy("%(label)s不少于%(of)s之间的工作日，不多于其间的天数"),
    TieKind.SUM: gettext_lazy("%(label)s等于%(of)s之和"),
}


def tie(one: Tie, route: Route) -> str:
    """A rule between fields: 天数等于开始日期、结束日期之间的工作日（假别是年休假）."""
    labels = {field.code: field.label for field in route.fields}
    told = {"label": labels.get(one.field, one.field), "of": _("、").join(labels.get(c, c) for c in one.of)}
    words = str(TIES[one.kind]) % told
    return (
        _("%(words)s（%(when)s）") % {"words": words, "when": condition(one.when, route)}
        if one.when
        else words
    )


def condition(when: Condition, route: Route) -> str:
    """When something applies: 金额不少于 50000，且类别是差旅."""
    fields = {one.code: one for one in route.fields}
    ways = [_("，且").join(_test(test, fields) for test in tests) for tests in when]
    return _("；或").join(ways)


def _test(test: Test, fields: Mapping[str, Field]) -> str:
    field = fields.get(test.field)
    if field is None:
        return f"{test.field} {COMPARED[test.operator]} {test.value}"
    if field.kind == FieldKind.YES_NO and test.operator in ("=", "!="):
        is_so = (test.value == "yes") == (test.operator == "=")
        return _("“%(label)s”为%(answer)s") % {"label": field.label, "answer": _("是") if is_so else _("否")}
    labels = dict(field.choices)
    values = test.value if isinstance(test.value, tuple) else (_amount(field, test.value),)
    told = _("、").join(labels.get(one, one) for one in values)
    return f"{field.label} {COMPARED[test.operator]} {told}"


def _amount(field: Field, value: Decimal | str) -> str:
    if field.kind == FieldKind.MONEY and isinstance(value, Decimal):
        return _("%(amount)s 元") % {"amount": f"{value:,f}"}
    return str(value)


def who(stage: Stage, named: Named = NOBODY) -> str:
    """Who decides in a stage; ``named`` tells what the people and the unit it names are called."""
    asked = stage.who
    if asked.kind == WhoKind.UNIT_HEAD and asked.level:
        return _("提交人所在单位上 %(n)s 级的负责人") % {"n": asked.level}
    within = named.units.get(asked.unit, asked.unit)
    there = _("（%(unit)s）") % {"unit": within} if within else ""
    names = people(asked.people, named)
    return {
        WhoKind.DUTY: _("承担“%(duty)s”职责的人") % {"duty": _duty(asked.duty)} + there,
        WhoKind.POST: _("担任“%(post)s”的人") % {"post": asked.post} + there,
        WhoKind.UNIT_HEAD: _("提交人所在单位负责人"),
        WhoKind.IN_CHARGE: _("分管领导"),
        WhoKind.PRINCIPAL: _("主要领导"),
        WhoKind.NAMED: names,
        WhoKind.CHOSEN: _("由提交人从%(names)s中选") % {"names": names} if names else _("由提交人选择"),
    }[asked.kind]


def people(numbers: Sequence[str], named: Named) -> str:
    """The names that go with staff numbers; a number that nobody has is told as it is."""
    return _("、").join(named.people.get(one) or _("工号%(number)s") % {"number": one} for one in numbers)


def prescription(one: Prescription, plan: Route) -> str:
    """In what case which stage must be passed."""
    titles = {item.code: item.title for item in items(plan) if isinstance(item, Stage)}
    told = {"when": condition(one.when, plan), "stage": titles.get(one.stage, one.stage)}
    return _("%(when)s：必须经过“%(stage)s”") % told


def news(plan: Route, newer: Route) -> list[str]:
    """The fields, and the rules between them, that ``newer`` has and ``plan`` has not."""
    known = {one.code for one in plan.fields}
    fields = [
        _("栏目“%(label)s”") % {"label": one.label} + ("" if one.required else _("（可不填）"))
        for one in newer.fields
        if one.code not in known
    ]
    return [*fields, *(tie(one, newer) for one in newer.ties if one not in plan.ties)]


def hand_on(stage: Stage) -> str:
    """To whom a part can be handed on, where that is more than the stage could ask anyhow."""
    return str(REACHES[stage.hand_on]) if stage.hand_on in REACHES else ""


def _duty(code: str) -> str:
    return str(Duty(code).label) if code in Duty.values else code


def how(stage: Stage) -> str:
    """How the opinions of a stage make a decision."""
    if stage.how == How.SHARE:
        return _("%(share)s%% 同意即通过") % {"share": stage.share}
    return str(HOWS[stage.how])
