from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zhongshu.approvals import policies
from zhongshu.approvals.services.decide import agree
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Bulk:
    """How many were agreed to; which were not, each with the reason."""

    done: tuple[int, ...]
    refused: tuple[tuple[int, Refusal], ...] = ()


def agree_many(
    *,
    actor: Actor,
    matter_ids: Sequence[int],
    opinion: str = "",
    asked_as: Mapping[int, int] | None = None,
    at: datetime,
    idempotency_key: str = "",
) -> Bulk:
    """Agree to exactly the ticked papers, one by one: what is refused for one does not hold up the others.

    ``asked_as`` tells by paper the seat that one was shown, as for one paper.
    """
    wanted = list(dict.fromkeys(matter_ids))
    policies.may_tick(len(wanted)).require()
    done, refused = [], []
    for matter_id in wanted:
        key: dict[str, Any] = {"idempotency_key": f"{idempotency_key}-{matter_id}"} if idempotency_key else {}
        try:
            seat = (asked_as or {}).get(matter_id)
            agree(
                actor=actor, matter_id=matter_id, opinion=opinion, asked_as=seat, at_once=True, at=at, **key
            )
            done.append(matter_id)
        except Refusal as refusal:
            refused.append((matter_id, refusal))
    return Bulk(tuple(done), tuple(refused))
