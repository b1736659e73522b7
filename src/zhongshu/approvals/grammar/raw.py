"""JSON decoded and taken at its word: texts, whole numbers, lists; anything else is Malformed, told with its place."""

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from django.utils.translation import gettext as _

E = TypeVar("E", bound=StrEnum)
Raw = Mapping[str, Any]


class Malformed(ValueError):
    """A route that does not say what it must; ``where`` names the place, ``what`` the fault in Chinese."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}：{what}")
        self.where, self.what = where, what


def decoded(raw: bytes) -> Raw:
    """What a file of JSON in UTF-8 says of a route; Malformed where it is not JSON, or no object."""
    where = _("路线")
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as broken:
        raise Malformed(where, _("文件不是 UTF-8 编码的文本，请另存为 UTF-8 再试。")) from broken
    except json.JSONDecodeError as broken:
        told = {"line": broken.lineno, "column": broken.colno}
        raise Malformed(where, _("不是 JSON：第 %(line)s 行第 %(column)s 列读不下去。") % told) from broken
    except RecursionError as broken:
        raise Malformed(where, _("层层嵌套，读不下去。")) from broken
    if not isinstance(found, dict):
        raise Malformed(where, _("路线应是一个 JSON 对象。"))
    return found


def word(raw: Any, key: str, where: str) -> str:
    """The text under ``key``, which may not be empty."""
    found = str(raw.get(key, "")).strip() if isinstance(raw, Mapping) else ""
    if not found:
        raise Malformed(where, _("缺少 %(key)s。") % {"key": key})
    return found


def listed(raw: Raw, key: str, where: str) -> list[Any]:
    """The list under ``key``; nothing there is an empty one."""
    found = raw.get(key, [])
    if not isinstance(found, list):
        raise Malformed(where, _("%(key)s 应是一个列表。") % {"key": key})
    return found


def words(raw: Raw, key: str, where: str) -> tuple[str, ...]:
    """The texts listed under ``key``."""
    return tuple(str(one) for one in listed(raw, key, where))


def pairs(raw: Raw, key: str, where: str) -> tuple[tuple[str, str], ...]:
    """The options listed under ``key``, each as [code, label]."""
    found = listed(raw, key, where)
    if not all(isinstance(one, list) and len(one) == 2 for one in found):
        raise Malformed(where, _("%(key)s 的每一项应写成 [代号, 名称]。") % {"key": key})
    return tuple((str(code), str(label)) for code, label in found)


def mapping(raw: Raw, key: str, where: str) -> Raw:
    """What ``key`` maps; nothing there is an empty mapping."""
    found = raw.get(key, {})
    if not isinstance(found, Mapping):
        raise Malformed(where, _("%(key)s 应是一个对象。") % {"key": key})
    return found


def whole(value: Any, where: str) -> int:
    """A whole number, none below nought."""
    try:
        number = int(str(value))
    except ValueError as broken:
        raise Malformed(where, _("“%(value)s”不是整数。") % {"value": value}) from broken
    if number < 0:
        raise Malformed(where, _("“%(value)s”不能小于零。") % {"value": value})
    return number


def number(value: Any, where: str) -> Decimal:
    """A number that others can be compared with."""
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise Malformed(where, _("“%(value)s”不是数目。") % {"value": value})
    return found


def one_of(kind: type[E], value: Any, where: str) -> E:
    """One of the values that ``kind`` allows."""
    try:
        return kind(value)
    except ValueError as broken:
        raise Malformed(where, _("“%(value)s”不是可选的值。") % {"value": value}) from broken
