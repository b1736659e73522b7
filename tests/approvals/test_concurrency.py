"""Two people, or one in two windows, at one paper at once: no stage is ever passed twice, and nobody is lost."""

import pytest

from tests.approvals.office import FANG_QING, LIU_QING, Office
from tests.threads import at_once
from tests.world import CHEN_LI, HE_WEI, LI_MIN, build
from zhongshu.approvals import queries, services
from zhongshu.approvals.models import Approval, Leg, LegState
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import queries as matters

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 3


@pytest.fixture
def office() -> Office:
    return Office(build())


def legs(paper: Approval, stage: str) -> list[str]:
    """The states of all visits of a stage."""
    return list(
        Leg.objects.filter(approval=paper, stage=stage).order_by("number").values_list("state", flat=True)
    )


def both_agree(office: Office, paper: Approval, *names: str) -> list[Refusal | None]:
    actors = [office.actor(name) for name in names]
    return at_once(
        lambda number: services.agree(actor=actors[number], matter_id=paper.pk, at=office.at), len(names)
    )


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_one_of_several_is_enough_and_only_one_gets_through(office: Office, round_: int) -> None:
    paper = office.paper(office.stage("a", HE_WEI, CHEN_LI, how="any"), office.stage("b", FANG_QING))
    ends = both_agree(office, paper, HE_WEI, CHEN_LI)
    assert ends.count(None) == 1
    assert (legs(paper, "a"), legs(paper, "b")) == ([LegState.PASSED], [LegState.OPEN])
    assert office.asked(paper) == {FANG_QING} and not matters.orphans().exists()


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_the_last_two_of_a_countersign_pass_it_once(office: Office, round_: int) -> None:
    paper = office.paper(office.stage("a", HE_WEI, CHEN_LI, LIU_QING), office.stage("b", FANG_QING))
    assert both_agree(office, paper, HE_WEI, CHEN_LI, LIU_QING) == [None, None, None]
    assert (legs(paper, "a"), legs(paper, "b")) == ([LegState.PASSED], [LegState.OPEN])


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_two_branches_that_end_at_once_open_what_follows_once(office: Office, round_: int) -> None:
    both = {
        "type": "parallel", "code": "both",
        "branches": [[office.stage("a", HE_WEI)], [office.stage("b", CHEN_LI)]],
    }  # fmt: skip
    paper = office.paper(both, office.stage("c", FANG_QING))
    assert both_agree(office, paper, HE_WEI, CHEN_LI) == [None, None]
    assert legs(paper, "c") == [LegState.OPEN] and office.asked(paper) == {FANG_QING}


def test_one_person_in_two_windows_does_not_decide_the_next_stage_by_the_first_ones_form(
    office: Office,
) -> None:
    """Asked in two stages running, both forms show the first; only one of them counts, and only for it."""
    paper = office.paper(office.stage("a", HE_WEI), office.stage("b", HE_WEI), office.stage("c", CHEN_LI))
    actor, shown = office.actor(HE_WEI), office.walk(paper).seats[-1].number
    ends = at_once(
        lambda number: services.agree(actor=actor, matter_id=paper.pk, asked_as=shown, at=office.at), 2
    )
    assert ends.count(None) == 1 and {one.code for one in ends if one} == {"already_decided"}
    assert (legs(paper, "b"), legs(paper, "c")) == ([LegState.OPEN], [])


def test_agreeing_while_the_drafter_takes_it_back_is_one_or_the_other(office: Office) -> None:
    paper = office.paper(office.stage("a", HE_WEI), office.stage("b", CHEN_LI))
    head, drafter = office.actor(HE_WEI), office.actor(LI_MIN)
    ends = at_once(
        lambda number: (
            services.agree(actor=head, matter_id=paper.pk, at=office.at)
            if number
            else services.take_back(actor=drafter, matter_id=paper.pk, at=office.at)
        ),
        2,
    )
    assert ends.count(None) == 1
    assert office.asked(paper) in ({LI_MIN}, {CHEN_LI}) and not matters.orphans().exists()
    assert len(queries.walk_of(paper, office.at.date()).live()) == 1
