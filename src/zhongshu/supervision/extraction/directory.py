"""The institution's own units, by every name and alias they go by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .spans import level


@dataclass(frozen=True)
class Directory:
    """The institution's own units: every name and alias → the id of the unit.

    With it names are read by longest match, an alias (发改委) resolves to its unit, and a name that no ending
    gives away (城投, 大数据) is still a unit.
    """

    names: Mapping[str, str]
    longest: int = field(init=False, default=0)
    first_letters: frozenset[str] = field(init=False, default=frozenset())
    last_letters: frozenset[str] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest", max(map(len, self.names), default=0))
        object.__setattr__(self, "first_letters", frozenset(name[:1] for name in self.names))
        object.__setattr__(self, "last_letters", frozenset(name[-1:] for name in self.names))

    @classmethod
    def of(cls, units: Iterable[tuple[str, Iterable[str]]]) -> Directory:
        """A directory from (unit id, its names and aliases)."""
        return cls({level(name): unit_id for unit_id, names in units for name in names if len(name) > 1})

    def unit_id(self, name: str) -> str | None:
        """The id of the unit called ``name``, blanks apart; None if the house has none of that name."""
        return self.names.get("".join(level(name).split()))

    def match(self, text: str, start: int) -> int | None:
        """The end of the longest known name at ``start``."""
        if text[start : start + 1] not in self.first_letters:
            return None
        for end in range(min(len(text), start + self.longest), start + 1, -1):
            if text[start:end] in self.names:
                return end
        return None

    def ends(self, text: str, start: int, end: int) -> Iterator[int]:
        """Behind each letter of ``text`` between ``start`` and ``end`` with which a known name ends, or a blank after one."""
        for at in range(start, end):
            if text[at] in self.last_letters or text[at].isspace():
                yield at + 1
