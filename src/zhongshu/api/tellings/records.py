"""Records that are told by their own attributes."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from ninja import Schema

from zhongshu.kernel.requests import Request

Told = TypeVar("Told", bound=Schema)


def plain(schema: type[Told]) -> Callable[[Request, Any], Told]:
    """What tells one record as ``schema``."""
    return lambda request, found: schema.model_validate(found, from_attributes=True)


def each(schema: type[Told], found: Iterable[object]) -> list[Told]:
    """Every record as ``schema``, in the order given."""
    return [schema.model_validate(one, from_attributes=True) for one in found]
