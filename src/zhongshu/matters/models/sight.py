from dataclasses import dataclass

from zhongshu.kernel.actors import Actor

WHOLE_ORGAN_DUTIES = ("supervise", "approve_supervision", "lead_organ", "audit", "keep_archive")
PROBED, LOOKED_UP = "probed", "looked up"


@dataclass(frozen=True, slots=True)
class Sight:
    """How far somebody sees into the register, and how that is asked: all but the keys of the person himself.

    ``everything``  the system.
    ``organs``      of these he may know every matter, by a duty of today.
    ``by_key``      how what was made known to him is asked for beside that: ``PROBED`` matter by matter,
                    ``LOOKED_UP`` beforehand because it is little, or "" for not at all.
    """

    everything: bool = False
    organs: tuple[int, ...] = ()
    by_key: str = PROBED

    @classmethod
    def of(cls, actor: Actor) -> "Sight":
        """All that ``actor`` may know of."""
        return cls(actor.is_system, tuple(whole_organs(actor)))


def whole_organs(actor: Actor) -> list[int]:
    """Organs of which ``actor`` may know every matter, by a duty of today."""
    return list(actor.organs_with(*WHOLE_ORGAN_DUTIES))
