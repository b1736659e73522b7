"""Who acts. Every read and every write of the house is given an actor; none is ambient."""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Actor:
    """A person (or the system itself) acting now, with what follows from today's appointments.

    ``person_id``   the one who acts; None for the system.
    ``acting_for``  the person stood in for (代), or None. Separation of duties looks at both.
    ``unit_ids``    units at whose desk the person sits today: the sections of his posts, and an organ
                    where he receives for it or leads it.
    ``organ_ids``   the organs (机关) those units belong to.
    ``led_unit_ids`` units that the person leads (may sign feedback for).
    ``duties``      codes of the duties of the person's posts, each as (duty, organ id).
    ``principals``  keys under which matters may have been made known to this person.
    ``seat_unit_ids`` units of the posts of every seat taken, one's own and the absent person's;
                    separation of duties between units asks here.
    """

    person_id: int | None
    name: str
    user_id: int | None = None
    acting_for: int | None = None
    acting_for_name: str = ""
    unit_ids: frozenset[int] = frozenset()
    organ_ids: frozenset[int] = frozenset()
    led_unit_ids: frozenset[int] = frozenset()
    duties: frozenset[tuple[str, int]] = frozenset()
    admin_role: str = ""
    is_system: bool = False
    principals: tuple[str, ...] = field(default=())
    seat_unit_ids: frozenset[int] = frozenset()

    def has_duty(self, duty: str, organ_id: int | None = None) -> bool:
        """Whether a post of today carries ``duty``, in ``organ_id`` or, if None, anywhere."""
        if organ_id is None:
            return any(code == duty for code, _ in self.duties)
        return (duty, organ_id) in self.duties

    def has_any(self, duties: Collection[str], organ_id: int | None = None) -> bool:
        """Whether a post of today carries one of ``duties``, in ``organ_id`` or, if None, anywhere."""
        return any(self.has_duty(duty, organ_id) for duty in duties)

    def organs_with(self, *duties: str) -> tuple[int, ...]:
        """Organs in which this person carries one of ``duties``, each once, in ascending order."""
        return tuple(sorted({organ for code, organ in self.duties if code in duties}))

    @property
    def in_name_of(self) -> int | None:
        """The person in whose name this is done: the one stood in for, else oneself; None for the system."""
        return self.acting_for or self.person_id

    @property
    def seats(self) -> frozenset[int]:
        """The persons whose seat is taken in this act: oneself and the one stood in for."""
        return seats_taken(self.person_id, self.acting_for)


@lru_cache(maxsize=500)
def seats_taken(person_id: int | None, acting_for: int | None) -> frozenset[int]:
    """Those of the two who are persons."""
    return frozenset(one for one in (person_id, acting_for) if one is not None)


SYSTEM = Actor(person_id=None, name="系统", is_system=True)
