"""Random delegations, stand-ins and changes of post: on no claim has one person two powers that never meet (F-01)."""

import random
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.finance.conftest import BOOKKEEPER, CASHIER, POSTS, REVIEWER, Office, decide, draft, prepared
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.approvals import services as approvals
from zhongshu.approvals.grammar import clash
from zhongshu.approvals.models import Approval, Hand, Seat
from zhongshu.finance import services
from zhongshu.finance.models import BudgetLine, Claim
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.refusals import Refusal
from zhongshu.org import queries as org
from zhongshu.org import services as org_services
from zhongshu.org.models import Post

pytestmark = pytest.mark.django_db
PEOPLE = (LI_MIN, HE_WEI, CHEN_LI, *POSTS)
LAST = AT.date() + timedelta(days=60)
Chance = Callable[["Walk"], None]


class Walk:
    """One claim and the dice that decide what becomes of it."""

    def __init__(self, office: Office, seed: int) -> None:
        self.office, self.dice, self.moment = office, random.Random(seed), AT
        claimant = self.dice.choice([LI_MIN, CASHIER, BOOKKEEPER, REVIEWER])
        yuan = self.dice.choice(["800", "5000", "30000"])
        self.claim = services.submit_claim(
            actor=office.actor(claimant), draft=draft(yuan, number=f"264420000000000{seed:05d}"), at=AT
        )

    def somebody(self) -> int:
        return self.office.people[self.dice.choice(PEOPLE)].pk

    def holder(self) -> Actor | None:
        """Somebody who is asked, or a stand-in of his."""
        seats = list(Seat.objects.filter(approval_id=self.claim.pk, state="open").select_related("person"))
        if not seats:
            return None
        person, day = self.dice.choice(seats).person, self.moment.date()
        acting = [org.actor_standing_in(one, person.pk, day) for one in self.office.people.values()]
        found = [one for one in acting if one is not None]
        return self.dice.choice(found) if found and self.dice.random() < 0.6 else org.actor_of(person, day)

    def step(self) -> None:
        self.moment += timedelta(hours=1)
        self.dice.choices(CHANCES, WEIGHTS)[0](self)


def agree(walk: Walk) -> None:
    if actor := walk.holder():
        decide(actor, walk.claim.pk, walk.moment)


def reassign(walk: Walk) -> None:
    if actor := walk.holder():
        approvals.reassign(actor=actor, matter_id=walk.claim.pk, person_id=walk.somebody(), at=walk.moment)


def delegate(walk: Walk) -> None:
    if actor := walk.holder():
        approvals.delegate(actor=actor, matter_id=walk.claim.pk, person_id=walk.somebody(), at=walk.moment)


def add_signer(walk: Walk) -> None:
    if actor := walk.holder():
        place = walk.dice.choice(["before", "beside", "after"])
        approvals.add_signer(
            actor=actor, matter_id=walk.claim.pk, person_id=walk.somebody(), place=place, at=walk.moment
        )


def stand_in(walk: Walk) -> None:
    org_services.stand_in(
        actor=SYSTEM, absent_id=walk.somebody(), stand_in_id=walk.somebody(), starts_on=walk.moment.date(),
        ends_on=LAST, at=walk.moment,
    )  # fmt: skip


def change_duties(walk: Walk) -> None:
    """One of the finance posts gets the duty of another besides its own, or instead."""
    titles = [title for title, _duties in POSTS.values()]
    post = Post.objects.get(title=walk.dice.choice(titles))
    duties = [str(duty) for _title, some in POSTS.values() for duty in some]
    chosen = walk.dice.sample(duties, walk.dice.choice([1, 1, 2]))
    org_services.set_duties(actor=SYSTEM, post_id=post.pk, duties=chosen, at=walk.moment)


def second_post(walk: Walk) -> None:
    """Somebody takes a finance post on besides his own."""
    post = Post.objects.filter(title__in=[title for title, _duties in POSTS.values()]).order_by("?").first()
    assert post is not None
    org_services.appoint(
        actor=SYSTEM, person_id=walk.somebody(), post_id=post.pk, starts_on=walk.moment.date(), at=walk.moment
    )


CHANCES: tuple[Chance, ...] = (agree, reassign, delegate, add_signer, stand_in, change_duties, second_post)
WEIGHTS = (10, 2, 1, 2, 3, 2, 2)


def clashing(claim: Claim) -> list[tuple[int, str, str]]:
    """Persons of whom two powers that never meet are on record for the claim."""
    held: dict[int, set[str]] = {}
    for hand in Hand.objects.filter(approval_id=claim.pk):
        held.setdefault(hand.person_id, set()).add(hand.power)
    return [
        (person, one, other) for person, powers in held.items() for one in powers for other in powers
        if one < other and clash(one, other)
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_no_claim_has_one_person_in_two_incompatible_seats(world: World, seed: int) -> None:
    walk = Walk(prepared(world), seed)
    acted = 0
    for _step in range(40):
        try:
            walk.step()
            acted += 1
        except Refusal:
            continue
        assert clashing(walk.claim) == []
    claim = Claim.objects.get(pk=walk.claim.pk)
    hands = [one for one in (claim.claimant_id, claim.paid_by_id, claim.booked_by_id) if one]
    assert len(hands) == len(set(hands))
    assert acted > 3, "the dice never let anything happen: nothing was tried"
    line = BudgetLine.objects.get()
    paid = claim.amount if claim.paid_at else Decimal(0)
    assert line.spent == paid
    assert line.reserved == (claim.amount if claim.reserved else Decimal(0))


def test_the_walks_reach_the_end_now_and_then(world: World) -> None:
    """Else the law would be kept by nothing ever being paid."""
    office, ends = prepared(world), set[str]()
    for seed in range(40, 46):
        walk = Walk(office, seed)
        for _step in range(60):
            try:
                agree(walk) if walk.dice.random() < 0.8 else walk.step()
            except Refusal:
                walk.moment += timedelta(minutes=1)
        ends.add(Approval.objects.get(pk=walk.claim.pk).status)
    assert "approved" in ends
