"""What needs a reason is refused without one, whoever asks, and nothing has happened then."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.refusing import refused, untouched
from tests.supervision import story
from tests.world import AT, HE_WEI, LI_MIN, WANG_JIANPING, World
from zhongshu.kernel import reasons
from zhongshu.supervision import services
from zhongshu.supervision.models import Directive

pytestmark = pytest.mark.django_db
BLANK = ("", "  ", "\n\t", "\u3000")
LATER = AT + timedelta(days=3)


def signed(world: World) -> Directive:
    return story.signed_for(world, story.handed_over(world))


def standing(world: World) -> Directive:
    directive = signed(world)
    services.ask_suspension(
        actor=world.actor(WANG_JIANPING), directive_id=directive.pk, reason="待批复", at=AT,
        review_on=date(2026, 12, 1),
    )  # fmt: skip
    services.decide_suspension(
        actor=world.actor(HE_WEI), directive_id=directive.pk, approve=True, opinion="", at=AT
    )
    return Directive.objects.select_related("matter").get(pk=directive.pk)


def completed(world: World) -> Directive:
    return story.completed(world, signed(world))


# the deed: (the matter before it, who, what else it takes)
DEEDS: dict[str, tuple[Callable[[World], Directive], str, dict[str, object]]] = {
    "ask_extension": (signed, WANG_JIANPING, {"new_due": story.DUE + timedelta(days=9)}),
    "ask_suspension": (signed, WANG_JIANPING, {"review_on": date(2026, 12, 1)}),
    "resume": (standing, LI_MIN, {}),
    "object_to": (story.handed_over, WANG_JIANPING, {}),
    "return_for_rework": (completed, LI_MIN, {}),
    "terminate": (signed, HE_WEI, {}),
    "transfer": (signed, HE_WEI, {"to": "市监察委员会"}),
    "judge_risk": (signed, LI_MIN, {"risk": "high"}),
    "note_wait": (signed, LI_MIN, {"blocker": "superior"}),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_no_deed_goes_without_its_reason(world: World, deed: str) -> None:
    before, who, words = DEEDS[deed]
    directive = before(world)
    for blank in BLANK:
        with untouched(), refused("no_reason") as caught:
            getattr(services, deed)(
                actor=world.actor(who), directive_id=directive.pk, reason=blank, at=LATER, **words
            )
        assert "reason" in caught.value.fields
    after = Directive.objects.select_related("matter").get(pk=directive.pk)
    assert (after.state, after.matter.current_due) == (directive.state, after.matter.current_due)
    getattr(services, deed)(
        actor=world.actor(who), directive_id=directive.pk, reason=" 待省里批复 ", at=LATER, **words
    )


@given(st.text())
def test_a_reason_is_kept_as_it_was_written_but_for_its_blanks(words: str) -> None:
    if words.strip():
        assert reasons.given(words) == words.strip()
    else:
        with refused("no_reason"):
            reasons.given(words)
