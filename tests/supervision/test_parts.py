"""A matter broken down: parts never outrun the whole, and the whole never ends over an open part."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from tests import world as city
from tests.refusing import refused
from tests.supervision import story
from tests.supervision.sections import broken_down, end, investment, lin_fang
from tests.world import (
    AT,
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SUN_YAO,
    WANG_JIANPING,
    WU_XIAOFANG,
    ZHOU_QIMING,
    World,
)
from zhongshu.kernel.refusals import Forbidden, NotFound, Refusal
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Grant, Group, Matter
from zhongshu.platform.journal import queries as journal
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import State
from zhongshu.supervision.services import Part

pytestmark = pytest.mark.django_db


def test_a_part_goes_to_the_section_with_the_organs_own_number(world: World) -> None:
    whole, part = broken_down(world)
    assert part.matter.number == "市发展改革委督〔2026〕1号"
    assert part.matter.organ == world.units["FGW"]
    assert [row.matter_id for row in matters.todo(lin_fang(world)).rows] == [part.pk]
    assert matters.orphans().count() == 0
    for name in (LI_MIN, HE_WEI):  # the section that follows the whole up, and who approved it
        assert queries.get(world.actor(name), part.pk) == part
    for name in (SUN_YAO, WU_XIAOFANG):
        with refused("no_such_matter", NotFound):
            queries.get(world.actor(name), part.pk)
    page = world.client(LI_MIN).get(f"/supervision/{whole.pk}/").content.decode()
    assert "汇总各县项目" in page


def test_the_whole_waits_for_its_parts_and_hears_of_them(world: World) -> None:
    whole, part = broken_down(world)
    with pytest.raises(Refusal) as caught:
        story.completed(world, whole)
    assert caught.value.code == "open_parts"
    assert part.matter.number in str(caught.value.sentence)
    end(world, part)
    told = [
        entry.facts.get("did")
        for entry in journal.timeline(whole.matter.stream)
        if entry.verb == "supervision.part_moved"
    ]
    assert told[::-1] == ["dispatched", "completed", "accepted", "closed_out"]
    assert story.completed(world, whole).state == State.REVIEWING


def test_a_part_is_not_due_after_the_whole(world: World) -> None:
    with pytest.raises(Refusal) as caught:
        broken_down(world, due=story.DUE + timedelta(days=1))
    assert caught.value.code == "part_outruns_whole"
    assert "不能晚于上级事项的时限" in str(caught.value.fields["due"])
    assert Matter.objects.count() == 1


def test_nor_is_its_extension(world: World) -> None:
    _whole, part = broken_down(world)
    services.sign_for(actor=lin_fang(world), directive_id=part.pk, at=AT + timedelta(hours=3))
    with pytest.raises(Refusal) as caught:
        services.ask_extension(
            actor=lin_fang(world),
            directive_id=part.pk,
            new_due=date(2026, 11, 1),
            reason="数据未齐",
            at=AT + timedelta(hours=4),
        )
    assert (caught.value.code, list(caught.value.fields)) == ("part_outruns_whole", ["new_due"])


def test_nor_is_an_extension_granted_once_the_whole_has_come_forward(world: World) -> None:
    whole, part = broken_down(world, due=date(2026, 10, 8))
    lin, later = lin_fang(world), AT + timedelta(hours=4)
    services.sign_for(actor=lin, directive_id=part.pk, at=AT + timedelta(hours=3))
    asked = {"directive_id": part.pk, "new_due": date(2026, 10, 14), "reason": "数据未齐", "at": later}
    services.ask_extension(actor=lin, **asked)
    Matter.objects.filter(pk=whole.pk).update(current_due=date(2026, 10, 9))
    decided = {"directive_id": part.pk, "opinion": "", "at": later}
    with refused("part_outruns_whole"):
        services.decide_extension(actor=world.actor(ZHOU_QIMING), approve=True, **decided)
    services.decide_extension(actor=world.actor(ZHOU_QIMING), approve=False, **decided)
    assert Matter.objects.get(pk=part.pk).current_due == date(2026, 10, 8)


def test_parts_go_downwards_only(world: World) -> None:
    whole = story.signed_for(world, story.handed_over(world))
    asked = {"directive_id": whole.pk, "at": AT + timedelta(hours=2)}
    beside = Part(title="安排资金", lead_id=world.units["CZJ"].pk, due=date(2026, 10, 10))
    with pytest.raises(Refusal) as caught:
        services.decompose(actor=world.actor(WANG_JIANPING), parts=(beside,), **asked)
    assert caught.value.code == "not_below_us"
    inside = Part(title="汇总", lead_id=investment(world).pk, due=date(2026, 10, 10))
    for name in (LI_MIN, CHEN_LI):
        with refused("not_the_undertaker", Forbidden):
            services.decompose(actor=world.actor(name), parts=(inside,), **asked)


STEPS = (
    "sign part",
    "complete part",
    "accept part",
    "close part",
    "complete whole",
    "accept whole",
    "close whole",
    "terminate part",
    "break down",
)


@hypothesis(max_examples=25, deadline=None)
@given(steps=st.lists(st.sampled_from(STEPS), min_size=4, max_size=25))
def test_the_whole_never_ends_over_an_open_part(steps: list[str]) -> None:
    with transaction.atomic():
        town = city.build()
        whole, part = broken_down(town)
        for step in steps:
            try:
                with transaction.atomic():
                    _take(town, whole.pk, part.pk, step)
            except Refusal:
                continue
            finally:
                now = Matter.objects.get(pk=whole.pk)
                is_open = Matter.objects.filter(parent=now, group=Group.OPEN).exists()
                assert not (
                    is_open
                    and now.state in (State.REVIEWING, State.COMPLETED, State.CLOSED_OUT, State.ARCHIVED)
                )
        transaction.set_rollback(True)


def _take(town: World, whole: int, part: int, step: str) -> None:
    wang, lin, li, at = town.actor(WANG_JIANPING), lin_fang(town), town.actor(LI_MIN), AT + timedelta(days=2)
    verb, which = step.split()
    pk = part if which == "part" else whole
    carrier, checker = (lin, wang) if which == "part" else (wang, li)
    head = lin.person_id if which == "part" else town.people[ZHOU_QIMING].pk
    match verb:
        case "sign":
            services.sign_for(actor=carrier, directive_id=pk, at=at)
        case "complete":
            files = (story.proof(carrier, at=at),)
            services.complete(
                actor=carrier, directive_id=pk, feedback="已办", signed_by_id=head, files=files, at=at
            )
        case "accept":
            services.accept(actor=checker, directive_id=pk, opinion="", at=at)
        case "close":
            services.close_out(actor=checker, directive_id=pk, at=at)
        case "terminate":
            services.terminate(actor=town.actor(ZHOU_QIMING), directive_id=pk, reason="并入他项", at=at)
        case "break":
            again = Part(title="再分一项", lead_id=town.units["FGW-TZ"].pk, due=date(2026, 10, 10))
            services.decompose(actor=wang, directive_id=whole, parts=(again,), at=at)


def test_D_04_a_part_like_what_its_unit_has_in_hand_is_asked_about_first(world: World) -> None:
    whole, part = broken_down(world)
    again = Part(title="汇总各县的项目", lead_id=part.matter.lead_unit_id or 0, due=date(2026, 10, 12))
    wang, at = world.actor(WANG_JIANPING), AT + timedelta(hours=3)
    with pytest.raises(Refusal) as caught:
        services.decompose(actor=wang, directive_id=whole.pk, parts=(again,), at=at)
    assert (caught.value.code, caught.value.rule) == ("looks_like_another", "D-04")
    decided = services.Decided(how="link", other_id=part.pk)
    services.decompose(actor=wang, directive_id=whole.pk, parts=(replace(again, decided=decided),), at=at)
    assert queries.parts(wang, whole.pk)[1].links_out.filter(target_id=part.pk).exists()


def test_D_04_what_a_person_may_not_know_of_is_told_as_a_number_and_no_more(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """周启明 keeps a matter of his own about it, of which the clerk who breaks the whole down does not know."""
    whole, part = broken_down(world)
    Matter.objects.filter(pk=part.pk).update(parent=None, title="研究干部调整方案")
    Grant.objects.filter(matter_id=part.pk, principal__startswith="u:").delete()
    Grant.objects.filter(matter_id=part.pk, principal=f"p:{world.people[WANG_JIANPING].pk}").delete()
    wang, at = world.actor(WANG_JIANPING), AT + timedelta(hours=3)
    monkeypatch.setattr("zhongshu.config.middleware.now", lambda: at)
    assert not Matter.objects.visible_to(wang).filter(pk=part.pk).exists()
    unit_id = part.matter.lead_unit_id
    sent = {"title": "研究干部调整方案", "lead_id": "投资科", "due": "2026-10-12"}
    here = f"/supervision/{whole.pk}/part/"
    page = world.client(WANG_JIANPING).post(here, sent).content.decode()
    assert "承办单位另有 1 件相似的在办事项，不在您的知悉范围内" in page
    assert part.matter.number not in page and str(part.pk) not in re.findall(r'value="(\d+)"', page)
    again = Part(title="研究干部调整方案", lead_id=unit_id or 0, due=date(2026, 10, 12))
    with pytest.raises(Refusal) as caught:
        services.decompose(actor=wang, directive_id=whole.pk, parts=(again,), at=at)
    assert caught.value.code == "looks_like_one_unseen"
    done = world.client(WANG_JIANPING).post(here, sent | {"how": "go_on", "why": "问过，不是一回事。"})
    assert done.status_code == 303
    entry = journal.timeline(queries.parts(wang, whole.pk)[0].stream)
    (told,) = [one.facts for one in entry if one.verb == "supervision.another_one"]
    assert told == {"numbers": "另 1 件", "reason": "问过，不是一回事。"}
