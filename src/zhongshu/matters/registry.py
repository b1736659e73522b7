"""Kinds of matters. Floors above register theirs at start-up; desks, boxes and search ask here."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.worktime import Calendar

Words = str | Promise
About = Callable[[Collection[int], Actor], Mapping[int, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Foresight:
    """Something that will go wrong within days unless somebody sees to it (提前看)."""

    title: str
    why: str
    url: str
    icon: str = "clock"
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list that a person has given a name. ``whose`` is who shares it with him, "" for his own."""

    name: str
    url: str
    count: str
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """What a floor above keeps about a matter and is no matter itself, as a link of its chain 来龙去脉."""

    title: str
    note: str
    url: str


Threads = Callable[[int, Actor], Sequence[Thread]]


def _no_lists(actor: Actor, today: date) -> Sequence[KeptList]:
    return ()


def _as_it_is(matter_ids: Collection[int], actor: Actor) -> Mapping[int, str]:
    return {}


def _nothing_about(matter_ids: Collection[int], actor: Actor) -> Mapping[int, Sequence[str]]:
    return {}


def _no_notes(matter: Any) -> list[str]:
    return []


def _no_more(matter: Any, actor: Actor, at: datetime) -> None:
    pass


def _nothing(actor: Actor, today: date, calendar: Calendar) -> Sequence[Foresight]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How matters of one kind are told and where they are dealt with.

    ``address``  where a matter is shown, by its id.
    ``verb``     the word on the one button of a desk row, by role of the assignment and state of the matter.
    ``state``    the state in a word.
    ``notes``    source and blocker of a Matter, as short phrases; may read ``related`` but must not query.
    ``related``  name of the one-to-one record on the matter that ``notes`` reads, or "".
    ``reads``    the fields of that record that ``notes`` reads: a desk fetches no others.
    ``ahead``    what will go wrong soon, most urgent first; a few at most, in one query.
    ``read``     what it means besides that somebody has read a Matter that lay in his to-read box.
    ``to_read``  what the actor is to read about matters in his to-read box, by their ids: "督办函"; in one query.
    ``about``    what the actor is to decide on, by the ids of matters: who asks, for how much; in a few queries.
    ``kept``     lists that the actor, or somebody for his unit, has named, with what they hold now.
    ``overseen_by``  the duties by which somebody knows every matter of the kind in his organ, where they are not those
                 by which one knows all others: what is personal is not for everybody who supervises.
    """

    code: str
    title: Words
    icon: str
    address: Callable[[int], str]
    verb: Callable[[str, str], Words]
    state: Callable[[str], Words]
    notes: Callable[[Any], list[str]] = _no_notes
    related: str = ""
    reads: tuple[str, ...] = ()
    ahead: Callable[[Actor, date, Calendar], Sequence[Foresight]] = _nothing
    read: Callable[[Any, Actor, datetime], None] = _no_more
    to_read: Callable[[Collection[int], Actor], Mapping[int, str]] = _as_it_is
    about: About = _nothing_about
    kept: Callable[[Actor, date], Sequence[KeptList]] = _no_lists
    overseen_by: tuple[str, ...] = ()


_kinds: dict[str, Kind] = {}
_threads: dict[str, Threads] = {}


def register(kind: Kind) -> None:
    """Make a kind of matter known. The same code again replaces the former one."""
    _kinds[kind.code] = kind


def kind_called(code: str) -> Kind:
    """The kind with this code; KeyError if no floor has registered it."""
    return _kinds[code]


def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order of their registration."""
    return tuple(_kinds.values())


def kept_apart() -> dict[str, tuple[str, ...]]:
    """Kinds that are overseen by duties of their own, with those duties."""
    return {kind.code: kind.overseen_by for kind in _kinds.values() if kind.overseen_by}


def to_read(matter_ids: Collection[int], actor: Actor) -> dict[int, str]:
    """What ``actor`` is to read about these matters, of whatever kind they are."""
    return {pk: word for kind in _kinds.values() for pk, word in kind.to_read(matter_ids, actor).items()}


def about(matters: Iterable[tuple[str, int]], actor: Actor) -> dict[int, Sequence[str]]:
    """What ``actor`` is to decide on, of matters given as kind and id; kinds that are told alike are asked together."""
    asked: dict[About, list[int]] = {}
    for code, pk in matters:
        asked.setdefault(_kinds[code].about, []).append(pk)
    return {pk: told for tell, ids in asked.items() for pk, told in tell(ids, actor).items()}


def related() -> tuple[str, ...]:
    """The records beside a matter that the notes of its row are read from."""
    return tuple(kind.related for kind in _kinds.values() if kind.related)


def read_for_notes() -> tuple[str, ...]:
    """The fields, by way of the matter, that the notes of its row are read from."""
    return tuple(f"{kind.related}__{name}" for kind in _kinds.values() for name in kind.reads)


def tell_threads(name: str, threads: Threads) -> None:
    """Make known what hangs on a matter, as far as an actor may know; the same ``name`` again replaces the former."""
    _threads[name] = threads


def threads(matter_id: int, actor: Actor) -> list[Thread]:
    """What floors above keep about a matter that ``actor`` may know of."""
    return [one for tell in _threads.values() for one in tell(matter_id, actor)]
