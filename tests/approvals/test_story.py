"""The story of a paper through the services: desks, numbers, journal, hand-over, two people at once."""

import pytest

from tests.approvals.conftest import LEAVE, later, publish, submitted
from tests.refusing import refused
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SUN_YAO, World
from zhongshu.approvals import services
from zhongshu.approvals.models import Approval, Status
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Group
from zhongshu.org import services as org
from zhongshu.platform.journal import queries as journal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seal_route")]


def desk(world: World, name: str) -> list[int]:
    return [row.matter_id for row in matters.todo(world.actor(name)).rows]


def verbs(approval: Approval) -> list[str]:
    entries = journal.timeline(approval.matter.stream, limit=50)
    return [entry.verb for entry in reversed(entries)]


def test_it_goes_from_desk_to_desk_and_ends(world: World) -> None:
    paper = submitted(world)
    assert paper.matter.number.endswith("1号")
    assert desk(world, HE_WEI) == [paper.pk] and desk(world, CHEN_LI) == []
    services.agree(actor=world.actor(HE_WEI), matter_id=paper.pk, opinion="拟同意", at=later(1))
    assert desk(world, HE_WEI) == [] and desk(world, CHEN_LI) == [paper.pk]
    ended = services.agree(actor=world.actor(CHEN_LI), matter_id=paper.pk, at=later(2))
    assert ended.status == Status.APPROVED
    assert ended.matter.group == Group.CLOSED and not matters.orphans().exists()
    assert verbs(ended) == ["approvals.handed_in", "approvals.agreed", "approvals.agreed"]


def test_few_copies_need_only_the_head(world: World) -> None:
    paper = submitted(world, "2")
    assert services.agree(actor=world.actor(HE_WEI), matter_id=paper.pk, at=later(1)).status == "approved"


def test_every_fault_of_the_form_is_told_at_once(world: World) -> None:
    with refused("form_has_faults") as no:
        services.submit(
            actor=world.actor(LI_MIN), route="leave", title="用印", body="", values={"copies": "两份"}, at=AT
        )
    assert set(no.value.fields) == {"subject", "copies"}
    assert not Approval.objects.exists()


def test_who_is_not_asked_may_not_and_who_does_not_know_does_not_see(world: World) -> None:
    paper = submitted(world)
    with refused("not_your_seat", Forbidden):
        services.agree(actor=world.actor(LI_MIN), matter_id=paper.pk, at=later(1))
    with refused("no_such_matter", NotFound):
        services.agree(actor=world.actor(SUN_YAO), matter_id=paper.pk, at=later(1))


def test_given_back_to_the_drafter_changed_and_handed_in_again(world: World) -> None:
    paper = submitted(world)
    services.give_back(
        actor=world.actor(HE_WEI),
        matter_id=paper.pk,
        target="submit",
        straight=False,
        opinion="份数不对",
        at=later(1),
    )
    assert desk(world, LI_MIN) == [paper.pk]
    again = services.hand_in_again(
        actor=world.actor(LI_MIN),
        matter_id=paper.pk,
        values={"subject": "印发通报", "copies": "2"},
        at=later(2),
    )
    assert again.values["copies"] == "2" and desk(world, HE_WEI) == [paper.pk]


def test_the_drafter_takes_it_back_while_it_lies_untouched(world: World) -> None:
    paper = submitted(world)
    services.take_back(actor=world.actor(LI_MIN), matter_id=paper.pk, at=later(1))
    assert desk(world, LI_MIN) == [paper.pk] and desk(world, HE_WEI) == []


def test_a_running_paper_keeps_its_version(world: World) -> None:
    paper = submitted(world)
    publish({**LEAVE, "body": LEAVE["body"][:1]}, at=later(1))
    services.agree(actor=world.actor(HE_WEI), matter_id=paper.pk, at=later(2))
    assert desk(world, CHEN_LI) == [paper.pk]
    assert submitted(world).version.number == 2


def test_suspended_it_stays_on_its_desk_and_nobody_decides(world: World) -> None:
    paper = submitted(world)
    services.suspend(actor=world.actor(LI_MIN), matter_id=paper.pk, reason="等材料", at=later(1))
    with refused("not_in_this_status", Conflict, match="已挂起"):
        services.agree(actor=world.actor(HE_WEI), matter_id=paper.pk, at=later(2))
    assert not matters.orphans().exists()
    services.resume(actor=world.actor(LI_MIN), matter_id=paper.pk, at=later(24 * 10))
    assert services.agree(actor=world.actor(HE_WEI), matter_id=paper.pk, at=later(24 * 10 + 1)).acts == 5


def test_who_leaves_hands_his_papers_over(world: World) -> None:
    paper = submitted(world)
    org.leave_office(
        actor=SYSTEM, person_id=world.people[HE_WEI].pk, successor_id=world.people[CHEN_LI].pk, at=later(1),
    )  # fmt: skip
    assert desk(world, CHEN_LI) == [paper.pk]
    services.agree(actor=world.actor(CHEN_LI), matter_id=paper.pk, at=later(2))
    assert not matters.orphans().exists()


def test_only_the_ticked_ones_are_agreed_to(world: World) -> None:
    papers = [submitted(world, "2") for _ in range(3)]
    ticked = [papers[0].pk, papers[2].pk]
    done = services.agree_many(actor=world.actor(HE_WEI), matter_ids=ticked, at=later(1), idempotency_key="k")
    assert list(done.done) == ticked
    assert [Approval.objects.get(pk=one.pk).status for one in papers] == ["approved", "running", "approved"]


def test_bulk_agreeing_tells_what_it_could_not_do(world: World) -> None:
    mine, ended = submitted(world, "2"), submitted(world, "2")
    services.agree(actor=world.actor(HE_WEI), matter_id=ended.pk, at=later(1))
    bulk = services.agree_many(actor=world.actor(HE_WEI), matter_ids=[mine.pk, ended.pk], at=later(2))
    assert bulk.done == (mine.pk,) and [pk for pk, _why in bulk.refused] == [ended.pk]


def test_copied_it_is_read_and_reminders_are_once_a_day(world: World) -> None:
    paper = submitted(world)
    chen = world.people[CHEN_LI].pk
    services.copy(actor=world.actor(LI_MIN), matter_id=paper.pk, person_ids=[chen], at=later(1))
    assert [row.matter_id for row in matters.todo(world.actor(CHEN_LI), reading=True).rows] == [paper.pk]
    services.remind(actor=world.actor(LI_MIN), matter_id=paper.pk, at=later(2))
    with refused("reminded_today", Conflict, match="今天已经催办"):
        services.remind(actor=world.actor(LI_MIN), matter_id=paper.pk, at=later(3))


def test_void_and_over(world: World) -> None:
    paper = submitted(world)
    services.void(actor=world.actor(LI_MIN), matter_id=paper.pk, reason="不再需要", at=later(1))
    assert desk(world, HE_WEI) == []
    with refused("not_in_this_status", Conflict):
        services.void(actor=world.actor(LI_MIN), matter_id=paper.pk, reason="再来", at=later(2))


def test_late_papers_are_reminded_of_once_a_day(world: World) -> None:
    paper = submitted(world)
    assert services.sweep_late(at=later(24 * 10)) == 1
    assert services.sweep_late(at=later(24 * 10 + 1)) == 0
    assert verbs(paper)[-1] == "approvals.lay_late"


def test_a_retry_does_no_harm(world: World) -> None:
    paper = submitted(world)
    for _ in range(2):
        services.agree(actor=world.actor(HE_WEI), matter_id=paper.pk, at=later(1), idempotency_key="once")
    assert verbs(paper).count("approvals.agreed") == 1
