"""What of a route is edited by one form: a stage, a field of the paper, a branch, a part, a prescription."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Route
from zhongshu.approvals.grammar.editing import Place
from zhongshu.kernel.refusals import NotFound
from zhongshu.ui.forms import Form

Words = str | Promise
One = TypeVar("One")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A route on the bench, and what its forms offer to choose from.

    ``people`` as (id, label), ``numbers`` staff numbers by id, ``posts`` titles of posts, ``units`` as (code, name), ``shared``
    parts that can be called as (name, title).
    """

    plan: Route
    people: Sequence[tuple[int, str]]
    numbers: Mapping[int, str]
    posts: Sequence[str]
    units: Sequence[tuple[str, str]]
    shared: Sequence[tuple[str, str]] = ()


class PartForm(Form):
    """One part. ``ref`` is its code, "" for a new one; ``place`` the body a new one goes to."""

    heading: ClassVar[Words]
    template: ClassVar[str] = "approvals/part.html"

    def __init__(self, *args: Any, bench: Bench, ref: str, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bench, self.plan, self.ref, self.place = bench, bench.plan, ref, place
        self.offer()

    def offer(self) -> None:
        """Fill in what there is to choose from, and what the part is now."""

    def applied(self) -> Route:
        """The route with what was filled in."""
        raise NotImplementedError


def missing() -> NotFound:
    """What is to be edited is not in the route (any more)."""
    return NotFound("no_such_part", _("路线里没有这一项，可能刚被删去。"), hint=_("请回到草稿看现在的样子。"))


def numbered(rows: Sequence[One], ref: str) -> One | None:
    """The one of ``rows`` whose place, counted from 1, is ``ref``; None for a new one ("")."""
    if not ref:
        return None
    if not ref.isdecimal() or not 0 < int(ref) <= len(rows):
        raise missing()
    return rows[int(ref) - 1]


def with_numbered(rows: Sequence[One], ref: str, made: One) -> tuple[One, ...]:
    """``rows`` with ``made`` in the place ``ref``; at their end for a new one."""
    return (*rows[: int(ref) - 1], made, *rows[int(ref) :]) if ref else (*rows, made)
