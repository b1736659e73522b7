"""A route as JSON, in and out. What is malformed is told with the place where it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import route as drawn
from zhongshu.approvals.grammar.conditions import OPERATORS, Condition, Test
from zhongshu.approvals.grammar.flow import items_of
from zhongshu.approvals.grammar.powers import Power
from zhongshu.approvals.grammar.raw import (
    Malformed,
    Raw,
    known,
    listed,
    mapping,
    number,
    one_of,
    pairs,
    so,
    whole,
    word,
    words,
)

SUBMIT = "submit"
KINDS = {"stage": drawn.Stage, "choice": drawn.Choice, "parallel": drawn.Parallel, "group": drawn.Group}
HIGHEST = 20
"""So many units above each other, at most."""


def read(raw: Raw) -> drawn.Route:
    """The route that ``raw`` (decoded JSON) describes. Malformed where it describes none."""
    name = word(raw, "name", _("路线"))
    known(raw, _keys(drawn.Route), name)
    prescriptions = [
        _prescription(one, f"{name}/prescriptions") for one in listed(raw, "prescriptions", name)
    ]
    route = drawn.Route(
        name=name,
        title=word(raw, "title", name),
        kind=str(raw.get("kind", "request")),
        fields=tuple(_field(one, name) for one in listed(raw, "fields", name)),
        body=_body(raw.get("body"), name),
        prescriptions=tuple(prescriptions),
        ties=tuple(_tie(one, f"{name}/ties") for one in listed(raw, "ties", name)),
    )
    _are_single(items_of(route.body), name)
    _are_single(route.fields, name)
    return route


def written(part: Any) -> Any:
    """A route, or a part of one, as JSON; ``read`` makes the same again."""
    if isinstance(part, (drawn.Stage, drawn.Choice, drawn.Parallel, drawn.Group)):
        return {"type": type(part).__name__.lower(), **_members(part)}
    if is_dataclass(part):
        return _members(part)
    if isinstance(part, Mapping):
        return {key: written(value) for key, value in part.items()}
    if isinstance(part, (tuple, list)):
        return [written(one) for one in part]
    return str(part) if isinstance(part, (Decimal, StrEnum)) else part


def _members(part: Any) -> dict[str, Any]:
    return {one.name: written(getattr(part, one.name)) for one in fields(part)}


def _keys(part: type[Any]) -> list[str]:
    return [one.name for one in fields(part)]


def _prescription(raw: Raw, where: str) -> drawn.Prescription:
    title = word(raw, "title", where)
    known(raw, _keys(drawn.Prescription), where)
    return drawn.Prescription(title, _condition(raw.get("when"), where), word(raw, "stage", where))


def _body(raw: Any, where: str) -> tuple[drawn.Item, ...]:
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raise Malformed(where, _("缺少环节列表 body。"))
    return tuple(_item(one, where) for one in raw)


def _item(raw: Any, where: str) -> drawn.Item:
    if not isinstance(raw, Mapping):
        raise Malformed(where, _("环节必须是一个对象。"))
    kind, code = str(raw.get("type", "stage")), word(raw, "code", where)
    where = f"{where}/{code}"
    if kind in KINDS:
        known(raw, ["type", *_keys(KINDS[kind])], where)
    if kind == "stage":
        return _stage(raw, code, where)
    if kind == "choice":
        otherwise = raw.get("otherwise")
        ways = tuple(_branch(one, where) for one in listed(raw, "branches", where))
        return drawn.Choice(code, ways, None if otherwise is None else _body(otherwise, where))
    if kind == "parallel":
        return drawn.Parallel(code, tuple(_body(one, where) for one in listed(raw, "branches", where)))
    if kind == "group":
        called = str(raw.get("route", ""))
        body = _body(raw.get("body", [] if called else None), where)
        title, version = word(raw, "title", where), whole(raw.get("version", 0), where)
        return drawn.Group(code, title, body, called, version)
    raise Malformed(where, _("没有这种环节：%(kind)s。") % {"kind": kind})


def _branch(raw: Raw, where: str) -> drawn.Branch:
    title = word(raw, "title", where)
    known(raw, _keys(drawn.Branch), where)
    return drawn.Branch(title, _condition(raw.get("when"), where), _body(raw.get("body"), where))


def _stage(raw: Raw, code: str, where: str) -> drawn.Stage:
    if code == SUBMIT:
        raise Malformed(where, _("submit 是起草环节的代号，请换一个。"))
    rights = {
        str(key): one_of(drawn.Right, value, where) for key, value in mapping(raw, "rights", where).items()
    }
    share = whole(raw.get("share", 100), where)
    if not 1 <= share <= 100:
        raise Malformed(where, _("通过比例应在 1 到 100 之间。"))
    return drawn.Stage(
        code=code,
        title=word(raw, "title", where),
        who=_who(raw.get("who"), where),
        how=one_of(drawn.How, raw.get("how", drawn.How.ALL), where),
        share=share,
        when=_condition(raw.get("when"), where),
        within=whole(raw.get("within", 2), where),
        power=one_of(Power, raw.get("power", Power.APPROVE), where),
        on_self=one_of(drawn.OnSelf, raw.get("on_self", drawn.OnSelf.UP), where),
        on_empty=one_of(drawn.OnEmpty, raw.get("on_empty", drawn.OnEmpty.UP), where),
        on_repeat=one_of(drawn.OnRepeat, raw.get("on_repeat", drawn.OnRepeat.ASK), where),
        overtime=one_of(drawn.Overtime, raw.get("overtime", drawn.Overtime.REMIND), where),
        hand_on=one_of(drawn.HandOn, raw.get("hand_on", drawn.HandOn.ENTITLED), where),
        fallback=words(raw, "fallback", where),
        rights=rights,
        one_by_one=so(raw, "one_by_one", where, unsaid=False),
    )


def _who(raw: Any, where: str) -> drawn.Who:
    if not isinstance(raw, Mapping):
        raise Malformed(where, _("缺少审批人 who。"))
    known(raw, _keys(drawn.Who), where)
    kind = one_of(drawn.WhoKind, raw.get("kind"), where)
    who = drawn.Who(
        kind=kind,
        duty=str(raw.get("duty", "")),
        post=str(raw.get("post", "")),
        unit=str(raw.get("unit", "")),
        level=whole(raw.get("level", 0), where, HIGHEST),
        people=words(raw, "people", where),
    )
    needed = {drawn.WhoKind.DUTY: who.duty, drawn.WhoKind.POST: who.post, drawn.WhoKind.NAMED: who.people}
    if not needed.get(kind, True):
        raise Malformed(where, _("没有写明由谁审批。"))
    return who


def _field(raw: Raw, where: str) -> drawn.Field:
    code = word(raw, "code", where)
    known(raw, _keys(drawn.Field), f"{where}/{code}")
    return drawn.Field(
        code=code,
        label=word(raw, "label", f"{where}/{code}"),
        kind=one_of(drawn.FieldKind, raw.get("kind", drawn.FieldKind.TEXT), where),
        required=so(raw, "required", f"{where}/{code}", unsaid=True),
        choices=pairs(raw, "choices", where),
        help=str(raw.get("help", "")),
    )


def _tie(raw: Raw, where: str) -> drawn.Tie:
    code = word(raw, "field", where)
    known(raw, _keys(drawn.Tie), f"{where}/{code}")
    kind, of = one_of(drawn.TieKind, raw.get("kind"), where), words(raw, "of", where)
    return drawn.Tie(code, kind, of, _condition(raw.get("when"), where))


def _condition(raw: Any, where: str) -> Condition:
    """[] or null: always. A list of tests: all of them. A list of lists: any of these."""
    if not raw:
        return ()
    if not isinstance(raw, list):
        raise Malformed(where, _("when 应是一个列表，每一项是一个条件。"))
    if all(isinstance(one, Mapping) for one in raw):
        raw = [raw]
    if not all(isinstance(tests, list) for tests in raw):
        raise Malformed(where, _("when 的各项应都是条件，或者都是条件的列表。"))
    return tuple(tuple(_test(one, where) for one in tests) for tests in raw)


def _test(raw: Raw, where: str) -> Test:
    operator = word(raw, "operator", where)
    known(raw, _keys(Test), where)
    if operator not in OPERATORS:
        raise Malformed(where, _("没有这种比较：%(operator)s。") % {"operator": operator})
    value: Any = raw.get("value")
    if value is None:
        raise Malformed(where, _("缺少 %(key)s。") % {"key": "value"})
    if isinstance(value, bool):
        value = "yes" if value else "no"
    if operator in ("in", "not in"):
        value = words(raw, "value", where)
    elif operator not in ("=", "!=") or isinstance(value, (int, float)):
        value = number(value, where)
    return Test(word(raw, "field", where), operator, value)


def _are_single(parts: Iterable[drawn.Item | drawn.Field], where: str) -> None:
    seen: set[str] = set()
    for part in parts:
        if part.code in seen:
            raise Malformed(where, _("代号“%(code)s”用了两次。") % {"code": part.code})
        seen.add(part.code)
