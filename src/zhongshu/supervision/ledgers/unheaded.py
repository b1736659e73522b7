"""Columns whose headings say nothing, told by what they hold and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .content import Content
from .model import Part

ByPart = dict[Part, list[int]]


def fill_by_content(by_part: ByPart, free: list[int], contents: Mapping[int, Content]) -> None:
    """Give the columns ``free`` to the parts of ``by_part`` that no heading names.

    An office writes from the left: what about, the task, who, until when, how far. So a list of places left of the
    task is no unit, and measures between the task and who does it are no progress.
    """
    seeker = _Seeker(by_part, free, contents)
    seeker.give(Part.DUE, lambda k: k.days >= 0.5)
    seeker.give(Part.TASK, _says_what_to_do, seeker.before_who)
    seeker.give(Part.TASK, lambda k: k.long >= 0.6 and k.tells)
    seeker.give(Part.TASK, _says_much, seeker.before_who)
    seeker.give(Part.TASK, _says_what_to_do)
    if seeker.units_right_of_task():
        seeker.give(Part.CATEGORY, _groups, seeker.left_of_task)
    seeker.give(Part.LEAD, _names_units, seeker.right_of_task)
    seeker.give(Part.LEAD, _names_units)
    seeker.give(Part.LEADER, lambda k: k.people >= 0.6)
    seeker.give(Part.SUPPORT, _names_units, seeker.right_of_task)
    seeker.give(Part.PROBLEM, _ails, seeker.left_of_task)
    seeker.give(
        Part.PROBLEM,
        lambda k: max(k.ailing, k.faults) >= 0.6 and k.tells and k.texts >= 0.3,
        seeker.after_who,
    )
    seeker.give(Part.PROGRESS, _says_how_far, seeker.after_who)


def _says_much(content: Content) -> bool:
    return content.tells and content.texts >= 0.9 and content.distinct >= 0.9 and content.numbers < 0.1


def _says_what_to_do(content: Content) -> bool:
    return _says_much(content) and content.measures >= 0.6 and content.faults < 0.3


def _ails(content: Content) -> bool:
    return _says_much(content) and content.faults >= 0.6 and content.measures < 0.3


def _says_how_far(content: Content) -> bool:
    brief = content.texts >= 0.4 and content.distinct >= 0.6
    return (content.texts >= 0.6 or brief) and content.tells and content.repeated < 0.2


def _names_units(content: Content) -> bool:
    return content.units >= 0.6


def _groups(content: Content) -> bool:
    return content.places >= 0.6 and content.length < 10


class _Seeker:
    """The columns still free while one part after the other takes its own."""

    def __init__(self, by_part: ByPart, free: list[int], contents: Mapping[int, Content]) -> None:
        self._by_part, self._free, self._contents = by_part, free, contents

    def give(
        self, part: Part, fits: Callable[[Content], bool], where: Callable[[int], bool] = lambda _: True
    ) -> None:
        """The first free column that ``fits`` and stands ``where``, unless the part has one."""
        if self._by_part.get(part):
            return
        hit = next((c for c in self._free if fits(self._contents[c]) and where(c)), None)
        if hit is not None:
            self._by_part[part] = [hit]
            self._free.remove(hit)

    def units_right_of_task(self) -> bool:
        """Whether units are named right of the task, so that those left of it only group."""
        known = bool(self._by_part.get(Part.LEAD))
        return known or any(_names_units(self._contents[c]) and self.right_of_task(c) for c in self._free)

    def left_of_task(self, column: int) -> bool:
        return any(self._at(column) < self._at(task) for task in self._by_part.get(Part.TASK, ()))

    def right_of_task(self, column: int) -> bool:
        return any(self._at(column) > self._at(task) for task in self._by_part.get(Part.TASK, ()))

    def before_who(self, column: int) -> bool:
        """Whether a column stands left of the first that tells who or until when."""
        return bool(self._firm()) and column < min(self._firm())

    def after_who(self, column: int) -> bool:
        """Whether a column stands right of the task and of the first that tells who or until when."""
        firm = [*map(self._at, self._firm())]
        return self.right_of_task(column) and (not firm or self._at(column) > min(firm))

    def _firm(self) -> list[int]:
        return [c for part in (Part.LEAD, Part.DUE, Part.LEADER) for c in self._by_part.get(part, ())]

    def _at(self, column: int) -> int:
        """Where a column stands, from the other end in a table that begins with who and when."""
        turned = self._firm() and any(task > max(self._firm()) for task in self._by_part.get(Part.TASK, ()))
        return -column if turned else column
