"""The slips about a matter, and the judgement of its risk, made ready for its page."""

from dataclasses import dataclass
from datetime import date

from zhongshu.kernel.clock import local_day
from zhongshu.supervision import queries
from zhongshu.supervision.models import Directive, Slip, SlipWeight
from zhongshu.ui.wording import short_date

COLOURS = {SlipWeight.NOTE: "blue", SlipWeight.URGING: "yellow"}


@dataclass(frozen=True, slots=True)
class ShownSlip:
    """A slip as a line: ``colour`` blue, yellow or red; ``to`` names; "" for a day that has not come."""

    colour: str
    word: str
    day: str
    to: str
    text: str
    acknowledged: str
    proposed: bool
    lapsed: bool


def slips(directive: Directive, today: date) -> list[ShownSlip]:
    """The slips of a matter, the newest first."""
    return [_shown(slip, today) for slip in queries.slips(directive)]


def _shown(slip: Slip, today: date) -> ShownSlip:
    by = slip.acknowledged_by
    acknowledged = (
        f"{by.name} {short_date(local_day(slip.acknowledged_at), today)}"
        if by and slip.acknowledged_at
        else ""
    )
    return ShownSlip(
        colour=COLOURS.get(SlipWeight(slip.weight), "red"),
        word=slip.get_weight_display(),
        day=short_date(local_day(slip.issued_at or slip.raised_at), today),
        to="、".join(person.name for person in slip.to.all()),
        text=slip.text,
        acknowledged=acknowledged,
        proposed=slip.issued_at is None,
        lapsed=slip.lapsed_at is not None,
    )
