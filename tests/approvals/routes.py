"""Routes that tests walk, and an organisation of numbers to walk them with."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from zhongshu.approvals import grammar, walking
from zhongshu.approvals.grammar import Stage, Values
from zhongshu.approvals.models import Approval, Seat, SeatState
from zhongshu.approvals.walking import By, Walk
from zhongshu.kernel.verdicts import YES, Verdict, no

AT = datetime(2026, 9, 18, 1, 30, tzinfo=UTC)
TODAY = date(2026, 9, 18)
DRAFTER = 1
TOP = 900


def stage(code: str, *people: int, **more: Any) -> dict[str, Any]:
    """A stage decided by ``people``."""
    who = {"kind": "named", "people": [str(one) for one in people]}
    return {"type": "stage", "code": code, "title": f"环节{code}", "who": who, **more}


TWO_BRANCHES: dict[str, Any] = {
    "type": "parallel",
    "code": "both",
    "branches": [[stage("a", 3), stage("b", 4)], [stage("c", 5)]],
}


def test(field_code: str, operator: str, value: Any) -> dict[str, Any]:
    return {"field": field_code, "operator": operator, "value": value}


def route(*body: dict[str, Any], **more: Any) -> grammar.Route:
    fields = [
        {"code": "amount", "label": "金额", "kind": "money"},
        {"code": "remark", "label": "备注", "kind": "text", "required": False},
    ]
    return grammar.read({"name": "walked", "title": "试走", "fields": fields, "body": list(body), **more})


@dataclass
class Numbers:
    """Persons are numbers; a named person is found, ``gone`` no longer serve.

    ``posts`` says who holds a number now, where that is another than at first; ``kinships`` who is related;
    ``outside`` are no colleagues: they audit, administer, work elsewhere; ``unfit`` for a stage, whose duties clash.
    Ten numbers make a unit.
    """

    gone: set[int] = field(default_factory=set)
    today: date = TODAY
    posts: dict[int, int] = field(default_factory=dict)
    kinships: dict[int, frozenset[int]] = field(default_factory=dict)
    outside: set[int] = field(default_factory=set)
    unfit: set[tuple[int, str]] = field(default_factory=set)

    def people(self, stage: Stage) -> list[int]:
        held = (self.posts.get(int(one), int(one)) for one in stage.who.people)
        return self.serving(dict.fromkeys(held))

    def able(self, stage: Stage) -> list[int]:
        return self.people(stage)

    def staff(self, person_id: int) -> list[int]:
        return [one for one in self.serving(range(1, TOP + 101)) if one not in self.outside]

    def beside(self, person_id: int) -> list[int]:
        return [one for one in self.staff(person_id) if one // 10 == person_id // 10]

    def peers(self, person_id: int) -> list[int]:
        return []

    def fits(self, person_id: int, stage: Stage) -> Verdict:
        return no("duties_would_meet", "不相容") if (person_id, stage.code) in self.unfit else YES

    def above(self, person_id: int) -> list[int]:
        return self.serving([person_id + 100]) if person_id < TOP else []

    def fallback(self, stage: Stage) -> list[int]:
        return self.serving(int(one) for one in stage.fallback)

    def serving(self, person_ids: Iterable[int]) -> list[int]:
        return [one for one in person_ids if one not in self.gone]

    def in_place_of(self, person_id: int) -> list[int]:
        return [person_id] if person_id not in self.gone else self.above(person_id)

    def kin(self, person_id: int) -> frozenset[int]:
        return self.kinships.get(person_id, frozenset())

    def due(self, within: int) -> date:
        return self.today + timedelta(days=within)

    def later(self, due: date, since: datetime) -> date:
        return due + (self.today - since.date())


def by(person: int, acting_for: int | None = None, at: datetime = AT) -> By:
    return By(person, at, acting_for)


def amount(yuan: int) -> Values:
    return {"amount": Decimal(yuan)}


def drafted(plan: grammar.Route, casting: Numbers | None = None) -> Walk:
    """A paper on its drafter's desk."""
    approval = Approval(submitter_id=DRAFTER)
    hands = {(DRAFTER, grammar.Power.APPLY.value)}
    walk = Walk(approval, grammar.Flow(plan), {}, casting or Numbers(), hands=hands)
    walking.begin(walk, by(DRAFTER))
    return walk


def handed_in(plan: grammar.Route, yuan: int = 100, casting: Numbers | None = None) -> Walk:
    walk = drafted(plan, casting)
    walking.hand_in(walk, by(DRAFTER), amount(yuan))
    return walk


def asked(walk: Walk) -> list[int]:
    """Who has the paper on his desk now, in ascending order."""
    return sorted(seat.person_id for seat in desks(walk))


def desks(walk: Walk) -> list[Seat]:
    """Open seats of open legs."""
    return [
        seat for seat in walk.seats if seat.state == SeatState.OPEN and walk.leg(seat.leg).state == "open"
    ]


def seat_of(walk: Walk, person: int) -> Seat:
    return next(seat for seat in desks(walk) if seat.person_id == person)


def agree(walk: Walk, person: int, acting_for: int | None = None) -> None:
    walking.agree(walk, seat_of(walk, acting_for or person), by(person, acting_for))
