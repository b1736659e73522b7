"""Papers that go out with a slip: its ladder in words, the record of an interview, none before the slip is out."""

import pytest

from tests.refusing import refused
from tests.supervision import story
from tests.supervision.paperwork import INTERVIEWED, LATER, drafted, issued, read, slip
from tests.world import (
    LI_MIN,
    ZHOU_QIMING,
    World,
)
from zhongshu.kernel.refusals import NotFound
from zhongshu.supervision import services
from zhongshu.supervision.models import PaperKind, SlipWeight

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("weight", "kind", "said"),
    [
        (SlipWeight.NOTE, PaperKind.NOTE, "督办提醒单"),
        (SlipWeight.URGING, PaperKind.URGING, "关于催办编制重点项目投资计划的函"),
        (SlipWeight.SUPERVISING, PaperKind.SUPERVISING, "关于督办编制重点项目投资计划的函"),
    ],
)
def test_a_slip_gets_its_paper(world: World, weight: SlipWeight, kind: str, said: str) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    paper = issued(world, drafted(world, directive, kind, slip_id=slip(world, directive, weight)))
    told = read(paper)
    assert said in told
    assert "已逾期12个工作日" in told
    assert "请于十日内办结。" in told
    assert set(paper.slip.to.all()) <= set(paper.sent_to.all())  # type: ignore[union-attr]


def test_an_interview_is_recorded_on_a_form(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    paper = drafted(
        world, directive, PaperKind.INTERVIEW, slip_id=slip(world, directive, SlipWeight.INTERVIEW)
    )
    assert paper.words["whom"] == ZHOU_QIMING
    services.word_paper(actor=world.actor(LI_MIN), paper_id=paper.pk, words=INTERVIEWED, at=LATER)
    told = read(issued(world, paper))
    assert all(said in told for said in (*INTERVIEWED.values(), ZHOU_QIMING, "表态及措施"))


def test_the_words_of_the_ladder_are_not_said_twice(world: World) -> None:
    """A slip raised by itself says the date and the days late; its paper has them from the data already."""
    directive = story.signed_for(world, story.handed_over(world))
    told = {"directive_id": directive.pk, "weight": SlipWeight.URGING, "text": "", "at": LATER}
    out = services.issue_slip(actor=world.actor(LI_MIN), **told)  # type: ignore[arg-type]
    assert "已逾期" in out.text
    paper = drafted(world, directive, PaperKind.URGING, slip_id=out.pk)
    assert "逾期" not in "".join(paper.words.values())


def test_without_words_of_its_own_each_paper_asks_more_than_the_lighter_one(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    asked = []
    for weight, kind in ((SlipWeight.NOTE, PaperKind.NOTE), (SlipWeight.URGING, PaperKind.URGING),
                         (SlipWeight.SUPERVISING, PaperKind.SUPERVISING)):  # fmt: skip
        told = {"directive_id": directive.pk, "weight": weight, "text": "", "at": LATER}
        out = services.issue_slip(actor=world.actor(LI_MIN), **told)  # type: ignore[arg-type]
        asked.append(drafted(world, directive, kind, slip_id=out.pk).words["closing"])
    assert ["书面" in one for one in asked] == [False, True, True]
    assert ["主要负责人" in one for one in asked] == [False, False, True]


def test_a_slip_that_is_not_out_gets_no_paper(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    out = slip(world, directive, SlipWeight.URGING)
    for kind, slip_id in ((PaperKind.URGING, None), (PaperKind.INTERVIEW, out), ("nonsense", out)):
        with refused("no_such_slip", NotFound):
            drafted(world, directive, kind, slip_id=slip_id)
