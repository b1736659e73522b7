"""The clock stops and runs on (T-09, D-30), and is assessed without the days on which it stood (D-20)."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.supervision import story
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SUN_YAO, TODAY, WANG_JIANPING, WU_XIAOFANG, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound, Refusal
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import queries as matters
from zhongshu.matters import services as spine
from zhongshu.matters.models import Assignment, Light, Role
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules, services
from zhongshu.supervision.models import Directive, State, Suspension
from zhongshu.supervision.presenters.moves import explained

pytestmark = pytest.mark.django_db
REVIEW = date(2026, 12, 1)
ASKED, STOPPED, RESUMED = (AT + timedelta(days=n) for n in (3, 4, 41))  # Mon 21st, Tue 22nd Sep; Thu 29th Oct


def asked(town: World, directive: Directive, *, by: str = WANG_JIANPING, at: datetime = ASKED) -> Suspension:
    return services.ask_suspension(
        actor=town.actor(by), directive_id=directive.pk, reason="待省里批复", review_on=REVIEW, at=at
    )


def stopped(town: World, directive: Directive) -> Directive:
    asked(town, directive)
    services.decide_suspension(
        actor=town.actor(HE_WEI), directive_id=directive.pk, approve=True, opinion="同意", at=STOPPED
    )
    return Directive.objects.select_related("matter").get(pk=directive.pk)


@pytest.fixture
def signed(world: World) -> Directive:
    return story.signed_for(world, story.handed_over(world))


def test_the_clock_stops_and_runs_on_with_what_was_left(world: World, signed: Directive) -> None:
    standing = stopped(world, signed)
    left = workdays.calendar().count(local_day(STOPPED), story.DUE)
    assert (standing.state, standing.matter.light, standing.matter.stopped_on) == (
        State.SUSPENDED,
        Light.GREY,
        local_day(STOPPED),
    )
    assert standing.suspensions.get().days_left == left
    assert matters.orphans().count() == 0
    after = services.resume(actor=world.actor(LI_MIN), directive_id=signed.pk, reason="批复已到", at=RESUMED)
    due = workdays.calendar().shift(local_day(RESUMED), left)
    assert (after.state, after.matter.current_due, after.matter.original_due) == (
        State.UNDERTAKING,
        due,
        story.DUE,
    )
    lead = Assignment.objects.get(matter=after.matter, role=Role.LEAD, done_at=None)
    assert lead.due == due
    assert not Assignment.objects.filter(matter=after.matter, role=Role.HANDLE, done_at=None).exists()
    verbs = [one.verb for one in journal.timeline(after.matter.stream)]
    assert verbs[:3] == ["supervision.resumed", "supervision.suspended", "supervision.suspension_asked"]


def test_while_it_stands_its_page_names_no_day_that_is_assessed(world: World, signed: Directive) -> None:
    stopped(world, signed)
    page = f"/supervision/{signed.pk}/"
    assert "恢复计时后算定" in world.client(LI_MIN).get(page).content.decode()
    services.resume(actor=world.actor(LI_MIN), directive_id=signed.pk, reason="批复已到", at=RESUMED)
    assert "恢复计时后算定" not in world.client(LI_MIN).get(page).content.decode()


def test_while_it_stands_it_is_neither_late_nor_swept_nor_escalated(world: World, signed: Directive) -> None:
    stopped(world, signed)
    long_after = AT + timedelta(days=60)
    spine.sweep(actor=SYSTEM, at=long_after)
    assert Directive.objects.get(pk=signed.pk).matter.light == Light.GREY
    today = local_day(long_after)
    for narrowed in (queries.Filter(late=True), queries.Filter(soon=True)):
        assert queries.ledger(world.actor(LI_MIN), narrowed, today=today).rows == []
    assert queries.to_escalate(today, workdays.calendar()) == []
    with pytest.raises(Conflict):
        services.report(actor=world.actor(WANG_JIANPING), directive_id=signed.pk, text="在办", at=long_after)


def test_the_supervisors_hold_it_until_the_day_of_review(world: World, signed: Directive) -> None:
    stopped(world, signed)
    held = matters.todo(world.actor(LI_MIN)).rows
    assert [(one.matter_id, one.role, one.due) for one in held] == [(signed.pk, Role.HANDLE, REVIEW)]


@pytest.mark.parametrize("name", [HE_WEI, CHEN_LI])
def test_who_asked_does_not_decide(world: World, signed: Directive, name: str) -> None:
    asked(world, signed, by=HE_WEI)
    decide = {
        "actor": world.actor(name),
        "directive_id": signed.pk,
        "approve": True,
        "opinion": "",
        "at": ASKED,
    }
    if name == HE_WEI:
        assert "decide_suspension" not in policies.offered(world.actor(HE_WEI), signed)
        with pytest.raises(Forbidden):
            services.decide_suspension(**decide)
    else:
        assert services.decide_suspension(**decide).approved


@pytest.mark.parametrize(
    ("name", "refusal"), [(WU_XIAOFANG, Forbidden), (CHEN_LI, Forbidden), (SUN_YAO, NotFound)]
)
def test_only_the_undertaker_and_the_supervisors_ask(
    world: World, signed: Directive, name: str, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        asked(world, signed, by=name)


def test_a_refusal_leaves_all_as_it_was(world: World, signed: Directive) -> None:
    asked(world, signed)
    services.decide_suspension(
        actor=world.actor(HE_WEI), directive_id=signed.pk, approve=False, opinion="请先办能办的", at=STOPPED
    )
    after = Directive.objects.select_related("matter").get(pk=signed.pk)
    assert (after.state, after.matter.current_due, after.matter.stopped_on) == (
        State.UNDERTAKING,
        story.DUE,
        None,
    )
    asked(world, signed, at=STOPPED)  # may ask anew


@pytest.mark.parametrize(
    ("day", "review", "code"),
    [
        (story.DUE + timedelta(days=1), REVIEW, "suspension_too_late"),
        (TODAY, TODAY, "review_out_of_range"),
        (TODAY, TODAY + timedelta(days=181), "review_out_of_range"),
    ],
)
def test_D_30_it_is_asked_in_time_and_not_for_ever(day: date, review: date, code: str) -> None:
    verdict = rules.D_30_suspension(today=day, current_due=story.DUE, review_on=review)
    assert (verdict.met, verdict.code, verdict.rule) == (False, code, "D-30")
    assert rules.D_30_suspension(today=TODAY, current_due=story.DUE, review_on=TODAY + timedelta(days=180))


def test_an_undecided_extension_lapses_when_the_clock_stops(world: World, signed: Directive) -> None:
    services.ask_extension(
        actor=world.actor(WANG_JIANPING),
        directive_id=signed.pk,
        new_due=date(2026, 11, 2),
        reason="雨",
        at=ASKED,
    )
    stopped(world, signed)
    assert signed.extension_requests.get().approved is False
    assert not Assignment.objects.filter(matter_id=signed.pk, role=Role.APPROVE, done_at=None).exists()


def test_what_is_reported_done_asks_for_no_stop_any_more(world: World, signed: Directive) -> None:
    asked(world, signed, at=AT + timedelta(hours=5))
    story.completed(world, signed)
    assert signed.suspensions.get().approved is False


def test_T_09_every_day_of_the_stop_is_told_and_not_counted(world: World, signed: Directive) -> None:
    stopped(world, signed)
    services.resume(actor=world.actor(LI_MIN), directive_id=signed.pk, reason="批复已到", at=RESUMED)
    told = explained(queries.get(world.actor(LI_MIN), signed.pk), local_day(RESUMED))
    since, until = local_day(STOPPED), local_day(RESUMED)
    within = [day for day in told.days if since < day[0] <= until]
    assert len(within) == (until - since).days
    assert all(not counted and "中止计时：待省里批复" in why for _d, _w, counted, _n, why in within)
    given = workdays.calendar().count(TODAY, story.DUE)
    assert told.days[-1][0] == told.due and told.days[-1][3] == given
    assert len(told.moves) == 1 and "恢复" in told.moves[0]
    page = world.client(LI_MIN).get(f"/supervision/{signed.pk}/reckoning/").content.decode()
    assert "中止计时：待省里批复" in page


calendar = Calendar({}, frozenset({2026, 2027}))
days = st.integers(0, 300).map(lambda n: date(2026, 1, 5) + timedelta(days=n))


@given(start=days, stop=st.integers(0, 60), stood=st.integers(0, 100), limit=st.integers(1, 60))
def test_D_20_a_stop_gives_exactly_the_working_days_it_took(
    start: date, stop: int, stood: int, limit: int
) -> None:
    """Whenever it stops and for how long: the working days that ran add up to the limit."""
    due = calendar.shift(start, limit)
    since = min(start + timedelta(days=stop), due)
    until = since + timedelta(days=stood)
    left = max(calendar.count(since, due), 0)
    new = rules.T_09_resumed_due(until, left, calendar)
    ran = calendar.count(start, since) + (calendar.count(until, new) if left else 0)
    assert ran == limit
    assessed = rules.D_20_assessed_due(due, [(since, until)], calendar)
    assert assessed >= due
    assert calendar.count(due, assessed) == calendar.count(since, until)


def test_D_20_an_extension_moves_the_assessed_day_not_at_all(world: World, signed: Directive) -> None:
    services.ask_extension(
        actor=world.actor(WANG_JIANPING),
        directive_id=signed.pk,
        new_due=date(2026, 11, 2),
        reason="雨",
        at=ASKED,
    )
    services.decide_extension(
        actor=world.actor(HE_WEI), directive_id=signed.pk, approve=True, opinion="", at=ASKED
    )
    page = world.client(LI_MIN).get(f"/supervision/{signed.pk}/").content.decode()
    assert "考核按" in page
    told = explained(queries.get(world.actor(LI_MIN), signed.pk), TODAY)
    assert "考核仍按原定时限" in told.moves[0]
    assert rules.D_20_assessed_due(story.DUE, [], workdays.calendar()) == story.DUE
