"""TV-15: a new table of workdays moves the reporting rounds that are still to come, and nothing else."""

from datetime import date, timedelta

import pytest

from tests.supervision import story
from tests.world import AT, TODAY, WANG_JIANPING, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.worktime import Calendar, DayKind, SpecialDay
from zhongshu.matters.models import Assignment, Matter, Role
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.notify.models import Notice
from zhongshu.platform.workdays import queries as workdays
from zhongshu.platform.workdays.registry import CalendarChange
from zhongshu.supervision import services
from zhongshu.supervision.models import Cycle, Directive, Round
from zhongshu.supervision.services import Milestone

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)


def long_term(world: World, **changes: object) -> Directive:
    told = {"due": None, "cycle": Cycle.MONTHLY, "deadline_rule": "monthly 25", **changes}
    return story.signed_for(world, story.handed_over(world, **told))


def resting(*days: date) -> CalendarChange:
    """A notice after which organs rest on ``days``, too."""
    before = workdays.calendar()
    more = {day: SpecialDay(DayKind.HOLIDAY, "测试放假") for day in days}
    after = Calendar({**before.special, **more}, before.announced)
    return CalendarChange(TODAY.year, "国办发明电〔2026〕99号", before, after, SYSTEM, LATER)


def only(directive: Directive) -> Round:
    return directive.rounds.get()


def test_a_round_on_a_day_that_is_now_off_moves_and_its_matter_with_it(world: World) -> None:
    directive = long_term(world)
    old = only(directive).due
    assert services.redate_rounds(resting(old)) == 1
    moved = only(directive)
    assert moved.due < old and moved.nominal == date(2026, 9, 25)
    assert workdays.calendar().works(moved.due) and moved.opens_on <= moved.due
    matter = Matter.objects.get(pk=directive.pk)
    assert matter.current_due == moved.due
    held = Assignment.objects.filter(
        matter=matter, done_at=None, role__in=(Role.LEAD, Role.SUPPORT, Role.REPORT)
    )
    assert set(held.values_list("due", flat=True)) == {moved.due}
    told = Entry.objects.get(stream=matter.stream, verb="supervision.round_redated").facts
    assert (told["old"], told["new"]) == (old.isoformat(), moved.due.isoformat())
    heard = Notice.objects.get(text__contains="本期回告改为")
    assert heard.person_id == world.people[WANG_JIANPING].pk and moved.due.isoformat() in heard.text


def test_a_table_that_changes_no_day_of_it_moves_nothing(world: World) -> None:
    directive = long_term(world)
    before = only(directive)
    assert services.redate_rounds(resting(date(2026, 12, 31))) == 0
    assert only(directive).due == before.due
    assert not Entry.objects.filter(verb="supervision.round_redated").exists()


def test_of_a_dated_matter_the_round_moves_and_its_date_stands(world: World) -> None:
    directive = long_term(world, due=date(2026, 12, 20), deadline_rule="")
    old = only(directive).due
    assert services.redate_rounds(resting(old)) == 1
    assert only(directive).due != old
    assert Matter.objects.get(pk=directive.pk).current_due == date(2026, 12, 20)


def test_a_milestone_stands_because_a_person_gave_its_day(world: World) -> None:
    directive = long_term(world, due=date(2026, 12, 20), cycle=Cycle.ONCE, deadline_rule="")
    day = date(2026, 10, 16)
    services.set_cycle(
        actor=world.actor("李敏"), directive_id=directive.pk, cycle=Cycle.MILESTONE, basis="", until=None,
        milestones=(Milestone("主体完工", day),), at=AT,
    )  # fmt: skip
    assert services.redate_rounds(resting(day)) == 0
    assert day in set(directive.rounds.values_list("due", flat=True))


def test_what_was_reported_stays_as_it_was(world: World) -> None:
    directive = long_term(world)
    old = only(directive)
    services.report(actor=world.actor(WANG_JIANPING), directive_id=directive.pk, text="已完成。", at=LATER)
    services.redate_rounds(resting(old.due))
    old.refresh_from_db()
    assert old.reported_at is not None and old.due == Round.objects.order_by("pk")[0].due
