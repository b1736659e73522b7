"""What a matter waits for, and how long each stage took, as the board tells it once something is done."""

from datetime import date, timedelta

import pytest

from tests.supervision import story
from tests.world import AT, HE_WEI, LI_MIN, WANG_JIANPING, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters import services as matters
from zhongshu.matters.models import Matter
from zhongshu.supervision import services
from zhongshu.supervision.presenters.board import Board

pytestmark = pytest.mark.django_db


def test_what_a_matter_waits_for_follows_what_is_done(world: World) -> None:
    directive = story.handed_over(world)
    clerk, told = world.actor(WANG_JIANPING), list[str]()

    def waits() -> str:
        return Matter.objects.get(pk=directive.pk).waits_for

    told.append(waits())
    story.signed_for(world, directive)
    matters.sweep(actor=SYSTEM, at=AT + timedelta(days=30))
    told.append(waits())
    services.remind(actor=world.actor(LI_MIN), directive_id=directive.pk, note="", at=AT + timedelta(days=30))
    told.append(waits())
    services.report(
        actor=clerk,
        directive_id=directive.pk,
        text="缺口300万。",
        blocker="money",
        at=AT + timedelta(days=31),
    )
    told.append(waits())
    services.report(actor=clerk, directive_id=directive.pk, text="资金已到。", at=AT + timedelta(days=32))
    told.append(waits())
    assert told == ["under_way", "nobody", "nobody", "money", "under_way"]
    story.completed(world, directive)
    assert waits() == "office"


def test_a_later_date_asked_for_waits_for_the_leader_until_it_is_decided(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    clerk = world.actor(WANG_JIANPING)
    services.ask_extension(
        actor=clerk, directive_id=directive.pk, new_due=date(2026, 10, 30), reason="等批复", at=AT
    )
    services.report(actor=clerk, directive_id=directive.pk, text="还在等。", blocker="money", at=AT)
    assert Matter.objects.get(pk=directive.pk).waits_for == "money"
    services.report(actor=clerk, directive_id=directive.pk, text="还在等。", at=AT)
    assert Matter.objects.get(pk=directive.pk).waits_for == "decision"
    board = Board(world.actor(LI_MIN), AT + timedelta(days=60), "year")
    assert {one.title: one.number.n for one in board.waiting}["等上级、等领导批复"] == 1
    services.decide_extension(
        actor=world.actor(HE_WEI), directive_id=directive.pk, approve=True, opinion="", at=AT
    )
    assert Matter.objects.get(pk=directive.pk).waits_for == "under_way"


def test_the_stages_are_timed_as_it_is_closed_out(world: World) -> None:
    directive = story.completed(world, story.signed_for(world, story.handed_over(world)))
    at, who = AT + timedelta(days=5), {"actor": world.actor(HE_WEI), "directive_id": directive.pk}
    services.accept(**who, opinion="", at=at)
    services.close_out(**who, at=at + timedelta(days=1))
    directive.refresh_from_db()
    # Friday out and signed; reported done on Monday, after a Sunday worked; verified on Wednesday; struck off on Thursday
    took = [
        directive.took_signing,
        directive.took_undertaking,
        directive.took_verification,
        directive.took_closure,
    ]
    assert took == [0, 2, 2, 1]
    board = Board(world.actor(LI_MIN), at + timedelta(days=1), "year")
    assert {one.name: one.average for one in board.stages}["审核"] == 2
    assert board.timed.n == 1
    assert not matters.recount(actor=SYSTEM, at=at).differences
