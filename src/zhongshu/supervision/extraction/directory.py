"""The institution's own units, by every name and alias they go by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .spans import level

_TOPIC = re.compile(
    "系统|部门|领域|行业|方面|资金|经费|预案|数据|工作|项目|工程|服务|职责|整改|检查|监管|管理|许可|目标|战线|人员|干部|队伍|政策|收入|支出|制度|计划|规划|会议|文件|报告|要(?:跟上|到位|加强|有力)"
)


@dataclass(frozen=True)
class Directory:
    """The institution's own units: every name and alias → the id of the unit.

    With it names are read by longest match, an alias (发改委) resolves to its unit, and a name that no ending
    gives away (城投, 大数据) is still a unit. ``spoken``: those whom a note speaks of by short names that are not
    the house's (发改, 住建): somebody, though without an id.
    """

    names: Mapping[str, str]
    spoken: frozenset[str] = frozenset()
    longest: int = field(init=False, default=0)
    first_letters: frozenset[str] = field(init=False, default=frozenset())
    last_letters: frozenset[str] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        every = [*self.names, *self.spoken]
        object.__setattr__(self, "longest", max(map(len, every), default=0))
        object.__setattr__(self, "first_letters", frozenset(name[:1] for name in every))
        object.__setattr__(self, "last_letters", frozenset(name[-1:] for name in every))

    @classmethod
    def of(cls, units: Iterable[tuple[str, Iterable[str]]]) -> Directory:
        """A directory from (unit id, its names and aliases)."""
        return cls({level(name): unit_id for unit_id, names in units for name in names if len(name) > 1})

    def unit_id(self, name: str) -> str | None:
        """The id of the unit called ``name``, blanks apart; None if the house has none of that name."""
        return self.names.get("".join(level(name).split()))

    def knows(self, name: str) -> bool:
        """Whether ``name`` is the name of one of the house, or of one spoken of."""
        return name in self.spoken or self.unit_id(name) is not None

    def knows_at(self, text: str, start: int, end: int) -> bool:
        """Whether ``text`` names somebody between ``start`` and ``end``: a short name that goes on (教育经费) is a topic."""
        name = text[start:end]
        return self.unit_id(name) is not None or (name in self.spoken and not _TOPIC.match(text, end))

    def match(self, text: str, start: int) -> int | None:
        """The end of the longest known name at ``start``."""
        if text[start : start + 1] not in self.first_letters:
            return None
        for end in range(min(len(text), start + self.longest), start + 1, -1):
            word = text[start:end]
            if word in self.names or (word in self.spoken and not _TOPIC.match(text, end)):
                return end
        return None

    def ends(self, text: str, start: int, end: int) -> Iterator[int]:
        """Behind each letter of ``text`` between ``start`` and ``end`` with which a known name ends, or a blank after one."""
        for at in range(start, end):
            if text[at] in self.last_letters or text[at].isspace():
                yield at + 1
