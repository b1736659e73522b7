"""A matter moves along declared arrows only; its group follows its state."""

from dataclasses import dataclass

import pytest
from django.db.models import TextChoices
from hypothesis import given
from hypothesis import strategies as st

from tests.refusing import refused
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters.models import Group, LifeCycle, Moving


class Step(TextChoices):
    ASKED = "asked", "待批"
    GIVEN = "given", "已给"
    REFUSED = "refused", "未给"


ARROWS = {
    "give": {Step.ASKED: Step.GIVEN},
    "refuse": {Step.ASKED: Step.REFUSED},
    "ask": {Step.REFUSED: Step.ASKED},
}
LIFE = LifeCycle(
    Step, ARROWS, {Step.GIVEN: Group.CLOSED, Step.REFUSED: Group.VOID}, "现在是“%(state)s”。", rule="D-30"
)


@dataclass
class Paper:
    state: str = Step.ASKED.value
    group: Group = Group.OPEN


class Request(Moving):
    LIFE = LIFE

    def __init__(self, state: str) -> None:
        self.matter = Paper(state)


@given(st.sampled_from(Step), st.sampled_from(sorted(ARROWS)))
def test_it_moves_where_an_arrow_leads_and_stays_where_none_does(state: Step, event: str) -> None:
    one = Request(state.value)
    declared = ARROWS[event].get(state)
    assert one.can(event) == (declared is not None)
    if declared is None:
        with refused("not_in_this_state", Conflict, match=state.label) as no:
            one.move(event)
        assert no.value.rule == "D-30" and one.matter == Paper(state.value)
        return
    one.move(event)
    assert one.matter == Paper(declared, LIFE.ended.get(declared, Group.OPEN))


def test_what_is_no_event_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        Request(Step.ASKED).can("sell")
