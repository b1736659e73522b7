"""The institution's own units, by every name and alias they go by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest", max(map(len, self.names), default=0))

    @classmethod
    def of(cls, units: Iterable[tuple[str, Iterable[str]]]) -> Directory:
        """A directory from (unit id, its names and aliases)."""
        return cls({level(name): unit_id for unit_id, names in units for name in names if len(name) > 1})

    def unit_id(self, name: str) -> str | None:
        """The id of the unit called ``name``, blanks apart; None if the house has none of that name."""
        return self.names.get(re.sub(r"\s", "", level(name)))

    def match(self, text: str, start: int) -> int | None:
        """The end of the longest known name at ``start``."""
        for end in range(min(len(text), start + self.longest), start + 1, -1):
            if text[start:end] in self.names:
                return end
        return None
