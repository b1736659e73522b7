"""What the verbs of the walk work on: one approval with its legs, seats and hands, and who may be asked."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import attrgetter
from typing import Protocol

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Flow, Pair, Power, Stage, Values, clash, kin_clash
from zhongshu.approvals.models import Approval, Leg, LegState, Seat, SeatKind, SeatState, Status
from zhongshu.approvals.walking.words import instead, power_words
from zhongshu.kernel.actors import seats_taken
from zhongshu.kernel.made import fresh
from zhongshu.kernel.refusals import Conflict, Forbidden
from zhongshu.kernel.verdicts import YES, Verdict, not_yours

SUBMIT = "submit"
IN_ORDER = attrgetter("order", "number")


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, in whose name, when. ``person_id`` is None for the house itself."""

    person_id: int | None
    at: datetime
    acting_for: int | None = None

    @property
    def in_name_of(self) -> int | None:
        """The one stood in for, else who acts."""
        return self.acting_for or self.person_id

    @property
    def seats(self) -> frozenset[int]:
        """Everybody whose seat is taken in the act."""
        return seats_taken(self.person_id, self.acting_for)


class Casting(Protocol):
    """Who can be asked today, and by when he has to answer."""

    today: date

    def people(self, stage: Stage) -> list[int]:
        """The approvers of a stage, in order, as the organisation is today."""

    def able(self, stage: Stage) -> list[int]:
        """Everybody whom a stage could ask: where the drafter chooses, all out of whom he can."""

    def staff(self, person_id: int) -> Collection[int]:
        """To whom work can be given: the colleagues of the drafter and of ``person_id``; who audits or administers is none."""

    def beside(self, person_id: int) -> list[int]:
        """Those of ``staff`` who work in a unit of ``person_id``."""

    def peers(self, person_id: int) -> list[int]:
        """The other leaders of the organs that ``person_id`` leads with them; who audits is none."""

    def fits(self, person_id: int, stage: Stage) -> Verdict:
        """Whether what a stage asks for goes with the duties of a person (F-01)."""

    def above(self, person_id: int) -> list[int]:
        """The next superiors of a person; empty at the top."""

    def fallback(self, stage: Stage) -> list[int]:
        """The persons named for the case that nobody is found."""

    def serving(self, person_ids: Iterable[int]) -> list[int]:
        """Those of ``person_ids`` who still hold a post, in the order given."""

    def in_place_of(self, person_id: int) -> list[int]:
        """Himself while he is in office; else those to whom a paper of his goes back, the nearest first."""

    def kin(self, person_id: int) -> frozenset[int]:
        """The relatives of a person, as declared."""

    def due(self, within: int) -> date:
        """The day ``within`` working days from today."""

    def later(self, due: date, since: datetime) -> date:
        """``due`` moved by the working days from ``since`` until today, for a clock that was stopped."""


@dataclass(slots=True)
class Walk:
    """One approval in memory.

    ``hands``  who has exercised which power on it; ``hands_kept`` those of them that are stored already.
    ``told``   gathers what must be said in the journal beside the act itself.
    """

    approval: Approval
    flow: Flow
    values: Values
    casting: Casting
    legs: list[Leg] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    hands: set[tuple[int, str]] = field(default_factory=set)
    hands_kept: frozenset[tuple[int, str]] = frozenset()
    told: list[dict[str, object]] = field(default_factory=list)

    @property
    def act(self) -> int:
        """The number of the act under way."""
        return self.approval.acts

    def begin_act(self, *, suspended: bool = False) -> None:
        """Count a new act; a Conflict unless the approval is running (or suspended, where that is meant)."""
        wanted = Status.SUSPENDED if suspended else Status.RUNNING
        if self.approval.status != wanted:
            status = self.approval.status
            told = {"status": Status(status).label}
            sentence = _("这份审批现在是“%(status)s”，不能这样办。") % told
            raise Conflict("not_in_this_status", sentence, hint=instead(status))
        self.approval.acts += 1

    def leg(self, number: int) -> Leg:
        """The leg with this number."""
        return self.legs[number - 1]

    def seat(self, number: int) -> Seat:
        """The seat with this number."""
        return self.seats[number - 1]

    def stage(self, leg: Leg) -> Stage | None:
        """The stage of a leg; None for the drafter's own."""
        return self.flow.stages.get(leg.stage)

    def power(self, leg: Leg) -> Power:
        """What is exercised in a leg."""
        stage = self.stage(leg)
        return stage.power if stage else Power.APPLY

    def live(self) -> list[Leg]:
        """Legs in which something is still to be decided."""
        return [leg for leg in self.legs if leg.is_live]

    def seats_of(self, leg: Leg) -> list[Seat]:
        """All seats of a leg, in order."""
        number = leg.number
        found = [seat for seat in self.seats if seat.leg == number]
        return sorted(found, key=IN_ORDER) if len(found) > 1 else found

    def undecided(self, leg: Leg) -> list[Seat]:
        """Seats of a leg whose people have yet to act."""
        return [seat for seat in self.seats_of(leg) if seat.is_undecided]

    def children(self, seat: Seat, *kinds: SeatKind) -> list[Seat]:
        """Seats added or delegated by the holder of ``seat``, of ``kinds`` if any are named."""
        return [one for one in self.seats if one.parent == seat.number and (not kinds or one.kind in kinds)]

    def new_leg(self, stage: str, *, at: datetime, within: int) -> Leg:
        """Open a leg; who sits in it is still to be said."""
        made = fresh(
            Leg,
            approval_id=self.approval.matter_id,
            number=len(self.legs) + 1,
            stage=stage,
            opened_act=self.act,
            due=self.casting.due(within),
            opened_at=at,
        )
        self.legs.append(made)
        return made

    def new_seat(
        self,
        leg: Leg,
        person_id: int,
        *,
        kind: SeatKind = SeatKind.BASE,
        state: SeatState = SeatState.OPEN,
        order: int = 0,
        parent: int | None = None,
        added_by: int | None = None,
    ) -> Seat:
        """Give a person a part in a leg."""
        made = fresh(
            Seat,
            approval_id=self.approval.matter_id,
            number=len(self.seats) + 1,
            leg=leg.number,
            order=order,
            person_id=person_id,
            kind=kind,
            state=state,
            parent=parent,
            added_by_id=added_by,
            opened_act=self.act,
        )
        self.seats.append(made)
        return made

    def again(self, seat: Seat) -> Seat:
        """The same part anew, to be decided (again); whatever hung on the old one hangs on the new."""
        made = self.new_seat(
            self.leg(seat.leg),
            seat.person_id,
            kind=SeatKind(seat.kind),
            order=seat.order,
            parent=seat.parent,
            added_by=seat.added_by_id,
        )
        for child in self.children(seat):
            child.parent = made.number
        return made

    def barred(self, person_id: int, power: Power) -> Pair | None:
        """Why a person may not exercise ``power`` on this paper, by what he or a relative did; None when he may."""
        for person, done in self.hands:
            if person == person_id and (pair := clash(done, power)):
                return pair
        return self._barred_by_kin(person_id, power)

    def _barred_by_kin(self, person_id: int, power: Power) -> Pair | None:
        pair = kin_clash(power)
        if pair is None:
            return None
        for person, done in self.hands:
            if done == Power.APPLY and person_id in self.casting.kin(person):
                return pair
        return None

    def takes(self, seat: Seat, by: By) -> Leg:
        """The leg of ``seat``, when ``by`` may act in it now: his seat, open, and no power clashes (F-01)."""
        leg = self.holds(seat, by)
        for person_id in by.seats:
            self.require_apart(person_id, self.power(leg))
        self.hands |= {(person_id, self.power(leg).value) for person_id in by.seats}
        return leg

    def holds(self, seat: Seat, by: By) -> Leg:
        """The leg of ``seat``, when it is open and lies with ``by``, whether or not he may decide in it."""
        leg = self.leg(seat.leg)
        if seat.state != SeatState.OPEN or leg.state != LegState.OPEN:
            raise Conflict(
                "already_decided", _("这一步已经办过了。"), hint=_("可能别人已经办理，请刷新页面。")
            )
        if seat.person_id not in by.seats:
            raise Forbidden("not_your_seat", _("这一步不由您办理。"))
        return leg

    def require_apart(self, person_id: int, power: Power) -> None:
        """Refuse a person who has already exercised a power that never goes with ``power``."""
        self.apart(person_id, power).require()

    def apart(self, person_id: int, power: Power) -> Verdict:
        """Whether a person may exercise ``power`` on this paper beside all that he or a relative has done on it."""
        pair = self.barred(person_id, power)
        if pair is None:
            return YES
        hint = _("请转给另一位有权办理的人。")
        if pair == kin_clash(power):
            sentence = _("提交人的亲属应当回避，不能%(power)s这份单据。") % {"power": power_words(power)}
            return not_yours("relative_of_the_submitter", sentence, hint, rule=pair.rule)
        told = {"one": power_words(pair.one), "other": power_words(pair.other), "source": pair.source}
        sentence = _("同一人不能在同一份单据上既%(one)s又%(other)s（%(source)s）。") % told
        return not_yours("powers_clash", sentence, hint, rule=pair.rule)

    def settle(self, seat: Seat, state: SeatState, by: By, opinion: str = "") -> None:
        """Write down how somebody decided."""
        seat.state, seat.opinion = state, opinion.strip()
        seat.decided_by_id, seat.acting_for_id = by.person_id, by.acting_for
        self.close_seat(seat, state, by.at)

    def close_seat(self, seat: Seat, state: SeatState, at: datetime) -> None:
        """A seat is done with."""
        seat.state, seat.closed_act, seat.closed_at = state, self.act, at

    def remove(self, seat: Seat, at: datetime) -> None:
        """A seat goes, with whatever undecided parts hang on it."""
        for child in self.children(seat):
            self.remove(child, at)
        if seat.is_undecided:
            self.close_seat(seat, SeatState.REMOVED, at)

    def close_leg(self, leg: Leg, state: LegState, at: datetime) -> None:
        """A leg is done with; nobody in it needs to act any more."""
        leg.state, leg.closed_act, leg.closed_at = state, self.act, at
        for seat in self.undecided(leg):
            self.close_seat(seat, SeatState.MOOT, at)

    def tell(self, what: str, **facts: object) -> None:
        """Have something said in the journal."""
        self.told.append({"what": what, **facts})
