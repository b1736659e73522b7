"""JSON decoded and taken at its word: texts, whole numbers, lists; anything else is Malformed, told with its place."""

import json
from collections.abc import Collection, Mapping
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
        found = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_single)
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


def _single(members: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, no key of which is written twice: the one above would be lost without a word."""
    found = dict(members)
    if len(found) < len(members):
        keys = [key for key, _value in members]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise Malformed(_("路线"), _("同一个对象里“%(key)s”写了两次。") % {"key": twice})
    return found


def known(raw: Any, keys: Collection[str], where: str) -> None:
    """Refuse keys that say nothing here: a condition under a misspelt key would hold nobody.

    Keys that begin with _ or $ are remarks of who wrote the file.
    """
    strange = [key for key in raw if key not in keys and not key.startswith(("_", "$"))] if raw else []
    if strange:
        told = {"key": strange[0], "keys": _("、").join(keys)}
        raise Malformed(where, _("不认识“%(key)s”，这里可以写的是：%(keys)s。") % told)


def so(raw: Raw, key: str, where: str, *, unsaid: bool) -> bool:
    """True or false under ``key``."""
    found = raw.get(key, unsaid)
    if not isinstance(found, bool):
        raise Malformed(where, _("%(key)s 只能写 true 或者 false。") % {"key": key})
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


def whole(value: Any, where: str, most: int = 999) -> int:
    """A whole number from nought to ``most``."""
    try:
        number = int(str(value))
    except ValueError as broken:
        raise Malformed(where, _("“%(value)s”不是整数。") % {"value": value}) from broken
    if number < 0:
        raise Malformed(where, _("“%(value)s”不能小于零。") % {"value": value})
    if number > most:
        raise Malformed(where, _("“%(value)s”太大，不能超过 %(most)s。") % {"value": value, "most": most})
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
        told = {"value": value, "values": _("、").join(one.value for one in kind if one.value)}
        raise Malformed(where, _("“%(value)s”不是可选的值，可以写：%(values)s。") % told) from broken
