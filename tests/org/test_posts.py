from datetime import timedelta

import pytest

from tests.org.town import AT, TODAY, Town, acts_for
from tests.refusing import refused
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden
from zhongshu.org import queries, registry, services
from zhongshu.org.models import Appointment, Duty, Person, StandIn
from zhongshu.platform.accounts.models import User


class TestPosts:
    def test_duties_follow_the_post(self, town: Town) -> None:
        post = town.sun.appointments.get().post
        services.set_duties(actor=town.keeper, post_id=post.pk, duties=[Duty.SUPERVISE], at=AT)
        assert queries.actor_of(town.sun, TODAY).duties == {("supervise", town.office.pk)}

    def test_auditing_goes_with_nothing_else(self, town: Town) -> None:
        with refused("audit_goes_alone", match="审计监督"):
            services.create_post(
                actor=SYSTEM, unit_id=town.office.pk, title="甲", duties=["audit", "supervise"], at=AT
            )

    def test_an_invented_duty_is_refused(self, town: Town) -> None:
        with refused("unknown_duty", match="没有这种职责"):
            services.create_post(actor=SYSTEM, unit_id=town.office.pk, title="甲", duties=["king"], at=AT)


class TestAppoint:
    def test_counts_from_its_first_day(self, town: Town) -> None:
        post = town.zhao.appointments.get().post
        tomorrow = TODAY + timedelta(days=1)
        services.appoint(actor=town.keeper, person_id=town.sun.pk, post_id=post.pk, starts_on=tomorrow, at=AT)
        assert not queries.actor_of(town.sun, TODAY).has_duty("supervise")
        assert queries.actor_of(town.sun, tomorrow).has_duty("supervise")

    def test_nobody_appoints_himself_not_even_through_a_stand_in(self, town: Town) -> None:
        post = town.zhao.appointments.get().post
        acts_for(town.sun, town.he)
        for_he = queries.actor_standing_in(town.sun, town.he.pk, TODAY)
        assert for_he is not None
        for actor, person in ((town.keeper, town.he), (for_he, town.sun), (for_he, town.he)):
            with refused("not_for_oneself", match="不能给自己任职"):
                services.appoint(actor=actor, person_id=person.pk, post_id=post.pk, starts_on=TODAY, at=AT)

    def test_refuses_the_same_post_twice_at_a_time(self, town: Town) -> None:
        post = town.zhao.appointments.get().post
        with refused("already_appointed", Conflict, match="已任此岗位"):
            services.appoint(
                actor=town.keeper, person_id=town.zhao.pk, post_id=post.pk, starts_on=TODAY, at=AT
            )

    def test_ends_with_its_last_day(self, town: Town) -> None:
        held = town.zhao.appointments.get()
        services.end_appointment(actor=town.keeper, appointment_id=held.pk, ends_on=TODAY, at=AT)
        assert queries.actor_of(town.zhao, TODAY).unit_ids
        assert not queries.actor_of(town.zhao, TODAY + timedelta(days=1)).unit_ids

    def test_is_for_the_keeper(self, town: Town) -> None:
        held = town.zhao.appointments.get()
        with refused("not_the_keeper", Forbidden):
            services.end_appointment(
                actor=queries.actor_of(town.li, TODAY), appointment_id=held.pk, ends_on=TODAY, at=AT
            )


class TestLeaveOffice:
    @pytest.fixture
    def desk(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> dict[int, int]:
        """How many papers each holds."""
        papers = {town.zhao.pk: 2}
        monkeypatch.setattr(registry, "holdings", {})
        monkeypatch.setattr(registry, "handovers", {})

        def hand_over(from_id: int, to_id: int, actor: object, at: object) -> int:
            moved = papers.pop(from_id, 0)
            papers[to_id] = papers.get(to_id, 0) + moved
            return moved

        registry.register(
            "papers",
            "在办事项",
            of_person=lambda pk: papers.get(pk, 0),
            of_unit=lambda _: 0,
            hand_over=hand_over,
        )
        return papers

    def test_refuses_without_a_successor_while_something_is_held(
        self, town: Town, desk: dict[int, int]
    ) -> None:
        for nobody in (None, town.zhao.pk):
            with refused("still_holds", match="在办事项 2"):
                services.leave_office(actor=town.keeper, person_id=town.zhao.pk, successor_id=nobody, at=AT)
        assert Person.objects.get(pk=town.zhao.pk).left_on is None

    def test_refuses_an_administrator_as_successor(self, town: Town, desk: dict[int, int]) -> None:
        user = User.objects.create(username="auditor", admin_role="audit")
        Person.objects.filter(pk=town.li.pk).update(user=user)
        with refused("successor_is_administrator"):
            services.leave_office(actor=town.keeper, person_id=town.zhao.pk, successor_id=town.li.pk, at=AT)
        assert desk == {town.zhao.pk: 2}

    def test_hands_everything_over_and_closes_the_door(self, town: Town, desk: dict[int, int]) -> None:
        user = User.objects.create(username="zhaoyun")
        Person.objects.filter(pk=town.zhao.pk).update(user=user)
        acts_for(town.zhao, town.li, TODAY, TODAY + timedelta(days=9))
        services.leave_office(actor=town.keeper, person_id=town.zhao.pk, successor_id=town.li.pk, at=AT)
        assert desk == {town.li.pk: 2}
        assert not User.objects.get(pk=user.pk).is_active
        assert not queries.actor_of(town.zhao, TODAY + timedelta(days=1)).duties
        assert queries.actor_standing_in(town.zhao, town.li.pk, TODAY) is None
        assert Person.objects.get(pk=town.zhao.pk).left_on == TODAY

    def test_goes_back_when_something_cannot_be_moved(
        self, town: Town, desk: dict[int, int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(registry.handovers, "papers", lambda *_: 0)
        with refused("not_all_moved", match="没能移交"):
            services.leave_office(actor=town.keeper, person_id=town.zhao.pk, successor_id=town.li.pk, at=AT)
        assert Appointment.objects.get(person=town.zhao).ends_on is None

    def test_who_holds_nothing_just_leaves(self, town: Town, desk: dict[int, int]) -> None:
        services.leave_office(actor=town.keeper, person_id=town.sun.pk, at=AT)
        with refused("has_left", Conflict, match="办过离任"):
            services.leave_office(actor=town.keeper, person_id=town.sun.pk, at=AT)
        assert not StandIn.objects.exists()
