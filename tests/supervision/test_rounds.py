"""Reporting rounds: none lost, none doubled, each on a working day of its period, however seldom the job runs."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from tests import world as city
from tests.supervision import story
from tests.supervision.reporting import by_day, dated, ends, long_term, night, report, turned
from tests.world import AT, HE_WEI, LI_MIN, TODAY, WANG_JIANPING, WU_XIAOFANG, ZHOU_QIMING, World
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Light, Role
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.notify.models import Notice
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import Cycle, Directive
from zhongshu.supervision.rules import cycles

pytestmark = pytest.mark.django_db

REPEATING = [Cycle.WEEKLY, Cycle.MONTHLY, Cycle.QUARTERLY, Cycle.YEARLY]


# ── the days ──────────────────────────────────────────────────────────────────────────────────────────


@given(
    st.dates(date(2020, 1, 1), date(2027, 12, 31)),
    st.sampled_from(REPEATING),
    st.none() | st.integers(1, 31),
    st.integers(0, 15),
)
@hypothesis(max_examples=200)
def test_D_24_rounds_follow_each_other_on_working_days_within_their_periods(
    start: date, cycle: str, of_month: int | None, window: int
) -> None:
    calendar, after, first, before = workdays.calendar(), start, True, None
    for _turn in range(8):
        planned = cycles.plan_after(after, cycle, calendar, of_month=of_month, window=window, first=first)
        assert after < planned.due <= planned.nominal or first
        assert start < planned.due <= planned.nominal
        assert calendar.works(planned.due)
        assert planned.opens_on <= planned.due
        assert before is None or before.due < planned.opens_on, "two rounds would be open at once"
        assert cycles.nominal_after(planned.nominal, cycle, of_month=of_month) > planned.nominal
        after, first, before = planned.nominal, False, planned


def test_the_day_of_the_month_named_in_the_text_is_kept(world: World) -> None:
    directive = long_term(world, deadline_rule="monthly 25")
    assert [one.nominal for one in directive.rounds.all()] == [date(2026, 9, 25)]
    assert directive.matter.current_due == date(2026, 9, 24), "the 25th is the Mid-Autumn festival"


def test_a_week_of_rest_has_no_round() -> None:
    calendar = workdays.calendar()
    planned = cycles.plan_after(date(2026, 9, 30), Cycle.WEEKLY, calendar)
    assert planned.due > date(2026, 9, 30)
    assert calendar.works(planned.due)


# ── a story ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_round_is_laid_before_the_unit_reported_and_followed_by_the_next(world: World) -> None:
    directive = dated(world)
    assert ends(directive) == [("2026-09-30", "pending")]
    one = directive.rounds.get()
    assert [night(one.opens_on - timedelta(days=1)), night(one.opens_on), night(one.opens_on)] == [0, 1, 0]
    held = Assignment.objects.get(matter=directive.matter, role=Role.REPORT)
    assert (held.due, held.holder_person) == (date(2026, 9, 30), world.people[WANG_JIANPING])
    assert held in list(matters.todo(world.actor(WANG_JIANPING)).rows)
    report(world, directive, date(2026, 9, 29))
    one.refresh_from_db()
    assert (one.text, one.reported_by, one.missed_at) == ("已完成三成。", world.people[WANG_JIANPING], None)
    assert ends(directive) == [("2026-09-30", "reported"), ("2026-10-31", "pending")]
    held.refresh_from_db()
    assert held.done_at and held in list(matters.done(world.actor(WANG_JIANPING)).rows)


def test_a_report_between_rounds_is_progress_and_answers_none(world: World) -> None:
    directive = dated(world)
    report(world, directive, TODAY)
    assert ends(directive) == [("2026-09-30", "pending")]


def test_the_supporting_unit_tells_of_progress_but_the_lead_alone_answers(world: World) -> None:
    directive = dated(world)
    night(date(2026, 9, 30))
    report(world, directive, date(2026, 9, 30), who=WU_XIAOFANG)
    assert ends(directive) == [("2026-09-30", "pending")]


def test_a_round_not_reported_is_missed_and_may_be_made_up_until_the_next_one_opens(world: World) -> None:
    directive = dated(world)
    night(date(2026, 9, 28))
    night(date(2026, 10, 8))
    assert ends(directive) == [("2026-09-30", "overdue"), ("2026-10-31", "pending")]
    told = Entry.objects.filter(stream=directive.matter.stream, verb="supervision.round_missed")
    assert told.get().actor_name == "系统"
    assert "本期未报" in Notice.objects.filter(person_id=world.people[HE_WEI].pk).latest("id").text
    report(world, directive, date(2026, 10, 9))
    assert ends(directive) == [("2026-09-30", "late"), ("2026-10-31", "pending")]


def test_what_is_never_made_up_stays_missed(world: World) -> None:
    directive = dated(world)
    night(date(2026, 10, 30))
    report(world, directive, date(2026, 10, 30))
    assert ends(directive) == [
        ("2026-09-30", "missed"), ("2026-10-31", "reported"), ("2026-11-30", "pending"),
    ]  # fmt: skip
    assert Assignment.objects.filter(matter=directive.matter, role=Role.REPORT, done_at=None).count() == 0


def test_a_long_term_matter_lives_by_its_cycle(world: World) -> None:
    directive = long_term(world)
    night(date(2026, 9, 28))
    report(world, directive, date(2026, 9, 29))
    directive = Directive.objects.select_related("matter").get(pk=directive.pk)
    assert directive.matter.current_due == date(2026, 10, 30)
    held = Assignment.objects.filter(matter=directive.matter, role=Role.LEAD).order_by("id")
    assert [(one.due, one.done_at is None) for one in held] == [
        (date(2026, 9, 30), False), (date(2026, 10, 30), True),
    ]  # fmt: skip
    assert held[1].holder_person == world.people[WANG_JIANPING]
    assert list(matters.orphans()) == []
    night(date(2026, 11, 2))
    directive.matter.refresh_from_db()
    assert (directive.matter.current_due, Light(directive.matter.light)) == (date(2026, 10, 30), Light.GREEN)


def test_the_last_round_before_the_date_is_the_result_itself(world: World) -> None:
    directive = dated(world, due=date(2026, 10, 15))
    night(date(2026, 9, 30))
    report(world, directive, date(2026, 9, 30))
    assert ends(directive) == [("2026-09-30", "reported")]
    assert night(date(2026, 10, 14)) == 0
    assert night(date(2026, 10, 16)) == 1, "late without a result: the cycle goes on"
    assert ends(directive)[-1] == ("2026-10-31", "pending")


def test_ending_the_matter_ends_its_rounds_and_taking_it_up_again_begins_them(world: World) -> None:
    directive = dated(world)
    night(date(2026, 9, 30))
    story.completed(world, directive)
    assert not [one for one in ends(directive) if one[1] in ("pending", "overdue")]
    assert not Assignment.objects.filter(matter=directive.matter, role=Role.REPORT, done_at=None).exists()
    services.return_for_rework(
        actor=world.actor(LI_MIN), directive_id=directive.pk, reason="补充。", at=by_day(date(2026, 10, 12))
    )
    assert ends(directive)[-1] == ("2026-10-31", "pending")
    services.terminate(
        actor=world.actor(HE_WEI), directive_id=directive.pk, reason="取消。", at=by_day(date(2026, 10, 13))
    )
    assert not directive.rounds.filter(queries.PENDING).exists()
    assert night(date(2026, 12, 1)) == 0


def test_passing_the_matter_on_passes_its_round_on(world: World) -> None:
    directive = dated(world)
    night(date(2026, 9, 30))
    to = world.people[ZHOU_QIMING].pk
    services.pass_on(
        actor=world.actor(WANG_JIANPING),
        directive_id=directive.pk,
        person_id=to,
        at=by_day(date(2026, 9, 30)),
    )
    held = Assignment.objects.get(matter=directive.matter, role=Role.REPORT, done_at=None)
    assert held.holder_person_id == to


# ── laws ──────────────────────────────────────────────────────────────────────────────────────────────


@given(
    st.sampled_from(REPEATING),
    st.booleans(),
    st.sets(st.integers(1, 120), max_size=25),
    st.sets(st.integers(1, 120), max_size=4),
)
@hypothesis(max_examples=25)
def test_no_round_is_lost_or_doubled_by_late_or_repeated_runs(
    cycle: str, for_long: bool, nights: set[int], reports: set[int]
) -> None:
    """Run nightly, or only on some nights (and twice): the same rounds come about and end the same way."""
    with transaction.atomic():
        world = city.build()
        some = long_term(world, cycle) if for_long else dated(world, cycle)
        every = long_term(world, cycle) if for_long else dated(world, cycle)
        for day in range(1, 131):
            today = TODAY + timedelta(days=day)
            turned(every, today)
            if day in nights or day == 130:
                turned(some, today)
                turned(some, today)
            for directive in (some, every) if day in reports else ():
                report(world, directive, today)
        assert ends(some) == ends(every)
        alive = [one.nominal for one in some.rounds.filter(ended_at=None)]
        assert len(alive) == len(set(alive))
        assert list(matters.orphans()) == []
        due = {one.matter.current_due for one in Directive.objects.select_related("matter")}
        assert len(due) == 1
        transaction.set_rollback(True)


def test_a_night_asks_one_question_however_many_matters_there_are(world: World) -> None:
    calendar = workdays.calendar()

    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            assert queries.to_turn(TODAY, calendar) == []
        return len(found)

    dated(world)
    few = asked()
    for _more in range(6):
        dated(world)
        long_term(world)
    assert asked() == few == 1


def test_what_has_left_the_units_hands_is_not_objected_to(world: World) -> None:
    directive = story.completed(world, dated(world))
    with pytest.raises(Conflict):
        services.object_to(
            actor=world.actor(WANG_JIANPING), directive_id=directive.pk, reason="不归我委。", at=AT
        )
