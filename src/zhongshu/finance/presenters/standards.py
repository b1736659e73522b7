"""What expenses may come to, as shown: in force now, to come, and replaced."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zhongshu.finance import rules
from zhongshu.finance.models import OF_A_TRIP, ExpenseStandard, Measure
from zhongshu.org.models import Grade


@dataclass(frozen=True, slots=True)
class Line:
    """One standard; ``state`` is "now", "coming" or "replaced"."""

    what: str
    most: str
    whom: str
    place: str
    paper: str
    since: date | None
    state: str
    of_a_trip: bool


def lines(rows: Iterable[ExpenseStandard], today: date) -> list[Line]:
    """What an organ has set itself; of each kind the newest that has begun is in force."""
    found, begun = [], set[tuple[object, ...]]()
    for one in rows:
        kind = (one.organ_id, one.measure, one.grade, one.place)
        state = "coming" if one.valid_from > today else "replaced" if kind in begun else "now"
        if state == "now":
            begun.add(kind)
        found.append(_line(one.measure, one.most, one.grade, one.place, one.paper, one.valid_from, state))
    return found


def starting() -> list[Line]:
    """What the settings say."""
    return [
        _line(
            one.measure,
            one.most,
            one.grade,
            one.place,
            one.paper,
            None if one.since == date.min else one.since,
            "now",
        )
        for one in rules.starting()
    ]


def _line(
    measure: str, most: object, grade: str, place: str, paper: str, since: date | None, state: str
) -> Line:
    whom = str(Grade(grade).label) if grade else ""
    return Line(
        str(Measure(measure).label), f"{most:,.0f}", whom, place, paper, since, state, measure in OF_A_TRIP
    )
