"""Law 3 under random delegation: who carried a matter out, in whatever name, never verifies it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests import world as city
from tests.supervision import story
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Refusal
from zhongshu.org import queries as org
from zhongshu.org.models import Appointment, Duty, Post, StandIn
from zhongshu.supervision import policies, services
from zhongshu.supervision.models import Directive, State

NAMES = (city.LI_MIN, city.HE_WEI, city.WANG_JIANPING, city.ZHOU_QIMING, city.WU_XIAOFANG, city.ZHAO_XIAOYAN)
people = st.sampled_from(NAMES)
stand_ins = st.lists(st.tuples(people, people).filter(lambda pair: pair[0] != pair[1]), max_size=6)
extra_supervisors = st.sets(people, max_size=3)


class TestSeparation(TestCase):
    """Posts, stand-ins and hands are drawn at random; the act itself is what is checked."""

    @given(stands=stand_ins, supervisors=extra_supervisors, signer=people, verifier=people)
    def test_nobody_sits_in_both_seats(
        self, stands: list[tuple[str, str]], supervisors: set[str], signer: str, verifier: str
    ) -> None:
        town = city.build()
        self._appoint(town, supervisors)
        self._let_stand_in(town, stands)
        directive = story.handed_over(town)
        for actor in self._seats(town, signer):
            if policies.may(actor, "sign_for", directive):
                story.signed_for(town, directive, by=actor)
                break
        else:
            story.signed_for(town, directive)
        directive = self._complete(town, directive)
        hands = set(directive.hands.values_list("person_id", flat=True))
        for actor in self._seats(town, verifier):
            if actor.seats & hands:
                with pytest.raises(Refusal):
                    services.accept(actor=actor, directive_id=directive.pk, opinion="", at=city.AT)
                assert Directive.objects.get(pk=directive.pk).state == State.REVIEWING
                assert "accept" not in policies.offered(actor, directive)

    @staticmethod
    def _complete(town: city.World, directive: Directive) -> Directive:
        return story.completed(town, directive)

    @staticmethod
    def _appoint(town: city.World, names: set[str]) -> None:
        post = Post.objects.create(unit=town.units["SWB-DC"], title="兼职督查员", duties=[Duty.SUPERVISE])
        for name in sorted(names):
            Appointment.objects.create(person=town.people[name], post=post, starts_on=city.FOUNDED)

    @staticmethod
    def _let_stand_in(town: city.World, stands: list[tuple[str, str]]) -> None:
        for absent, stand_in in stands:
            StandIn.objects.create(
                absent=town.people[absent],
                stand_in=town.people[stand_in],
                starts_on=city.TODAY,
                ends_on=city.TODAY + timedelta(days=30),
            )

    @staticmethod
    def _seats(town: city.World, name: str) -> list[Actor]:
        """Every actor that ``name`` can be today: himself, and each person he stands in for."""
        person = town.people[name]
        absent = {stand.absent_id for stand in org.stand_ins_for(person.pk, city.TODAY)}
        others = [org.actor_standing_in(person, one, city.TODAY) for one in sorted(absent)]
        return [town.actor(name), *(actor for actor in others if actor is not None)]
