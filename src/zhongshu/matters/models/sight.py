from dataclasses import dataclass

from zhongshu.kernel.actors import Actor
from zhongshu.matters import registry

WHOLE_ORGAN_DUTIES = ("supervise", "approve_supervision", "lead_organ", "audit", "keep_archive")
PROBED, LOOKED_UP = "probed", "looked up"


@dataclass(frozen=True, slots=True)
class Sight:
    """How far somebody sees into the register, and how that is asked: all but the keys of the person himself.

    ``everything``  the system.
    ``organs``      of these he may know every matter, by a duty of today.
    ``by_key``      how what was made known to him is asked for beside that: ``PROBED`` matter by matter,
                    ``LOOKED_UP`` beforehand because it is little, or "" for not at all.
    ``walked``      the list is read in the order of an index that does not begin with the organ: left to itself SQLite
                    would rather read all that the organ has, and sort it.
    ``apart``       kinds of which he knows not those of ``organs`` but those of the organs beside them.
    """

    everything: bool = False
    organs: tuple[int, ...] = ()
    by_key: str = PROBED
    apart: tuple[tuple[str, tuple[int, ...]], ...] = ()
    walked: bool = False

    @classmethod
    def of(cls, actor: Actor) -> "Sight":
        """All that ``actor`` may know of the kinds that are overseen together: for lists of such a kind."""
        return cls(actor.is_system, tuple(whole_organs(actor)))

    @classmethod
    def of_every_kind(cls, actor: Actor) -> "Sight":
        """All that ``actor`` may know of."""
        organs = tuple(whole_organs(actor))
        own = {kind: actor.organs_with(*duties) for kind, duties in registry.kept_apart().items()}
        return cls(actor.is_system, organs, apart=tuple((k, v) for k, v in own.items() if v != organs))


def whole_organs(actor: Actor, kind: str = "") -> list[int]:
    """Organs of which ``actor`` may know every matter (of ``kind``), by a duty of today."""
    return list(actor.organs_with(*registry.kept_apart().get(kind, WHOLE_ORGAN_DUTIES)))
