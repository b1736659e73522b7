"""A seeded sample of closed matters comes back after 90 days; what was found is on record."""

import json
import re
from datetime import datetime, timedelta

import pytest
from django.conf import LazySettings
from hypothesis import given
from hypothesis import strategies as st

from tests.refusing import refused
from tests.supervision import story
from tests.supervision.test_nothing_hangs import notices
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, WANG_JIANPING, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden
from zhongshu.matters import queries as matters
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.notify import services as notify
from zhongshu.supervision import policies, proofs, rules, services
from zhongshu.supervision.models import Directive, Recheck, SampleDraw, Soundness, State

LATER = AT + timedelta(days=120)


def closed(world: World, *, at: datetime = AT + timedelta(days=4)) -> Directive:
    li_min = world.actor(LI_MIN)
    directive = story.completed(world, story.signed_for(world, story.instructed(world)))
    told = {"actor": li_min, "directive_id": directive.pk, "at": at}
    services.accept(**told, opinion="同意", explanation="同一次验收。")
    services.answer_leader(**told, answer="已办结。")
    return services.close_out(**told)


@pytest.fixture
def every_one(settings: LazySettings) -> None:
    settings.RULES = {**settings.RULES, "D-25.recheck_percent": 100}


def on_desk(world: World, name: str) -> list[int]:
    return [held.matter_id for held in matters.todo(world.actor(name)).rows if held.role == "verify"]


@pytest.mark.usefixtures("every_one")
def test_a_matter_drawn_lies_before_the_supervisors_with_a_date(world: World) -> None:
    directive = closed(world)
    assert services.sample(actor=SYSTEM, at=AT + timedelta(days=93)).drawn == 0
    draw = services.sample(actor=SYSTEM, at=AT + timedelta(days=94))
    assert (draw.considered, draw.drawn) == (1, 1)
    assert directive.pk in on_desk(world, LI_MIN)
    assert "recheck" in policies.offered(world.actor(HE_WEI), directive)
    assert services.sample(actor=SYSTEM, at=LATER).considered == 0
    assert not proofs.is_draw_due(LATER)
    with refused("drawn_already", Conflict):
        services.sample(actor=SYSTEM, at=LATER)


@pytest.mark.usefixtures("every_one")
def test_sound_is_written_and_leaves_the_desk(world: World) -> None:
    directive = closed(world)
    services.sample(actor=SYSTEM, at=LATER)
    told = {"actor": world.actor(LI_MIN), "directive_id": directive.pk, "at": LATER, "note": "到现场看过。"}
    services.recheck(**told, outcome=Soundness.SOUND)  # type: ignore[arg-type]
    assert on_desk(world, LI_MIN) == []
    kept = Recheck.objects.get(directive=directive)
    assert (kept.outcome, kept.done_by, kept.follow_up) == ("sound", world.people[LI_MIN], None)
    with refused("not_drawn", Conflict):
        services.recheck(**told, outcome=Soundness.SOUND)  # type: ignore[arg-type]


@pytest.mark.usefixtures("every_one")
def test_not_sound_is_taken_up_again_and_the_closed_file_stays(world: World) -> None:
    directive = closed(world)
    services.sample(actor=SYSTEM, at=LATER)
    again = services.recheck(
        actor=world.actor(LI_MIN), directive_id=directive.pk, at=LATER, note="现场没有开工。",
        outcome=Soundness.NOT_SOUND,
    )  # fmt: skip
    assert again.pk != directive.pk and again.state == State.REGISTERED
    assert again.instructed_by == world.people[CHEN_LI] and "现场没有开工" in again.matter.body
    assert [other.pk for _how, other in matters.threads(world.actor(LI_MIN), again.matter)] == [directive.pk]
    assert Directive.objects.get(pk=directive.pk).state == State.ARCHIVED
    assert list(matters.orphans()) == []
    notify.release(at=LATER + timedelta(minutes=1))
    assert any("重新办理" in one and "现场没有开工" in one for one in notices(world, CHEN_LI))
    docket = world.client(LI_MIN).get(f"/supervision/{again.pk}/docketing/").content.decode()
    assert re.search(r'name="lead_id" value="市发展改革委"', docket)
    assert re.search(r'name="support_ids" value="市财政局"', docket)


@pytest.mark.usefixtures("every_one")
def test_who_carried_it_out_does_not_recheck_it(world: World) -> None:
    directive = closed(world)
    services.sample(actor=SYSTEM, at=LATER)
    with refused("not_a_supervisor", Forbidden):
        services.recheck(
            actor=world.actor(WANG_JIANPING), directive_id=directive.pk, at=LATER, note="好。",
            outcome=Soundness.SOUND,
        )  # fmt: skip


@pytest.mark.django_db
def test_the_seed_is_on_record_and_gives_the_same_choice_again(world: World) -> None:
    for _n in range(3):
        closed(world)
    services.sample(actor=SYSTEM, at=LATER)
    facts = json.loads(Entry.objects.get(verb="supervision.sampled").data)
    again = [
        pk
        for pk in Directive.objects.values_list("pk", flat=True)
        if rules.D_25_sampled(pk, seed=facts["seed"], percent=facts["percent"])
    ]
    assert sorted(facts["drawn"]) == sorted(again)
    assert len(SampleDraw.objects.get().seed) == 32


@given(st.text(max_size=40), st.integers(1, 10**9))
def test_no_part_is_nobody_and_the_whole_is_everybody(seed: str, matter_id: int) -> None:
    assert not rules.D_25_sampled(matter_id, seed=seed, percent=0)
    assert rules.D_25_sampled(matter_id, seed=seed, percent=100)


def test_about_the_share_asked_for_is_drawn() -> None:
    drawn = sum(rules.D_25_sampled(n, seed="2026-09-18", percent=5) for n in range(20_000))
    assert 900 < drawn < 1100
