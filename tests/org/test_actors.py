from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.org.town import TODAY, Town, acts_for
from zhongshu.org import queries
from zhongshu.org.models import Appointment, Duty, Person, Post


class TestDesks:
    def test_a_section_member_sits_at_his_section_only(self, town: Town) -> None:
        zhao = queries.actor_of(town.zhao, TODAY)
        assert zhao.unit_ids == {town.supervision.pk}
        assert f"u:{town.office.pk}" not in zhao.principals
        assert zhao.organ_ids == {town.office.pk}

    def test_the_receiver_sits_at_the_organ_too(self, town: Town) -> None:
        zhou = queries.actor_of(town.zhou, TODAY)
        assert zhou.unit_ids == {town.secretariat.pk, town.office.pk}
        assert f"u:{town.office.pk}" in zhou.principals

    def test_an_auditor_under_the_organ_has_no_desk(self, town: Town) -> None:
        shen = queries.actor_of(town.shen, TODAY)
        assert shen.unit_ids == frozenset()
        assert shen.has_duty(Duty.AUDIT, town.office.pk)

    def test_the_head_of_an_organ_leads_it(self, town: Town) -> None:
        assert queries.actor_of(town.xu, TODAY).led_unit_ids == {town.finance.pk}
        assert queries.actor_of(town.chen, TODAY).led_unit_ids == {town.office.pk}

    def test_appointments_count_from_their_first_to_their_last_day(self, town: Town) -> None:
        Appointment.objects.filter(person=town.zhao).update(starts_on=TODAY, ends_on=TODAY)
        assert queries.actor_of(town.zhao, TODAY).unit_ids
        for other in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
            assert not queries.actor_of(town.zhao, other).unit_ids

    def test_an_administrator_handles_no_business(self, town: Town) -> None:
        admin = queries.actor_of(town.li, TODAY, admin_role="security")
        assert (admin.duties, admin.unit_ids) == (frozenset(), frozenset())

    def test_is_read_in_one_query_and_two_when_standing_in(self, town: Town) -> None:
        acts_for(town.zhao, town.li)
        with CaptureQueriesContext(connection) as own:
            queries.actor_of(town.zhao, TODAY)
        with CaptureQueriesContext(connection) as for_li:
            queries.actor_standing_in(town.zhao, town.li.pk, TODAY)
        assert (len(own), len(for_li)) == (1, 2)


class TestStandingIn:
    def test_has_the_rights_of_the_absent_and_the_seats_of_both(self, town: Town) -> None:
        acts_for(town.sun, town.li)
        sun = queries.actor_standing_in(town.sun, town.li.pk, TODAY)
        assert sun is not None
        assert sun.has_duty(Duty.SUPERVISE, town.office.pk)
        assert sun.seats == {town.sun.pk, town.li.pk}
        assert sun.seat_unit_ids == {town.secretariat.pk, town.supervision.pk}
        assert (sun.name, sun.acting_for_name) == ("孙琦", "李敏")

    def test_is_over_the_day_after(self, town: Town) -> None:
        acts_for(town.sun, town.li)
        assert queries.actor_standing_in(town.sun, town.li.pk, TODAY + timedelta(days=1)) is None

    def test_is_over_once_revoked(self, town: Town) -> None:
        stand = acts_for(town.sun, town.li)
        stand.revoked_at = "2026-06-14T00:00:00Z"
        stand.save()
        assert queries.actor_standing_in(town.sun, town.li.pk, TODAY) is None


DAYS = st.integers(-3, 3).map(lambda n: TODAY + timedelta(days=n))
PEOPLE = st.integers(0, 4)


class TestSeats(TestCase):
    """Law 3 under random delegation and change of post."""

    @settings(max_examples=50, deadline=None)
    @given(
        posts=st.lists(st.tuples(PEOPLE, st.integers(0, 2), DAYS, DAYS), max_size=8),
        stands=st.lists(st.tuples(PEOPLE, PEOPLE, DAYS, DAYS, st.booleans()), max_size=8),
        day=DAYS,
    )
    def test_no_actor_omits_a_person_acted_for(self, posts: list, stands: list, day) -> None:  # type: ignore[no-untyped-def,type-arg]
        town = Town()
        people = [town.li, town.zhao, town.zhou, town.sun, town.lin]
        seats = list(Post.objects.filter(unit__in=[town.supervision, town.finance_office])[:3])
        for who, post, first, last in posts:
            if first <= last:
                Appointment.objects.create(
                    person=people[who], post=seats[post], starts_on=first, ends_on=last
                )
        for who, absent, first, last, revoked in stands:
            if first <= last and who != absent:
                made = acts_for(people[who], people[absent], first, last)
                made.revoked_at = "2026-06-01T00:00:00Z" if revoked else None
                made.save()
        for person in people:
            own = queries.actor_of(person, day)
            assert own.seats == {person.pk}
            for absent in people:
                self._lawful(person, absent, day, stands, people)

    def _lawful(self, person: Person, absent: Person, day, stands, people) -> None:  # type: ignore[no-untyped-def]
        actor = queries.actor_standing_in(person, absent.pk, day)
        agreed = any(
            people[who] == person
            and people[whom] == absent
            and person != absent
            and first <= day <= last
            and not revoked
            for who, whom, first, last, revoked in stands
        )
        assert (actor is not None) == agreed
        if actor is None:
            return
        theirs = queries.actor_of(absent, day)
        own = queries.actor_of(person, day)
        assert actor.seats == {person.pk, absent.pk}
        assert (actor.duties, actor.principals) == (theirs.duties, theirs.principals)
        assert actor.seat_unit_ids == own.seat_unit_ids | theirs.seat_unit_ids
