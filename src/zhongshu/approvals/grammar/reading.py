"""A route as JSON, in and out. What is malformed is told with the place where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import route as drawn
from zhongshu.approvals.grammar.conditions import OPERATORS, Condition, Test
from zhongshu.approvals.grammar.flow import items_of
from zhongshu.approvals.grammar.powers import Power

E = TypeVar("E", bound=StrEnum)
Raw = Mapping[str, Any]
SUBMIT = "submit"


class Malformed(ValueError):
    """A route that does not say what it must; ``where`` names the place, ``what`` the fault in Chinese."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}：{what}")
        self.where, self.what = where, what


def read(raw: Raw) -> drawn.Route:
    """The route that ``raw`` (decoded JSON) describes. Malformed where it describes none."""
    name = _word(raw, "name", _("路线"))
    prescriptions = [
        drawn.Prescription(
            _word(one, "title", name), _condition(one.get("when"), name), _word(one, "stage", name)
        )
        for one in _list(raw, "prescriptions", name)
    ]
    route = drawn.Route(
        name=name,
        title=_word(raw, "title", name),
        kind=str(raw.get("kind", "request")),
        fields=tuple(_field(one, name) for one in _list(raw, "fields", name)),
        body=_body(raw.get("body"), name),
        prescriptions=tuple(prescriptions),
    )
    _codes_are_single(route)
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


def _body(raw: Any, where: str) -> tuple[drawn.Item, ...]:
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raise Malformed(where, _("缺少环节列表 body。"))
    return tuple(_item(one, where) for one in raw)


def _item(raw: Any, where: str) -> drawn.Item:
    if not isinstance(raw, Mapping):
        raise Malformed(where, _("环节必须是一个对象。"))
    kind, code = str(raw.get("type", "stage")), _word(raw, "code", where)
    where = f"{where}/{code}"
    if kind == "stage":
        return _stage(raw, code, where)
    if kind == "choice":
        otherwise = raw.get("otherwise")
        ways = tuple(_branch(one, where) for one in _list(raw, "branches", where))
        return drawn.Choice(code, ways, None if otherwise is None else _body(otherwise, where))
    if kind == "parallel":
        return drawn.Parallel(code, tuple(_body(one, where) for one in _list(raw, "branches", where)))
    if kind == "group":
        called = str(raw.get("route", ""))
        body = _body(raw.get("body", [] if called else None), where)
        title, version = _word(raw, "title", where), _whole(raw.get("version", 0), where)
        return drawn.Group(code, title, body, called, version)
    raise Malformed(where, _("没有这种环节：%(kind)s。") % {"kind": kind})


def _branch(raw: Raw, where: str) -> drawn.Branch:
    return drawn.Branch(
        _word(raw, "title", where), _condition(raw.get("when"), where), _body(raw.get("body"), where)
    )


def _stage(raw: Raw, code: str, where: str) -> drawn.Stage:
    if code == SUBMIT:
        raise Malformed(where, _("submit 是起草环节的代号，请换一个。"))
    rights = {
        str(key): _one_of(drawn.Right, value, where) for key, value in dict(raw.get("rights", {})).items()
    }
    share = _whole(raw.get("share", 100), where)
    if not 1 <= share <= 100:
        raise Malformed(where, _("通过比例应在 1 到 100 之间。"))
    return drawn.Stage(
        code=code,
        title=_word(raw, "title", where),
        who=_who(raw.get("who"), where),
        how=_one_of(drawn.How, raw.get("how", drawn.How.ALL), where),
        share=share,
        when=_condition(raw.get("when"), where),
        within=_whole(raw.get("within", 2), where),
        power=_one_of(Power, raw.get("power", Power.APPROVE), where),
        on_self=_one_of(drawn.OnSelf, raw.get("on_self", drawn.OnSelf.UP), where),
        on_empty=_one_of(drawn.OnEmpty, raw.get("on_empty", drawn.OnEmpty.UP), where),
        on_repeat=_one_of(drawn.OnRepeat, raw.get("on_repeat", drawn.OnRepeat.ASK), where),
        overtime=_one_of(drawn.Overtime, raw.get("overtime", drawn.Overtime.REMIND), where),
        fallback=tuple(str(one) for one in raw.get("fallback", ())),
        rights=rights,
    )


def _who(raw: Any, where: str) -> drawn.Who:
    if not isinstance(raw, Mapping):
        raise Malformed(where, _("缺少审批人 who。"))
    kind = _one_of(drawn.WhoKind, raw.get("kind"), where)
    who = drawn.Who(
        kind=kind,
        duty=str(raw.get("duty", "")),
        post=str(raw.get("post", "")),
        unit=str(raw.get("unit", "")),
        level=_whole(raw.get("level", 0), where),
        people=tuple(str(one) for one in raw.get("people", ())),
    )
    needed = {drawn.WhoKind.DUTY: who.duty, drawn.WhoKind.POST: who.post, drawn.WhoKind.NAMED: who.people}
    if not needed.get(kind, True):
        raise Malformed(where, _("没有写明由谁审批。"))
    return who


def _field(raw: Raw, where: str) -> drawn.Field:
    code = _word(raw, "code", where)
    choices = tuple((str(pair[0]), str(pair[1])) for pair in raw.get("choices", ()))
    return drawn.Field(
        code=code,
        label=_word(raw, "label", f"{where}/{code}"),
        kind=_one_of(drawn.FieldKind, raw.get("kind", drawn.FieldKind.TEXT), where),
        required=bool(raw.get("required", True)),
        choices=choices,
        help=str(raw.get("help", "")),
    )


def _condition(raw: Any, where: str) -> Condition:
    """[] or null: always. A list of tests: all of them. A list of lists: any of these."""
    if not raw:
        return ()
    if all(isinstance(one, Mapping) for one in raw):
        raw = [raw]
    return tuple(tuple(_test(one, where) for one in tests) for tests in raw)


def _test(raw: Raw, where: str) -> Test:
    operator = _word(raw, "operator", where)
    if operator not in OPERATORS:
        raise Malformed(where, _("没有这种比较：%(operator)s。") % {"operator": operator})
    value: Any = raw.get("value")
    if operator in ("in", "not in"):
        value = tuple(str(one) for one in value)
    elif operator not in ("=", "!=") or isinstance(value, (int, float)):
        try:
            value = Decimal(str(value))
        except InvalidOperation as broken:
            raise Malformed(where, _("“%(value)s”不是数目。") % {"value": value}) from broken
    return Test(_word(raw, "field", where), operator, value)


def _codes_are_single(route: drawn.Route) -> None:
    seen: set[str] = set()
    for item in items_of(route.body):
        if item.code in seen:
            raise Malformed(route.name, _("代号“%(code)s”用了两次。") % {"code": item.code})
        seen.add(item.code)


def _word(raw: Any, key: str, where: str) -> str:
    found = str(raw.get(key, "")).strip() if isinstance(raw, Mapping) else ""
    if not found:
        raise Malformed(where, _("缺少 %(key)s。") % {"key": key})
    return found


def _list(raw: Raw, key: str, where: str) -> list[Any]:
    found = raw.get(key, [])
    if not isinstance(found, list):
        raise Malformed(where, _("%(key)s 应是一个列表。") % {"key": key})
    return found


def _whole(value: Any, where: str) -> int:
    try:
        return int(value)
    except (TypeError, ValueError) as broken:
        raise Malformed(where, _("“%(value)s”不是整数。") % {"value": value}) from broken


def _one_of(kind: type[E], value: Any, where: str) -> E:
    try:
        return kind(value)
    except ValueError as broken:
        raise Malformed(where, _("“%(value)s”不是可选的值。") % {"value": value}) from broken
