"""A matter that is done, stands or ends leaves nothing open behind: settled with a reason, told, journalled (D-30)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.supervision import story
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, WANG_JIANPING, ZHOU_QIMING, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters.models import Assignment, Group, Role
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.notify import services as notify
from zhongshu.platform.notify.models import Notice
from zhongshu.supervision import policies, queries, services
from zhongshu.supervision.models import Directive
from zhongshu.supervision.queries import Hanging
from zhongshu.supervision.services import ForParts

pytestmark = pytest.mark.django_db
SOON, LATER = AT + timedelta(days=3), AT + timedelta(days=5)
Ends = Callable[[World, int], object]


def terminated(town: World, pk: int) -> object:
    return services.terminate(
        actor=town.actor(HE_WEI), directive_id=pk, reason="政策调整", parts=ForParts(how="follow"), at=LATER
    )


def transferred(town: World, pk: int) -> object:
    return services.transfer(
        actor=town.actor(HE_WEI), directive_id=pk, to="市监察委员会", reason="发现线索", at=LATER
    )


@pytest.fixture
def hung(world: World) -> Directive:
    """A matter in hand on which everything hangs that can: asked for, sent, to be given, drafted."""
    directive = story.signed_for(world, story.instructed(world))
    unit, desk = world.actor(WANG_JIANPING), world.actor(LI_MIN)
    about = {"directive_id": directive.pk, "at": SOON}
    services.set_cycle(actor=desk, cycle="monthly", until=date(2026, 12, 31), **about)  # type: ignore[arg-type]
    services.ask_figures(actor=desk, labels=("投资额",), period="2026-09", standing=True, **about)  # type: ignore[arg-type]
    services.issue_slip(actor=desk, weight=2, text="", **about)  # type: ignore[arg-type]
    services.draft_paper(actor=desk, kind="notice", slip_id=None, **about)  # type: ignore[arg-type]
    services.ask_extension(actor=unit, new_due=date(2026, 11, 2), reason="雨", **about)  # type: ignore[arg-type]
    services.ask_suspension(actor=desk, reason="待批复", review_on=date(2026, 11, 2), **about)  # type: ignore[arg-type]
    everything = set(Hanging) - {Hanging.STOP}
    assert {*queries.hanging_on([directive.pk])[directive.pk]} == everything
    return directive


def notices(town: World, name: str) -> list[str]:
    notify.release(at=LATER + timedelta(minutes=1))
    unread = Notice.objects.filter(person_id=town.people[name].pk, read_at=None)
    return list(unread.values_list("text", flat=True))


@pytest.mark.parametrize("end", [terminated, transferred])
def test_D_30_whatever_hangs_ends_with_its_matter(world: World, hung: Directive, end: Ends) -> None:
    end(world, hung.pk)
    assert not queries.hanging_on([hung.pk])
    assert not Assignment.objects.filter(matter_id=hung.pk, done_at=None).exists()
    request = hung.extension_requests.get()
    assert (request.approved, request.decided_by_id) == (False, None) and request.opinion
    settled = next(one for one in journal.timeline(hung.matter.stream) if one.verb == "supervision.settled")
    for what in ("延期申请", "中止申请", "督办单", "数据", "回告", "文书"):
        assert what in settled.facts["what"]
    (told,) = notices(world, WANG_JIANPING)
    assert "没批的延期申请" in told
    assert notices(world, CHEN_LI), "the leader who instructed hears of the end"


def test_D_11_of_what_goes_to_an_authority_the_unit_hears_no_more_than_that(
    world: World, hung: Directive
) -> None:
    transferred(world, hung.pk)
    (told,) = notices(world, WANG_JIANPING)
    assert "已移送" in told and "线索" not in told and "监察" not in told


def test_D_20_a_clock_that_stood_stops_counting_with_its_matter(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    about = {"directive_id": directive.pk, "at": SOON}
    services.ask_suspension(
        actor=world.actor(LI_MIN),
        reason="待批复",
        review_on=date(2026, 11, 2),
        **about,  # type: ignore[arg-type]
    )
    services.decide_suspension(actor=world.actor(HE_WEI), approve=True, opinion="", **about)  # type: ignore[arg-type]
    terminated(world, directive.pk)
    stop = directive.suspensions.get()
    assert stop.resumed_on == LATER.date() and "政策调整" in stop.resume_reason
    pages = [world.client(LI_MIN).get(f"/supervision/{directive.pk}/{tail}") for tail in ("", "reckoning/")]
    assert "现在仍在中止" not in pages[1].content.decode()
    assert queries.stops(directive, date(2027, 9, 1)) == [(SOON.date(), LATER.date())]


def test_what_is_struck_off_leaves_no_slip_to_sign_for_and_no_figure_to_give(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    desk, about = world.actor(LI_MIN), {"directive_id": directive.pk}
    services.ask_figures(actor=desk, labels=("投资额",), period="2026-09", at=AT + timedelta(days=1), **about)  # type: ignore[arg-type]
    services.issue_slip(actor=desk, weight=2, text="", at=AT + timedelta(days=1), **about)  # type: ignore[arg-type]
    story.completed(world, directive)
    services.accept(actor=desk, opinion="", at=LATER, **about)  # type: ignore[arg-type]
    done = services.close_out(actor=desk, at=LATER, **about)  # type: ignore[arg-type]
    assert done.matter.group == Group.CLOSED and not queries.hanging_on([directive.pk])
    assert "acknowledge_slips" not in policies.offered(world.actor(ZHOU_QIMING), done)
    page = world.client(LI_MIN).get(f"/supervision/{directive.pk}/").content.decode()
    assert "没有报，事项已了结" in page and "没有签收，事项已了结" in page
    for told in ("slips", "figures"):
        (one,) = world.client(LI_MIN).get(f"/api/v1/directives/{directive.pk}/{told}").json()
        assert one["lapsed_at"]


def test_two_requests_are_decided_one_by_one(world: World, hung: Directive) -> None:
    """What is not decided yet stays on the approver's desk when the other one is."""
    services.decide_extension(
        actor=world.actor(HE_WEI), directive_id=hung.pk, approve=False, opinion="请抓紧", at=LATER
    )
    assert Assignment.objects.filter(matter_id=hung.pk, role=Role.APPROVE, done_at=None).count() == 1
    services.decide_suspension(
        actor=world.actor(HE_WEI), directive_id=hung.pk, approve=False, opinion="请抓紧", at=LATER
    )
    assert not Assignment.objects.filter(matter_id=hung.pk, role=Role.APPROVE, done_at=None).exists()


def test_a_slip_proposed_by_the_ladder_ends_with_its_matter(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    for days in range(28, 60):
        services.escalate(actor=SYSTEM, at=AT + timedelta(days=days))
    assert directive.slips.filter(issued_at=None).exists()
    terminated(world, directive.pk)
    assert not queries.hanging_on([directive.pk])
    page = world.client(LI_MIN).get(f"/supervision/{directive.pk}/").content.decode()
    assert "系统建议，没有发出，事项已了结" in page
