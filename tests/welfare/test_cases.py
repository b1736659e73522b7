"""A case from asking to the answer that comes back (F-15): who holds it, until when, and who may know of it."""

from datetime import date, timedelta

import pytest

from tests.refusing import refused
from tests.welfare import story
from tests.welfare.story import CLOSES, DUE, LU_YAO, PAPERS
from tests.world import (
    AT,
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SHEN_JING,
    SUN_YAO,
    TODAY,
    WANG_JIANPING,
    World,
)  # fmt: skip
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound, Refusal
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Group, Matter, Role
from zhongshu.org import queries as org
from zhongshu.org import services as org_services
from zhongshu.org.models import Person
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.notify.models import Notice
from zhongshu.welfare import policies, queries, services
from zhongshu.welfare.models import Case, State

pytestmark = pytest.mark.django_db


def holders(case: Case) -> list[tuple[str, str, date]]:
    return [
        (one.holder_person.name if one.holder_person else "", one.role, one.due)
        for one in matters.open_assignments(case.pk)
    ]


def told(world: World, name: str) -> list[str]:
    person = world.people[name]
    return list(Notice.objects.filter(person_id=person.pk).order_by("id").values_list("text", flat=True))


def verbs(case: Case) -> list[str]:
    return [entry.verb for entry in reversed(list(journal.timeline(case.matter.stream)))]


class TestTheWay:
    def test_what_is_asked_lies_before_the_undertaker_until_the_window_less_the_lead(
        self, world: World
    ) -> None:
        case = story.asked(world)
        assert (case.closes_on, case.matter.current_due, case.state) == (CLOSES, DUE, State.ASKED)
        assert holders(case) == [(LU_YAO, Role.HANDLE, DUE)]
        assert case.matter.number == "市委办公室职服〔2026〕1号" and case.matter.title == "养老保险转入：李敏"

    def test_from_asking_to_the_answer(self, world: World) -> None:
        case = story.asked(world, files=(story.paper(world),))
        story.submitted(world, case)
        case.refresh_from_db()
        assert (case.receipt, case.matter.current_due) == ("受理20261008", date(2026, 10, 28))
        story.answered(world, case)
        case = Case.objects.get()
        assert holders(case) == [(LU_YAO, Role.REPORT, date(2026, 10, 22))]
        done = services.report_back(
            actor=story.undertaker(world), matter_id=case.pk, told="已转入，下月可查。", at=AT
        )
        assert (done.state, done.matter.group, holders(done)) == (State.DONE, Group.CLOSED, [])
        assert told(world, LI_MIN)[-1] == "已办成：养老保险转入：李敏。已转入，下月可查。"
        assert sorted(verbs(done)) == sorted(
            ["welfare.asked", "welfare.submitted", "welfare.answered", "welfare.reported_back"]
        )

    def test_all_that_is_missing_is_told_at_once(self, world: World) -> None:
        with refused("papers_missing") as no:
            story.asked(world, handed=())
        assert "申请表、调令复印件" in str(no.value.fields["handed"]) and not Case.objects.exists()

    def test_papers_are_sent_back_for_and_the_window_is_reckoned_anew(self, world: World) -> None:
        case = story.asked(world)
        story.sent_back(world, case, reason="申请表没有签名")
        case = Case.objects.get()
        assert (case.state, case.missing, case.handed) == (State.RETURNED, ["调令复印件"], ["申请表"])
        assert holders(case) == [(LI_MIN, Role.HANDLE, DUE)]
        assert "调令复印件" in told(world, LI_MIN)[-1] and "没有签名" in told(world, LI_MIN)[-1]
        later = AT + timedelta(days=25)  # 13 October: too near for this month
        with refused("papers_missing"):
            services.supplement(actor=world.actor(LI_MIN), matter_id=case.pk, at=later)
        case = services.supplement(actor=world.actor(LI_MIN), matter_id=case.pk, handed=PAPERS[1:], at=later)
        assert (case.state, case.closes_on) == (State.ASKED, date(2026, 11, 13))
        assert holders(case) == [(LU_YAO, Role.HANDLE, date(2026, 11, 10))]

    def test_the_agency_may_want_more(self, world: World) -> None:
        case = story.asked(world)
        story.submitted(world, case)
        story.sent_back(world, case, at=AT + timedelta(days=25))
        case = Case.objects.get()
        assert (case.state, case.submitted_on, case.closes_on) == (State.RETURNED, None, date(2026, 11, 13))

    def test_nothing_is_sent_back_for_nothing(self, world: World) -> None:
        case = story.asked(world)
        with refused("nothing_missing"):
            story.sent_back(world, case, missing=())

    def test_it_goes_in_while_the_window_is_open_or_it_is_said_why(self, world: World) -> None:
        case = story.asked(world)
        with refused("outside_the_window"):
            story.submitted(world, case, on=TODAY)
        done = story.submitted(world, case, on=TODAY, because="机构同意提前受理")
        assert (done.state, done.reason) == (State.SUBMITTED, "机构同意提前受理")

    def test_a_receipt_and_a_day_are_needed(self, world: World) -> None:
        case, actor = story.asked(world), story.undertaker(world)
        with refused("submission_has_faults") as no:
            services.submit(actor=actor, matter_id=case.pk, on=date(2026, 9, 17), receipt=" ", at=AT)
        assert set(no.value.fields) == {"on", "receipt"}

    def test_what_is_asked_is_taken_back_before_it_goes_in(self, world: World) -> None:
        case, actor = story.asked(world), world.actor(LI_MIN)
        with refused("no_reason"):
            services.withdraw(actor=actor, matter_id=case.pk, reason=" ", at=AT)
        done = services.withdraw(actor=actor, matter_id=case.pk, reason="不用办了", at=AT)
        assert (done.state, done.matter.group, holders(done)) == (State.WITHDRAWN, Group.VOID, [])
        with pytest.raises(Conflict):
            story.submitted(world, done)

    def test_what_went_in_is_not_taken_back(self, world: World) -> None:
        case = story.asked(world)
        story.submitted(world, case)
        with pytest.raises(Conflict):
            services.withdraw(actor=world.actor(LI_MIN), matter_id=case.pk, reason="不办了", at=AT)

    def test_an_answer_says_something(self, world: World) -> None:
        case, actor = story.asked(world), story.undertaker(world)
        story.submitted(world, case)
        with refused("no_answer"):
            services.answer(actor=actor, matter_id=case.pk, outcome="granted", answer="", at=AT)
        story.answered(world, case)
        with refused("nothing_told"):
            services.report_back(actor=actor, matter_id=case.pk, told="", at=AT)


class TestWhoMay:
    def test_only_who_asked_the_undertaker_the_head_of_section_and_audit_know(self, world: World) -> None:
        case = story.asked(world)
        for actor in (
            world.actor(LI_MIN),
            story.undertaker(world),
            world.actor(HE_WEI),
            world.actor(SHEN_JING),
        ):
            assert queries.case(actor, case.pk).pk == case.pk
            assert Matter.objects.visible_to(actor).filter(pk=case.pk).exists()
        for name in (CHEN_LI, WANG_JIANPING, SUN_YAO):
            with pytest.raises(NotFound):
                queries.case(world.actor(name), case.pk)
            assert not Matter.objects.visible_to(world.actor(name)).filter(pk=case.pk).exists()

    def test_supervision_does_not_open_what_is_personal(self, world: World) -> None:
        service = story.offered(world)
        case = story.asked(world, service, by=SHEN_JING)
        with pytest.raises(NotFound):
            queries.case(world.actor(LI_MIN), case.pk)
        assert not queries.cases(world.actor(LI_MIN), queries.Narrowed()).exists()

    def test_one_asks_for_oneself(self, world: World) -> None:
        with refused("not_for_him"):
            story.asked(world, person_id=world.people[HE_WEI].pk)
        service = queries.service(world.actor(LI_MIN), 0 or story.Service.objects.get().pk)
        with pytest.raises(Forbidden):
            services.submit(actor=world.actor(LI_MIN), matter_id=story.asked(world, service).pk, on=TODAY,
                            receipt="1", at=AT)  # fmt: skip

    def test_the_undertaker_asks_for_anybody_of_the_office(self, world: World) -> None:
        service, actor = story.offered(world), story.undertaker(world)
        given = {"person_id": world.people[LI_MIN].pk, "handed": PAPERS}
        case = services.ask(actor=actor, service_id=service.pk, at=AT, **given)
        assert queries.case(world.actor(LI_MIN), case.pk).person == world.people[LI_MIN]
        assert told(world, LI_MIN) == ["职工服务申请：养老保险转入：李敏"]

    def test_another_office_has_services_of_its_own(self, world: World) -> None:
        service = story.offered(world)
        with pytest.raises(NotFound):
            story.asked(world, service, by=WANG_JIANPING)

    def test_without_an_undertaker_nothing_is_asked(self, world: World) -> None:
        service = story.offered(world)
        story.Appointment.objects.filter(person__name=LU_YAO).delete()
        with refused("nobody_undertakes"):
            story.asked(world, service)

    def test_without_a_window_ahead_nothing_is_asked(self, world: World) -> None:
        service = story.offered(world, windows="2026年6月1—10日")
        with refused("no_window_ahead"):
            story.asked(world, service)

    def test_numbers_of_identity_and_cards_are_not_kept(self, world: World) -> None:
        note = "身份证11010519491231002X，卡号6222021234567890123，电话13800138000"
        case = story.asked(world, note=note)
        assert case.matter.body == "身份证110105********002X，卡号****0123，电话13800138000"


def test_the_list_is_narrowed(world: World) -> None:
    service, health = story.offered(world), story.offered(world, "医疗保险转移", branch="医疗")
    first, second = story.asked(world, service), story.asked(world, health, by=SHEN_JING)

    def found(**told: str) -> list[int]:
        return [one.pk for one in queries.cases(story.undertaker(world), queries.Narrowed(**told))]

    assert found() == [second.pk, first.pk]
    assert found(branch="医疗") == [second.pk] and found(text="李敏") == [first.pk]
    story.submitted(world, first)
    assert found(state="submitted") == [first.pk] and found(scope="open") == [second.pk, first.pk]
    assert found(late="late") == []
    mine = queries.cases(world.actor(SHEN_JING), queries.Narrowed(scope="mine"))
    assert [one.pk for one in mine] == [second.pk]


def test_a_refusal_is_plain(world: World) -> None:
    with pytest.raises(Refusal) as no:
        story.asked(world, handed=PAPERS[:1])
    assert str(no.value).startswith("还缺 1 样材料：调令复印件。")


class TestNobodyHandlesHisOwn:
    def own(self, world: World) -> Case:
        """陆遥, who undertakes services, asks for one himself."""
        service, actor = story.offered(world), story.undertaker(world)
        given = {"person_id": actor.person_id, "handed": PAPERS}
        return services.ask(actor=actor, service_id=service.pk, at=AT, **given)

    def submit(self, actor: Actor, case: Case) -> Case:
        given = {"on": TODAY, "receipt": "1", "because": "机构同意提前受理"}
        return services.submit(actor=actor, matter_id=case.pk, at=AT, **given)

    def test_the_only_undertaker_finds_his_case_before_the_head_of_his_section(self, world: World) -> None:
        case, actor = self.own(world), story.undertaker(world)
        assert [name for name, _role, _due in holders(case)] == [HE_WEI]
        assert policies.offered(actor, case) == ["withdraw"]
        with pytest.raises(Forbidden, match="自己的事自己不能经办。请由何伟办理。"):
            self.submit(actor, case)
        assert self.submit(world.actor(HE_WEI), case).state == State.SUBMITTED
        given = {"outcome": "granted", "answer": "已转入。", "at": AT}
        services.answer(actor=world.actor(HE_WEI), matter_id=case.pk, **given)
        with pytest.raises(Forbidden):
            services.report_back(actor=actor, matter_id=case.pk, told="好", at=AT)

    def test_of_several_undertakers_another_has_it(self, world: World) -> None:
        story.undertaker(world)
        other = story.appointed(world, "方宁")
        case = self.own(world)
        assert [name for name, _role, _due in holders(case)] == ["方宁"]
        assert self.submit(org.actor_of(other, TODAY), case).state == State.SUBMITTED
        with pytest.raises(Forbidden):
            self.submit(world.actor(HE_WEI), Case.objects.get())

    def test_a_stand_in_handles_neither_his_own_nor_that_of_whom_he_stands_in_for(self, world: World) -> None:
        undertaker, deputy = story.undertaker(world), world.people[LI_MIN]
        stand(undertaker.person_id, deputy)
        acting = org.actor_standing_in(deputy, undertaker.person_id or 0, TODAY)
        assert acting is not None
        theirs = self.own(world)
        with pytest.raises(Forbidden, match="请由何伟办理"):
            self.submit(acting, theirs)
        his = story.asked(world, story.Service.objects.get(), by=LI_MIN)
        with pytest.raises(Forbidden, match="请由陆遥办理") as no:
            self.submit(acting, his)
        assert no.value.rule == "F-15"
        third = story.asked(world, story.Service.objects.get(), by=SHEN_JING)
        assert self.submit(acting, third).state == State.SUBMITTED

    def test_who_leads_the_section_alone_passes_his_own_up(self, world: World) -> None:
        service = story.offered(world)
        story.Appointment.objects.filter(person__name=LU_YAO).update(person=world.people[HE_WEI])
        actor = world.actor(HE_WEI)
        case = services.ask(
            actor=actor, service_id=service.pk, person_id=actor.person_id or 0, handed=PAPERS, at=AT
        )
        assert [name for name, _role, _due in holders(case)] == [CHEN_LI]
        assert self.submit(world.actor(CHEN_LI), case).state == State.SUBMITTED


def stand(absent_id: int | None, deputy: Person) -> None:
    absent = Person.objects.get(pk=absent_id)
    given = {"starts_on": TODAY, "ends_on": TODAY + timedelta(days=2), "at": AT}
    org_services.stand_in(
        actor=org.actor_of(absent, TODAY), absent_id=absent.pk, stand_in_id=deputy.pk, **given
    )
