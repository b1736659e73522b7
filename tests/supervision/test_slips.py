"""Late matters climb the ladder: once a weight, once a day, on working days, and never over the holder's own head."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.db import transaction
from django.utils.translation import override
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from tests.supervision import story
from tests.supervision.sections import broken_down, lin_fang
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, WANG_JIANPING, WU_XIAOFANG, ZHOU_QIMING, World, build
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.matters import queries as matters
from zhongshu.matters import services as matters_services
from zhongshu.org import services as org
from zhongshu.org.models import Appointment, Duty, Post, Unit, UnitKind
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.notify.models import Notice
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import Directive, Slip, SlipWeight

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 10, 15, 0, 40, tzinfo=AT.tzinfo)  # 08:40 in Beijing, the day of the date itself


def on(day: date) -> datetime:
    return MORNING + (day - MORNING.date())


def weights(directive: Directive) -> list[int]:
    return list(directive.slips.order_by("raised_at").values_list("weight", flat=True))


def test_the_ladder_is_climbed_one_rung_after_the_other(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    raised = {day: services.escalate(actor=SYSTEM, at=on(date(2026, 10, day))) for day in range(15, 31)}
    assert [day for day, number in raised.items() if number] == [16, 20, 22, 29]  # 1, 3, 5, 10 working days
    assert weights(directive) == [
        SlipWeight.NOTE,
        SlipWeight.URGING,
        SlipWeight.SUPERVISING,
        SlipWeight.INTERVIEW,
    ]


def test_heavy_slips_wait_for_a_supervisors_press(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    for day in range(16, 23):
        services.escalate(actor=SYSTEM, at=on(date(2026, 10, day)))
    proposed = directive.slips.get(weight=SlipWeight.SUPERVISING)
    assert proposed.issued_at is None
    assert not proposed.to.exists()
    told = Notice.objects.filter(person_id=world.people[HE_WEI].pk).latest("id")
    assert "建议发督办函" in told.text
    slip = services.issue_slip(
        actor=world.actor(LI_MIN),
        directive_id=directive.pk,
        weight=SlipWeight.SUPERVISING,
        text="",
        at=on(date(2026, 10, 22)),
    )
    assert slip.pk == proposed.pk
    assert [one.name for one in slip.to.all()] == [ZHOU_QIMING]
    done = services.acknowledge_slips(
        actor=world.actor(ZHOU_QIMING), directive_id=directive.pk, at=on(date(2026, 10, 22))
    )
    assert Slip.objects.get(pk=slip.pk).acknowledged_by == world.people[ZHOU_QIMING]
    told_of = set(Entry.objects.filter(stream=done.matter.stream).values_list("verb", flat=True))
    assert {
        "supervision.slip_proposed",
        "supervision.slip_issued",
        "supervision.slip_acknowledged",
    } <= told_of


def test_criticism_is_the_approvers(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    asked = {"directive_id": directive.pk, "weight": SlipWeight.CIRCULAR, "text": "逾期未办。", "at": AT}
    with pytest.raises(Forbidden):
        services.issue_slip(actor=world.actor(LI_MIN), **asked)
    assert services.issue_slip(actor=world.actor(CHEN_LI), **asked).issued_at == AT
    with pytest.raises(Conflict):
        services.issue_slip(actor=world.actor(HE_WEI), **asked)


def test_nobody_else_issues_or_acknowledges(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    for name in (WANG_JIANPING, WU_XIAOFANG, ZHOU_QIMING):
        with pytest.raises(Forbidden):
            services.issue_slip(actor=world.actor(name), directive_id=directive.pk, weight=1, text="", at=AT)
    with pytest.raises(Forbidden):
        services.acknowledge_slips(actor=world.actor(WANG_JIANPING), directive_id=directive.pk, at=AT)


def test_who_holds_it_himself_is_told_as_its_holder(world: World) -> None:
    """The head signs for it himself: the rungs above him are he."""
    directive = story.signed_for(world, story.handed_over(world), by=world.actor(ZHOU_QIMING))
    for day in range(16, 21):
        services.escalate(actor=SYSTEM, at=on(date(2026, 10, day)))
    assert weights(directive) == [SlipWeight.NOTE, SlipWeight.URGING]
    his = Notice.objects.filter(person_id=world.people[ZHOU_QIMING].pk, subject=directive.matter.stream)
    assert all(notice.text.startswith("您承办的") for notice in his.filter(at__gte=MORNING))
    assert his.filter(at__gte=MORNING).exists()


def test_a_chief_who_handles_it_himself_does_not_stand_above_it(world: World) -> None:
    """He has the reminder; what is to rise goes to the next above him."""
    organ, chief = world.units["FGW"], world.people[WANG_JIANPING]
    office = Unit.objects.create(
        code="FGW-BGS", name="办公室", short_name="办公室", kind=UnitKind.SECTION, parent=organ, organ=organ, path=""
    )  # fmt: skip
    Unit.objects.filter(pk=office.pk).update(path=f"{organ.path}{office.pk}/")
    post = Post.objects.create(unit=office, title="主任", duties=[str(Duty.LEAD_UNIT), str(Duty.RECEIVE)])
    Appointment.objects.filter(person=chief).update(post=post)
    directive = story.signed_for(world, story.handed_over(world))
    for day in range(16, 21):
        services.escalate(actor=SYSTEM, at=on(date(2026, 10, day)))
    sent = {slip.weight: [one.name for one in slip.to.all()] for slip in directive.slips.all()}
    assert sent == {SlipWeight.NOTE: [WANG_JIANPING], SlipWeight.URGING: [ZHOU_QIMING]}


@pytest.mark.parametrize("signed", [True, False])
def test_a_chief_on_whose_desk_it_lies_does_not_stand_above_it_unsigned_either(
    world: World, signed: bool
) -> None:
    """Who receives for the section is its head: of what she has not signed for it is not she who is to hear twice."""
    _whole, part = broken_down(world)
    if signed:
        services.sign_for(actor=lin_fang(world), directive_id=part.pk, at=on(date(2026, 9, 19)))
    for day in range(10, 17):
        services.escalate(actor=SYSTEM, at=on(date(2026, 10, day)))
    sent = {slip.weight: [one.name for one in slip.to.all()] for slip in part.slips.order_by("weight")[:2]}
    assert sent == {SlipWeight.NOTE: ["林芳"], SlipWeight.URGING: [ZHOU_QIMING]}


def test_what_is_reported_done_is_not_escalated(world: World) -> None:
    directive = story.completed(world, story.signed_for(world, story.handed_over(world)))
    assert services.escalate(actor=SYSTEM, at=on(date(2026, 10, 16))) == 0
    with pytest.raises(Conflict):
        services.raise_slip(actor=SYSTEM, directive_id=directive.pk, at=on(date(2026, 10, 16)))


def test_the_ladder_is_a_setting(world: World, settings) -> None:  # type: ignore[no-untyped-def]
    rung = {"after_working_days": 2, "slip": "urging", "to": "principal_leader"}
    settings.RULES = {**settings.RULES, "D-23.ladder": [rung]}
    directive = story.handed_over(world)
    assert [services.escalate(actor=SYSTEM, at=on(date(2026, 10, day))) for day in (16, 19, 20)] == [0, 1, 0]
    assert [one.name for one in directive.slips.get().to.all()] == [ZHOU_QIMING]


@hypothesis(max_examples=25, deadline=None)
@given(hours=st.lists(st.integers(1, 60), min_size=1, max_size=25))
def test_whenever_the_job_runs_nobody_is_told_twice_a_day_and_nothing_twice(hours: list[int]) -> None:
    with transaction.atomic():
        town = build()
        directive = story.signed_for(town, story.handed_over(town))
        at, told = MORNING, Counter[tuple[date, int]]()
        for wait in hours:
            at += timedelta(hours=wait)
            before = dict(Notice.objects.values_list("pk", "merged"))
            services.escalate(actor=SYSTEM, at=at)
            for pk, person_id, merged in Notice.objects.values_list("pk", "person_id", "merged"):
                told[((at + timedelta(hours=8)).date(), person_id)] += merged - before.get(pk, 0)
        assert max(told.values(), default=0) <= 1
        assert len(weights(directive)) == len(set(weights(directive))) == len(sorted(weights(directive)))
        days = {
            (at + timedelta(hours=8)).date() for at in directive.slips.values_list("raised_at", flat=True)
        }
        assert all(day.weekday() < 5 for day in days), (
            "October 2026 has one make-up Saturday, before the 15th"
        )
        transaction.set_rollback(True)


class TestRisk:
    def test_stands_beside_the_light_and_is_found_in_the_ledger(self, world: World) -> None:
        directive = story.handed_over(world)
        light = directive.matter.light
        judged = services.judge_risk(
            actor=world.actor(LI_MIN), directive_id=directive.pk, risk="high", reason="招标两次流标。", at=AT
        )
        assert (judged.risk, judged.matter.light) == ("high", light)
        page = world.client(LI_MIN).get(f"/supervision/{directive.pk}/").content.decode()
        assert "高风险" in page
        assert "招标两次流标。" in page
        found = queries.ledger(world.actor(LI_MIN), queries.Filter(risk=True), today=AT.date())
        assert [row.pk for row in found.rows] == [directive.pk]

    def test_needs_a_sentence(self, world: World) -> None:
        directive = story.handed_over(world)
        with pytest.raises(Refusal):
            services.judge_risk(
                actor=world.actor(LI_MIN), directive_id=directive.pk, risk="watch", reason=" ", at=AT
            )

    def test_is_the_supervisors(self, world: World) -> None:
        directive = story.handed_over(world)
        with pytest.raises(Forbidden):
            services.judge_risk(
                actor=world.actor(ZHOU_QIMING), directive_id=directive.pk, risk="", reason="", at=AT
            )


def test_the_to_read_box_names_the_slip_that_lies_in_it(world: World) -> None:
    directive, zhou = story.handed_over(world), world.actor(ZHOU_QIMING)
    services.issue_slip(
        actor=world.actor(HE_WEI), directive_id=directive.pk, weight=SlipWeight.SUPERVISING, text="",
        at=on(date(2026, 10, 16)),
    )  # fmt: skip
    for path, word in (("/?box=toread", "<span>督办函</span>"), ("/leader/?tab=read", "<dd>督办函</dd>")):
        assert word in world.client(ZHOU_QIMING).get(path).content.decode(), path
    assert queries.slips_to_read([directive.pk], world.actor(LI_MIN)) == {}
    services.acknowledge_slips(actor=zhou, directive_id=directive.pk, at=on(date(2026, 10, 17)))
    assert queries.slips_to_read([directive.pk], zhou) == {}


def test_slips_stand_on_the_page(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    services.issue_slip(
        actor=world.actor(LI_MIN), directive_id=directive.pk, weight=2, text="请即回告。", at=AT
    )
    page = world.client(ZHOU_QIMING).get(f"/supervision/{directive.pk}/").content.decode()
    assert "slip--y" in page
    assert "请即回告。" in page
    assert "签收督办单" in page


class TestOnTheDeskOfWhoeverItWentTo:
    def supervising(self, world: World) -> Directive:
        directive = story.signed_for(world, story.handed_over(world))
        services.issue_slip(
            actor=world.actor(LI_MIN),
            directive_id=directive.pk,
            weight=SlipWeight.SUPERVISING,
            text="请即督促。",
            at=AT,
        )
        return directive

    def boxes(self, world: World, name: str) -> tuple[list[int], list[int]]:
        actor = world.actor(name)
        return tuple(
            [held.matter_id for held in matters.todo(actor, reading=box).rows] for box in (True, False)
        )  # type: ignore[return-value]

    def test_it_lies_in_the_to_read_box_until_he_signs_for_it(self, world: World) -> None:
        directive = self.supervising(world)
        assert directive.pk in self.boxes(world, ZHOU_QIMING)[0]
        services.acknowledge_slips(actor=world.actor(ZHOU_QIMING), directive_id=directive.pk, at=AT)
        assert self.boxes(world, ZHOU_QIMING)[0] == []

    def test_who_takes_over_from_him_signs_for_it(self, world: World) -> None:
        directive = self.supervising(world)
        given = {"person_id": world.people[ZHOU_QIMING].pk, "successor_id": world.people[WANG_JIANPING].pk}
        org.leave_office(actor=SYSTEM, at=AT, **given)
        services.acknowledge_slips(actor=world.actor(WANG_JIANPING), directive_id=directive.pk, at=AT)
        assert Slip.objects.get(directive=directive).acknowledged_by == world.people[WANG_JIANPING]

    def test_who_says_that_he_has_read_it_has_signed_for_it(self, world: World) -> None:
        directive = self.supervising(world)
        matters_services.mark_read(actor=world.actor(ZHOU_QIMING), matter_id=directive.pk, at=AT)
        assert Slip.objects.get(directive=directive).acknowledged_by == world.people[ZHOU_QIMING]
        with pytest.raises(Forbidden):
            services.acknowledge_slips(actor=world.actor(ZHOU_QIMING), directive_id=directive.pk, at=AT)

    def test_a_heavier_slip_does_not_lie_there_twice_and_a_reminder_is_not_his(self, world: World) -> None:
        directive = self.supervising(world)
        for weight, name in ((SlipWeight.INTERVIEW, LI_MIN), (SlipWeight.CIRCULAR, HE_WEI)):
            services.issue_slip(
                actor=world.actor(name), directive_id=directive.pk, weight=weight, text="", at=AT
            )
        assert self.boxes(world, ZHOU_QIMING)[0] == [directive.pk]
        before = Notice.objects.filter(person_id=world.people[ZHOU_QIMING].pk).count()
        services.remind(actor=world.actor(LI_MIN), directive_id=directive.pk, note="", at=AT)
        assert Notice.objects.filter(person_id=world.people[ZHOU_QIMING].pk).count() == before

    def test_the_holder_has_it_where_he_works(self, world: World) -> None:
        directive = story.signed_for(world, story.handed_over(world))
        services.issue_slip(
            actor=world.actor(LI_MIN), directive_id=directive.pk, weight=SlipWeight.NOTE, text="", at=AT
        )
        to_read, to_do = self.boxes(world, WANG_JIANPING)
        assert (to_read, to_do) == ([], [directive.pk])


def test_a_slip_stands_on_record_as_the_office_writes_it(world: World) -> None:
    """Whatever language the supervisor reads in: the slip, its notices and the journal are in the office's own."""
    directive = story.signed_for(world, story.handed_over(world))
    with override("en"):
        given = {"weight": SlipWeight.SUPERVISING, "text": "", "at": on(date(2026, 10, 20))}
        slip = services.issue_slip(actor=world.actor(LI_MIN), directive_id=directive.pk, **given)
    assert slip.text.startswith("时限为 2026-10-15，已逾期")
    assert Entry.objects.get(verb="supervision.slip_issued").facts["slip"] == "督办函"
    assert "督办函" in Notice.objects.latest("id").text
    assert not Notice.objects.filter(text__contains="Supervis").exists()
