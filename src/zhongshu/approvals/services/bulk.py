from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.approvals.services.decide import agree
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Refusal

MOST_AT_ONCE = 100


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
    if len(wanted) > MOST_AT_ONCE:
        raise Refusal(
            "too_many_at_once",
            _("一次最多批 %(most)s 份，您勾选了 %(count)s 份。")
            % {"most": MOST_AT_ONCE, "count": len(wanted)},
            hint=_("请分几次勾选。"),
        )
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
