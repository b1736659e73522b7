"""What those above a part may do and read, when its own desk cannot or must not."""

from datetime import timedelta

import pytest

from tests.supervision import story
from tests.supervision.test_downwards import Line
from tests.world import FOUNDED, LI_MIN, TODAY, World
from zhongshu.kernel.actors import Actor
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Matter, Role
from zhongshu.org import queries as org
from zhongshu.org.models import Appointment, Duty, Person, Post
from zhongshu.supervision import policies, services
from zhongshu.supervision.models import SlipWeight, State


@pytest.fixture
def line(world: World) -> Line:
    return Line(world)


def _head_of(line: Line) -> Actor:
    """The head of the county, who carried out nothing."""
    head = Person.objects.create(name="丁县长", staff_number="dingxz")
    duties = [str(Duty.LEAD_ORGAN), str(Duty.LEAD_UNIT)]
    post = Post.objects.create(unit=line.town.units["NHX"], title="县长", duties=duties)
    Appointment.objects.create(person=head, post=post, starts_on=FOUNDED)
    return org.actor_of(head, TODAY)


def test_D_12_what_old_parts_kept_of_a_clue_is_not_for_the_heads_of_who_carried_out_the_whole(
    line: Line,
) -> None:
    """He decides about the parts that his county handed down; the whole was his county's to carry out."""
    ding = _head_of(line)
    for part in (line.county, line.town_part):
        assert policies.may_issue(ding, part, SlipWeight.CIRCULAR)
        assert not policies.may_read_clues(ding, part)


def test_D_25_where_everybody_at_the_desk_had_a_hand_the_desk_above_verifies(line: Line) -> None:
    """The county's clerk handed it down, signed for it herself and signs the feedback: the city's desk verifies."""
    part = {"directive_id": line.county.pk, "at": line.at + timedelta(hours=1)}
    Matter.objects.filter(pk=line.town_part.pk).update(parent=None)
    proof = (story.proof(line.zhao),)
    services.complete(
        actor=line.zhao, feedback="两座水库已加固。", signed_by_id=line.zhao.person_id, files=proof, **part
    )
    held = matters.open_assignments(line.county.pk).get(role=Role.VERIFY)
    assert held.holder_unit == line.town.units["SWB-DC"]
    li_min = line.town.actor(LI_MIN)
    assert not policies.may_verify(line.zhao, line.county)
    for verb in (services.accept, services.close_out):
        told = {"opinion": "属实"} if verb is services.accept else {}
        verb(actor=li_min, **told, **part)  # type: ignore[operator]
    assert Matter.objects.get(pk=line.county.pk).state == State.ARCHIVED
