"""What units were asked for, and what of it twice, made ready for the office's director."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.supervision import queries


@dataclass(frozen=True, slots=True)
class Line:
    """A unit or a fact with its two numbers; each leads to exactly the asks it counts."""

    name: str
    asked: int
    asked_url: str
    again: int
    again_url: str


class Asks:
    """The page of asks for ``actor``, narrowed."""

    def __init__(self, actor: Actor, narrowed: queries.AskFilter) -> None:
        self.actor, self.narrowed = actor, narrowed

    @cached_property
    def totals(self) -> list[tuple[str, int, str]]:
        """要过, 其中重复: each with its list."""
        asked = queries.narrow_asks(self.actor, queries.AskFilter()).count()
        again = queries.narrow_asks(self.actor, queries.AskFilter(again=True)).count()
        return [(_("要过的数据"), asked, _address({})), (_("其中重复要的"), again, _address({"again": "1"}))]

    @cached_property
    def units(self) -> list[Line]:
        return [_line("unit", *one) for one in queries.asks_by_unit(self.actor)]

    @cached_property
    def facts(self) -> list[Line]:
        return [_line("key", *one) for one in queries.asks_by_fact(self.actor)]

    @property
    def is_narrowed(self) -> bool:
        return self.narrowed != queries.AskFilter()


def _line(param: str, of: object, name: str, asked: int, again: int) -> Line:
    query = {param: str(of)}
    return Line(name, asked, _address(query), again, _address({**query, "again": "1"}))


def _address(query: dict[str, str]) -> str:
    return reverse("supervision:asks") + (f"?{urlencode(query)}#list" if query else "#list")
