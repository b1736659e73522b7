"""A conclusion is looked at again: asked for within thirty days, decided within thirty, by others (D-08)."""

from datetime import date, timedelta

import pytest

from tests.inspections import story
from tests.refusing import refused, untouched
from tests.world import (
    AT,
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SHEN_JING,
    WANG_JIANPING,
    ZHENG_GUODONG,
    ZHOU_QIMING,
    World,
)
from zhongshu.inspections import rules, services
from zhongshu.inspections.models import Conclusion, Standing
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound
from zhongshu.kernel.worktime import compute
from zhongshu.matters import queries as matters
from zhongshu.org import services as org
from zhongshu.platform.notify.models import Notice
from zhongshu.platform.workdays import queries as workdays

pytestmark = pytest.mark.django_db
LAST = story.TOLD + timedelta(days=30)  # 19 October
ASKED = AT + timedelta(days=5)  # 23 September


def fresh(one: Conclusion) -> Conclusion:
    return Conclusion.objects.select_related("matter", "review").get(pk=one.pk)


class TestAsking:
    def test_D_08_counts_thirty_calendar_days_and_a_last_day_of_rest_moves_on(self) -> None:
        calendar = workdays.calendar()
        assert compute(date(2026, 9, 19), rules.THIRTY_DAYS, calendar).due == date(2026, 10, 19)
        assert compute(date(2026, 9, 1), rules.THIRTY_DAYS, calendar).due == date(2026, 10, 8)  # TV-07

    def test_D_08_the_unit_asks_until_the_last_day(self, world: World) -> None:
        told = story.fed_back(world)
        services.ask_review(actor=world.actor(WANG_JIANPING), matter_id=told.pk, reason="数字不对。", at=LAST)
        review = fresh(told).review
        assert review.decide_by == date(2026, 11, 18)
        assert fresh(told).matter.current_due == review.decide_by
        assert fresh(told).matter.original_due == story.ASK_UNTIL

    def test_D_08_the_day_after_it_is_refused_with_the_source(self, world: World) -> None:
        told = story.fed_back(world)
        with refused("asked_too_late", match="第十七条") as no, untouched():
            services.ask_review(
                actor=world.actor(ZHOU_QIMING),
                matter_id=told.pk,
                reason="数字不对。",
                at=LAST + timedelta(days=1),
            )
        assert no.value.rule == "D-08" and "2026-10-19" in str(no.value)

    def test_it_is_the_inspected_units_to_ask_once_and_with_a_reason(self, world: World) -> None:
        told = story.fed_back(world)
        asking = {"matter_id": told.pk, "at": ASKED}
        with refused("not_the_unit_inspected", Forbidden):
            services.ask_review(actor=world.actor(HE_WEI), reason="数字不对。", **asking)
        with refused("no_such_matter", NotFound):
            services.ask_review(actor=world.actor(ZHENG_GUODONG), reason="数字不对。", **asking)
        with refused("no_reason"):
            services.ask_review(actor=world.actor(ZHOU_QIMING), reason=" ", **asking)
        services.ask_review(actor=world.actor(ZHOU_QIMING), reason="数字不对。", **asking)
        with refused("not_in_this_state", Conflict):
            services.ask_review(actor=world.actor(ZHOU_QIMING), reason="数字不对。", **asking)

    def test_it_goes_to_an_approver_without_a_part_in_it(self, world: World) -> None:
        one = story.asked(world, by=ZHOU_QIMING, at=ASKED)
        (held,) = matters.open_assignments(one.pk)
        assert (held.role, held.holder_person) == ("verify", world.people[HE_WEI])
        assert held.due == one.review.decide_by == date(2026, 10, 23)

    def test_it_goes_past_an_approver_who_led_the_team(self, world: World) -> None:
        team = story.ids(world, HE_WEI, LI_MIN)
        one = story.running(world, by=CHEN_LI, leader=LI_MIN, member_ids=team)
        told = story.fed_back(world, one)
        services.ask_review(actor=world.actor(ZHOU_QIMING), matter_id=told.pk, reason="数字不对。", at=ASKED)
        (held,) = matters.open_assignments(told.pk)
        assert held.holder_person == world.people[CHEN_LI]

    def test_where_nobody_is_free_it_lies_with_the_organ(self, world: World) -> None:
        team = story.ids(world, HE_WEI, CHEN_LI, LI_MIN)
        one = story.running(world, by=CHEN_LI, member_ids=team)
        told = story.fed_back(world, one)
        services.ask_review(actor=world.actor(ZHOU_QIMING), matter_id=told.pk, reason="数字不对。", at=ASKED)
        (held,) = matters.open_assignments(told.pk)
        assert (held.holder_person, held.holder_unit) == (None, world.units["SWB"])


class TestDeciding:
    @pytest.mark.parametrize(
        ("outcome", "in_force"),
        [
            ("upheld", "三个项目两个开工，一个没有按期开工。"),
            ("changed", "三个项目均按批准的计划推进。"),
            ("withdrawn", ""),
        ],
    )
    def test_it_is_upheld_changed_or_withdrawn_and_final(
        self, world: World, outcome: str, in_force: str
    ) -> None:
        one = story.asked(world, by=ZHOU_QIMING, at=ASKED)
        services.decide_review(
            actor=world.actor(HE_WEI), matter_id=one.pk, outcome=outcome, opinion="核对了批准文件。",
            text="三个项目均按批准的计划推进。", at=LAST,
        )  # fmt: skip
        one = fresh(one)
        assert (one.standing, one.in_force, one.matter.is_open) == (Standing(outcome), in_force, False)
        assert one.text == "三个项目两个开工，一个没有按期开工。"
        assert one.matter.deposit.code and not matters.open_assignments(one.pk)
        told = Notice.objects.filter(person_id=world.people[WANG_JIANPING].pk).latest("id").text
        assert one.review.get_outcome_display() in told
        leaders = Notice.objects.filter(person_id=world.people[CHEN_LI].pk, text=told)
        assert leaders.exists() is (outcome != "upheld")  # whose report no longer holds

    def test_D_08_nobody_on_the_team_nor_a_relative_decides(self, world: World) -> None:
        team = story.ids(world, HE_WEI, LI_MIN)
        told = story.fed_back(world, story.running(world, by=CHEN_LI, member_ids=team))
        services.ask_review(actor=world.actor(ZHOU_QIMING), matter_id=told.pk, reason="数字不对。", at=ASKED)
        deciding = {"matter_id": told.pk, "outcome": "upheld", "opinion": "属实。", "at": LAST}
        with refused("reviews_own_conclusion", Forbidden) as no:
            services.decide_review(actor=world.actor(HE_WEI), **deciding)
        assert no.value.rule == "D-08"
        org.declare_kin(
            actor=world.actor(LI_MIN), person_id=world.people[LI_MIN].pk,
            other_id=world.people[CHEN_LI].pk, kind="spouse", at=AT,
        )  # fmt: skip
        with refused("reviews_own_conclusion", Forbidden):
            services.decide_review(actor=world.actor(CHEN_LI), **deciding)

    def test_D_08_nor_one_who_left_the_team_after_a_step(self, world: World) -> None:
        one = story.running(world, by=CHEN_LI, member_ids=story.ids(world, HE_WEI, LI_MIN))
        story.visited(world, one, by=HE_WEI, person_ids=story.ids(world, HE_WEI))
        services.change_team(
            actor=world.actor(CHEN_LI), matter_id=one.pk, leader_id=world.people[LI_MIN].pk,
            member_ids=story.ids(world, LI_MIN), reason="换人。", at=AT,
        )  # fmt: skip
        told = story.fed_back(world, one)
        services.ask_review(actor=world.actor(ZHOU_QIMING), matter_id=told.pk, reason="数字不对。", at=ASKED)
        with refused("reviews_own_conclusion", Forbidden):
            services.decide_review(
                actor=world.actor(HE_WEI), matter_id=told.pk, outcome="upheld", opinion="属实。", at=LAST
            )

    def test_a_decision_has_its_opinion_and_a_change_its_words(self, world: World) -> None:
        one = story.asked(world, by=ZHOU_QIMING, at=ASKED)
        deciding = {"actor": world.actor(HE_WEI), "matter_id": one.pk, "at": LAST}
        with refused("decision_has_faults") as no:
            services.decide_review(outcome="shelved", opinion=" ", **deciding)
        assert set(no.value.fields) == {"outcome", "opinion"}
        with refused("decision_has_faults") as no:
            services.decide_review(outcome="changed", opinion="要改。", **deciding)
        assert set(no.value.fields) == {"text"}
        with refused("decision_has_faults") as no:
            services.decide_review(outcome="changed", opinion="要改。", text=f"{one.text}\r\n", **deciding)
        assert "维持" in no.value.fields["text"]
        for name in (LI_MIN, SHEN_JING):
            with refused("not_an_approver", Forbidden):
                services.decide_review(
                    outcome="upheld", opinion="属实。", **{**deciding, "actor": world.actor(name)}
                )

    def test_what_arose_from_a_withdrawn_conclusion_is_named_to_the_office(self, world: World) -> None:
        one = story.running(world)
        followed = story.followed(world, story.found(world, one))
        assert followed.directive is not None
        told = story.fed_back(world, one)
        services.ask_review(
            actor=world.actor(ZHOU_QIMING), matter_id=told.pk, reason="已批准缓建。", at=ASKED
        )
        services.decide_review(
            actor=world.actor(HE_WEI),
            matter_id=told.pk,
            outcome="withdrawn",
            opinion="批准文件属实。",
            at=LAST,
        )
        heard = Notice.objects.filter(subject=told.matter.stream).latest("id").text
        assert followed.directive.matter.number in heard


class TestTerm:
    def test_the_unit_accepts_and_it_is_final(self, world: World) -> None:
        told = story.fed_back(world)
        services.accept_conclusion(actor=world.actor(ZHOU_QIMING), matter_id=told.pk, at=ASKED)
        assert Conclusion.objects.get(pk=told.pk).standing == Standing.FINAL
        with refused("not_in_this_state", Conflict):
            services.ask_review(
                actor=world.actor(ZHOU_QIMING), matter_id=told.pk, reason="数字不对。", at=ASKED
            )

    def test_D_08_what_nobody_asked_about_is_final_the_night_after(self, world: World) -> None:
        told = story.fed_back(world)
        assert services.lapse_all(actor=SYSTEM, at=LAST) == 0
        with refused("term_still_runs", Conflict):
            services.lapse(actor=SYSTEM, matter_id=told.pk, at=LAST)
        assert services.lapse_all(actor=SYSTEM, at=LAST + timedelta(days=1)) == 1
        assert Conclusion.objects.get(pk=told.pk).standing == Standing.FINAL
