"""The law of separation (F-01) as a state machine: random routes, chains of delegation, changes of post.

Whatever anybody does in whatever order, no paper has one person in two incompatible seats, and none is stranded.
"""

from decimal import Decimal
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.approvals.routes import DRAFTER, Numbers, by, desks, drafted, route, stage
from tests.approvals.walks import OVER, check, tried
from zhongshu.approvals import walking
from zhongshu.approvals.models import Seat, SeatKind, Status
from zhongshu.approvals.walking import By, Walk

PEOPLE = st.integers(1, 9)
ANY_DESK = st.integers(0, 30)
POWERS = ("", "handle", "review", "approve", "approve_payment", "pay", "book", "audit")


@st.composite
def bodies(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A way through two to five stages, some side by side, each exercising a power."""
    codes = iter(f"s{number}" for number in range(20))

    def one() -> dict[str, Any]:
        people = draw(st.lists(PEOPLE, min_size=1, max_size=3, unique=True))
        return stage(
            next(codes),
            *people,
            power=draw(st.sampled_from(POWERS)),
            how=draw(st.sampled_from(["all", "any", "in_order", "share"])),
            share=draw(st.sampled_from([50, 100])),
            on_self=draw(st.sampled_from(["up", "skip", "allow"])),
            on_empty=draw(st.sampled_from(["up", "skip"])),
            on_repeat=draw(st.sampled_from(["ask", "skip", "once"])),
            hand_on=draw(st.sampled_from(["entitled", "anybody"])),
        )

    found: list[dict[str, Any]] = []
    for number in range(draw(st.integers(2, 4))):
        if draw(st.booleans()):
            found.append(one())
        else:
            found.append({"type": "parallel", "code": f"p{number}", "branches": [[one()], [one(), one()]]})
    return found


class OnItsWay(RuleBasedStateMachine):
    """One paper, nine people, and whoever happens to sit where."""

    walk: Walk
    casting: Numbers

    @initialize(body=bodies())
    def hand_in_first(self, body: list[dict[str, Any]]) -> None:
        self.casting = Numbers()
        self.walk = drafted(route(*body), self.casting)
        with tried(self.walk):
            walking.hand_in(self.walk, by(DRAFTER), {"amount": Decimal(100)})

    def seat(self, desk: int) -> Seat:
        found = desks(self.walk)
        return found[desk % len(found)]

    def by(self, seat: Seat, deputy: int | None) -> By:
        """The holder, or ``deputy`` who stands in for him."""
        return by(seat.person_id) if deputy in (None, seat.person_id) else by(deputy, seat.person_id)

    def under_way(self) -> bool:
        return self.walk.approval.status == Status.RUNNING

    @precondition(under_way)
    @rule(desk=ANY_DESK, deputy=st.none() | PEOPLE, twice=st.booleans())
    def decide(self, desk: int, deputy: int | None, twice: bool) -> None:
        """Agree, advise or hand in again: what the desk asks for; sometimes the same hand goes straight on."""
        for _time in range(1 + twice):
            if not self.under_way():
                return
            seat = self.seat(desk)
            actor = self.by(seat, deputy)
            with tried(self.walk):
                if self.walk.leg(seat.leg).stage == walking.SUBMIT:
                    walking.hand_in(self.walk, actor, {"amount": Decimal(100)})
                elif seat.kind == SeatKind.ADVICE:
                    walking.advise(self.walk, seat, actor, "可以")
                else:
                    walking.agree(self.walk, seat, actor)

    @precondition(under_way)
    @rule(
        desk=ANY_DESK,
        deputy=st.none() | PEOPLE,
        chain=st.lists(PEOPLE, min_size=1, max_size=4),
        asks=st.booleans(),
    )
    def hand_on(self, desk: int, deputy: int | None, chain: list[int], asks: bool) -> None:
        """Reassign from hand to hand, or ask somebody whose answer is then handed on in turn."""
        seat = self.seat(desk)
        actor = self.by(seat, deputy)
        for number, person in enumerate(chain):
            with tried(self.walk) as refused:
                asking = asks and number == 0
                seat = (walking.delegate if asking else walking.reassign)(self.walk, seat, person, actor)
            if refused:
                return
            actor = by(person)

    @precondition(under_way)
    @rule(
        desk=ANY_DESK,
        deputy=st.none() | PEOPLE,
        person=PEOPLE,
        kind=st.sampled_from(["before", "beside", "after"]),
    )
    def add_signer(self, desk: int, deputy: int | None, person: int, kind: str) -> None:
        seat = self.seat(desk)
        with tried(self.walk):
            walking.add_signer(self.walk, seat, person, SeatKind(kind), self.by(seat, deputy))

    @precondition(under_way)
    @rule(desk=ANY_DESK, deputy=st.none() | PEOPLE, how_far=ANY_DESK, straight=st.booleans())
    def give_back(self, desk: int, deputy: int | None, how_far: int, straight: bool) -> None:
        seat = self.seat(desk)
        earlier = walking.targets(self.walk, seat) or [walking.SUBMIT]
        with tried(self.walk):
            walking.give_back(
                self.walk,
                seat,
                earlier[how_far % len(earlier)],
                self.by(seat, deputy),
                "再看",
                straight=straight,
            )

    @precondition(under_way)
    @rule(number=ANY_DESK)
    def take_back(self, number: int) -> None:
        mine = [seat for seat in self.walk.seats if walking.may_take_back(self.walk, seat)]
        if mine:
            seat = mine[number % len(mine)]
            with tried(self.walk):
                walking.take_back(self.walk, seat, by(seat.decided_by_id or 0, seat.acting_for_id))

    @rule(post=PEOPLE, person=PEOPLE)
    def change_post(self, post: int, person: int) -> None:
        """From now on ``person`` is whom a stage that names ``post`` finds."""
        self.casting.posts[post] = person

    @rule(person=PEOPLE)
    def leave_or_return(self, person: int) -> None:
        self.casting.gone ^= {person}

    @precondition(under_way)
    @rule(person=PEOPLE, successor=PEOPLE)
    def hand_over(self, person: int, successor: int) -> None:
        with tried(self.walk):
            walking.replace(self.walk, person, successor, by(person))

    @precondition(lambda self: self.walk.approval.status not in OVER)
    @rule()
    def stop_or_go_on(self) -> None:
        verb = walking.suspend if self.under_way() else walking.resume
        verb(self.walk, by(DRAFTER))

    @invariant()
    def the_law_holds(self) -> None:
        if hasattr(self, "walk"):
            check(self.walk)


TestOnItsWay = OnItsWay.TestCase
TestOnItsWay.settings = settings(max_examples=120, stateful_step_count=40)
