from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.org.town import AT, TODAY, Town, acts_for, away
from tests.refusing import refused
from zhongshu.kernel.refusals import Forbidden, Refusal
from zhongshu.org import queries, services
from zhongshu.org.forms import StandInForm
from zhongshu.org.models import Leave, Person, StandIn
from zhongshu.platform.accounts.models import AdminRole, User


def stand(town: Town, absent: Person, deputy: Person, first: date = TODAY, last: date = TODAY) -> StandIn:
    return services.stand_in(
        actor=queries.actor_of(absent, TODAY),
        absent_id=absent.pk,
        stand_in_id=deputy.pk,
        starts_on=first,
        ends_on=last,
        at=AT,
    )


class TestLeave:
    def test_one_sets_ones_own(self, town: Town) -> None:
        services.set_leave(
            actor=queries.actor_of(town.li, TODAY),
            person_id=town.li.pk,
            starts_on=TODAY,
            ends_on=TODAY,
            at=AT,
        )
        assert queries.is_away(town.li.pk, TODAY)

    def test_not_that_of_a_colleague(self, town: Town) -> None:
        with refused("not_the_keeper", Forbidden):
            services.set_leave(
                actor=queries.actor_of(town.zhao, TODAY),
                person_id=town.li.pk,
                starts_on=TODAY,
                ends_on=TODAY,
                at=AT,
            )

    def test_refuses_when_needed_as_stand_in(self, town: Town) -> None:
        acts_for(town.zhao, town.li)
        with refused("stands_in_then", match="要代李敏办理"):
            services.set_leave(
                actor=town.keeper, person_id=town.zhao.pk, starts_on=TODAY, ends_on=TODAY, at=AT
            )

    def test_coming_back_early_ends_it_yesterday(self, town: Town) -> None:
        leave = away(town.li, TODAY - timedelta(days=2), TODAY + timedelta(days=5))
        services.end_leave(actor=town.keeper, leave_id=leave.pk, at=AT)
        assert Leave.objects.get().ends_on == TODAY - timedelta(days=1)


class TestStandIn:
    def test_holds_for_the_period(self, town: Town) -> None:
        stand(town, town.li, town.zhao, TODAY, TODAY + timedelta(days=2))
        assert [one.absent for one in queries.stand_ins_for(town.zhao.pk, TODAY)] == [town.li]

    def test_refuses_oneself(self, town: Town) -> None:
        with refused("oneself", match="不能由本人代理本人"):
            stand(town, town.li, town.li)

    def test_refuses_who_is_away_then(self, town: Town) -> None:
        away(town.zhao)
        with refused("also_away", match="也请假"):
            stand(town, town.li, town.zhao)

    def test_refuses_another_organ(self, town: Town) -> None:
        with refused("another_organ", match="不在同一机关"):
            stand(town, town.li, town.lin)

    def test_refuses_an_administrator_who_has_no_business_either_way(self, town: Town) -> None:
        town.zhao.user = User.objects.create(username="auditor", admin_role=AdminRole.AUDIT)
        town.zhao.save()
        for absent, deputy in ((town.li, town.zhao), (town.zhao, town.li)):
            with refused("administrator"):
                stand(town, absent, deputy)
        offered = StandInForm(actor=queries.actor_of(town.li, TODAY), subject=town.li.pk, day=TODAY)
        assert town.zhao.name not in {name for _pk, name in offered.fields["stand_in_id"].choices}

    def test_refuses_a_chain_either_way(self, town: Town) -> None:
        stand(town, town.li, town.zhao)
        with refused("chain", match="正代别人办理"):
            stand(town, town.zhao, town.sun)
        with refused("chain", match="自己也由别人代理"):
            stand(town, town.sun, town.li)

    def test_refuses_a_second_at_the_same_time(self, town: Town) -> None:
        stand(town, town.li, town.zhao)
        with refused("has_a_stand_in", match="已经有人代理"):
            stand(town, town.li, town.sun)

    def test_the_stand_in_may_give_it_up(self, town: Town) -> None:
        made = stand(town, town.li, town.zhao)
        services.revoke_stand_in(actor=queries.actor_of(town.zhao, TODAY), stand_in_id=made.pk, at=AT)
        assert queries.actor_standing_in(town.zhao, town.li.pk, TODAY) is None

    def test_nobody_arranges_it_in_the_name_of_the_absent(self, town: Town) -> None:
        stand(town, town.li, town.zhao)
        for_li = queries.actor_standing_in(town.zhao, town.li.pk, TODAY)
        assert for_li is not None
        later = TODAY + timedelta(days=9)
        with refused("not_the_keeper", Forbidden):
            services.stand_in(
                actor=for_li,
                absent_id=town.li.pk,
                stand_in_id=town.zhao.pk,
                starts_on=later,
                ends_on=later,
                at=AT,
            )


DAYS = st.integers(0, 6).map(lambda n: TODAY + timedelta(days=n))


class TestNoChain(TestCase):
    @settings(max_examples=50, deadline=None)
    @given(wishes=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), DAYS, DAYS), max_size=10))
    def test_on_no_day_is_a_stand_in_stood_in_for(self, wishes: list) -> None:  # type: ignore[type-arg]
        town = Town()
        people = [town.li, town.zhao, town.zhou, town.sun, town.chen]
        for absent, deputy, first, last in wishes:
            try:
                stand(town, people[absent], people[deputy], first, last)
            except Refusal:
                continue
        for day in (TODAY + timedelta(days=n) for n in range(7)):
            rows = list(queries.stand_ins_on(day))
            absents = [row.absent_id for row in rows]
            assert len(set(absents)) == len(absents)
            assert not {row.stand_in_id for row in rows} & set(absents)
