"""Words that can be set: without control, invisible and direction-changing characters."""

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

T = TypeVar("T")
_UNFIT = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def fit(told: str) -> str:
    """``told`` as it can stand on paper; a tab is a space, a line break stays."""
    return _UNFIT.sub("", told.replace("\r\n", "\n").replace("\t", " "))


def fitted(element: T) -> T:
    """``element`` of a paper with every word in it made fit, however deep."""
    return cast(T, _fitted(element))


def _fitted(element: object) -> object:
    if type(element) is str:
        return fit(element)
    if is_dataclass(element) and not isinstance(element, type):
        return replace(
            element, **{one.name: _fitted(getattr(element, one.name)) for one in fields(element) if one.init}
        )
    if isinstance(element, Sequence) and not isinstance(element, str):
        return tuple(_fitted(one) for one in element)
    return element
