"""What upper floors tell the organisation: what people and units still hold, and how it is handed over.

Filled once at start-up, in ``AppConfig.ready``; org itself knows nothing of matters.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import Verdict

Count = Callable[[int], int]
Move = Callable[[int, int, Actor, datetime], int]


@dataclass(frozen=True, slots=True)
class Holding:
    """A kind of thing that can be held: ``title`` as shown; how many a person (a unit), by id, holds open."""

    code: str
    title: object
    of_person: Count
    of_unit: Count


@dataclass(frozen=True, slots=True)
class Held:
    """So many of a kind."""

    title: object
    count: int


Objection = Callable[[Collection[int], int, date], Verdict]

Ground = Callable[[int], Verdict]

holdings: dict[str, Holding] = {}
grounds: dict[str, Ground] = {}
objections: dict[str, Objection] = {}
handovers: dict[str, Move] = {}


def of_no_unit(_id: int) -> int:
    """What is held by people alone, no unit holds."""
    return 0


def register(
    code: str, title: object, *, of_person: Count, of_unit: Count = of_no_unit, hand_over: Move | None = None
) -> None:
    """Make a kind of holding known, which units hold, too, where ``of_unit`` counts it; the same code again replaces the former.

    ``hand_over(from_id, to_id, actor, at)`` moves everything open from one person to another
    within the running transaction, journals it, and says how many were moved.
    """
    holdings[code] = Holding(code, title, of_person, of_unit)
    if hand_over:
        handovers[code] = hand_over


def object_to_stand_ins(code: str, objection: Objection) -> None:
    """Have ``objection(absent_ids, deputy_id, day)`` asked before somebody is let stand in for one more.

    ``absent_ids`` are all whom the deputy would stand in for then.
    """
    objections[code] = objection


def object_to_leaving(code: str, ground: Ground) -> None:
    """Have ``ground(person_id)`` asked before somebody leaves: what nobody can take over from him."""
    grounds[code] = ground


def held_by_person(person_id: int) -> list[Held]:
    """What a person still holds, kinds of which there is none left out."""
    return _held((one.title, one.of_person(person_id)) for one in holdings.values())


def held_by_unit(unit_id: int) -> list[Held]:
    """What a unit still holds."""
    return _held((one.title, one.of_unit(unit_id)) for one in holdings.values())


def _held(counts: Iterable[tuple[object, int]]) -> list[Held]:
    return [Held(title, count) for title, count in counts if count]
