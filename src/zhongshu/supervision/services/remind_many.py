from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Refusal
from zhongshu.supervision.services.report import remind


@dataclass(frozen=True, slots=True)
class Reminded:
    """Which were reminded; which were not, each with the reason."""

    ids: tuple[int, ...]
    refused: tuple[tuple[int, Refusal], ...] = ()

    @property
    def done(self) -> int:
        return len(self.ids)


def remind_many(
    *, actor: Actor, directive_ids: Sequence[int], note: str, at: datetime, idempotency_key: str = ""
) -> Reminded:
    """Remind the holders of each matter, one by one: what is refused for one does not hold up the others."""
    done, refused = [], []
    for directive_id in dict.fromkeys(directive_ids):
        key = {"idempotency_key": f"{idempotency_key}-{directive_id}"} if idempotency_key else {}
        try:
            remind(actor=actor, directive_id=directive_id, note=note, at=at, **key)
            done.append(directive_id)
        except Refusal as refusal:
            refused.append((directive_id, refusal))
    return Reminded(tuple(done), tuple(refused))
