"""D-04 on every way in: what is like an open matter is shown beside the duty, told apart, and decided about."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from tests.refusing import refused
from tests.supervision.pages.steps import bring_in, filled, open_one, press, see, today, written
from tests.world import CHEN_LI, HE_WEI, LI_MIN, WANG_JIANPING, World

from zhongshu.kernel.clock import now
from zhongshu.matters.models import Assignment, Link, LinkKind, Matter
from zhongshu.org.models import Leave, Person
from zhongshu.supervision import services
from zhongshu.supervision.models import Decision, Directive, Intake, State

pytestmark = pytest.mark.django_db
AGAIN = "完成老旧小区改造方案编制"


def text() -> str:
    return (
        f"会议议定：由市发展改革委牵头，{written(today() + timedelta(days=30))}前完成老旧小区改造方案编制。"
        f"南湖县{written(today() + timedelta(days=30))}前完成三座水库除险加固。"
    )


def sent(world: World, intake: Intake, **changes: str) -> dict[str, str]:
    html = world.client(LI_MIN).get(reverse("supervision:intake", args=[intake.pk])).content.decode()
    return filled(html) | {"approver_id": str(world.people[HE_WEI].pk)} | changes


def confirm(world: World, intake: Intake, **changes: str) -> tuple[int, str]:
    address = reverse("supervision:intake", args=[intake.pk])
    answer = world.client(LI_MIN).post(address, sent(world, intake, **changes))
    return answer.status_code, answer.content.decode()


def unit_on_card(world: World, intake: Intake) -> str:
    """The prefix of the card that is like what is open."""
    return next(
        f"f{n}" for n, finding in enumerate(intake.findings.order_by("order"), 1) if "改造" in finding.action
    )


def test_minutes_show_it_beside_the_duty_and_open_nothing_undecided(world: World) -> None:
    first = open_one(world)
    intake = bring_in(world, text())
    status, html = confirm(world, intake)
    assert status == 422 and Matter.objects.count() == 1
    assert html.count("可能和在办事项重复") == 1 and "怎样处理相似事项" in html
    label = re.search(rf'other_id" value="{first.pk}"[^>]*>\s*([^<]*)<', html)
    assert label is not None
    assert all(
        one in label[1]
        for one in (first.matter.number, AGAIN, "市发展改革委", (today() + timedelta(days=30)).isoformat())
    )
    assert not re.search(r"(怎样处理相似事项|是哪一件)\s*<span[^>]*>可不填", html)


def test_minutes_show_it_before_anybody_has_pressed_and_when_a_card_is_added(world: World) -> None:
    first = open_one(world)
    intake = bring_in(world, text())
    here = reverse("supervision:intake", args=[intake.pk])
    limin = world.client(LI_MIN)
    fresh = limin.get(here).content.decode()
    assert fresh.count("可能和在办事项重复") == 1 and first.matter.number in fresh
    added = limin.post(here, filled(fresh) | {"add": "1"}).content.decode()
    assert added.count("可能和在办事项重复") == 1
    status, _html = confirm(world, intake, **{f"{unit_on_card(world, intake)}-how": "link"})
    assert (status, Matter.objects.count()) == (303, 3), "decided at the first press"


def test_what_is_refused_half_way_is_not_there_for_the_next_to_be_like(world: World) -> None:
    """The unit's only receiver is away: both duties say so, and none that it repeats the other."""
    twice = f"由市发展改革委牵头，{written(today() + timedelta(days=30))}前完成老旧小区改造方案编制。"
    intake = bring_in(world, f"会议议定：{twice}会议还议定：{twice}")
    person, ends = world.people[WANG_JIANPING], today() + timedelta(days=60)
    Leave.objects.create(person=person, starts_on=today(), ends_on=ends)
    for head in Person.objects.filter(appointments__post__unit=world.units["FGW"]).exclude(pk=person.pk):
        Leave.objects.create(person=head, starts_on=today(), ends_on=ends)
    status, html = confirm(world, intake)
    assert status == 422 and Matter.objects.count() == 0
    assert "件在办事项与它相似" not in html and html.count("这件事没有人接") >= 2


@pytest.mark.parametrize(("how", "count"), [("link", 3), ("merge", 2), ("go_on", 3)])
def test_minutes_do_what_was_decided(world: World, how: str, count: int) -> None:
    first = open_one(world)
    intake = bring_in(world, text())
    card = unit_on_card(world, intake)
    changes = {f"{card}-how": how, f"{card}-other_id": str(first.pk), f"{card}-why": "另一批资金"}
    status, _html = confirm(world, intake, **changes)
    assert status == 303 and Matter.objects.count() == count
    assert set(intake.findings.values_list("decision", flat=True)) == {Decision.OPENED}
    merged = intake.findings.filter(directive=first)
    assert merged.exists() == (how == "merge")
    assert Link.objects.filter(target=first.matter, kind=LinkKind.RELATES_TO).exists() == (how == "link")
    done = world.client(LI_MIN).get(reverse("supervision:intake", args=[intake.pk])).content.decode()
    assert ("并入在办事项" in done) == (how == "merge") and f"{count - 1} 件已交办" in done
    assert see(world.client(LI_MIN), first).count("并入第16次专题会议纪要") == (how == "merge")


def test_a_duty_that_is_dropped_is_compared_with_nothing(world: World) -> None:
    open_one(world)
    intake = bring_in(world, text())
    card = unit_on_card(world, intake)
    status, _html = confirm(world, intake, **{f"{card}-no_follow_up": "on", f"{card}-reason": "已在办"})
    assert status == 303 and Matter.objects.count() == 2


def test_a_decision_outlives_a_fault_in_another_card(world: World) -> None:
    first = open_one(world)
    intake = bring_in(world, text())
    card = unit_on_card(world, intake)
    other = "f1" if card == "f2" else "f2"
    decided = {f"{card}-how": "link", f"{card}-other_id": str(first.pk)}
    status, html = confirm(world, intake, **decided, **{f"{other}-lead_id": "没有这个单位"})
    assert status == 422 and f'name="{card}-how" value="link"' in html
    assert f'name="{card}-other_id" value="{first.pk}"' in html


# ── docketing what a leader's instruction registered ──────────────────────────────────────────────────


def registered(world: World, words: str = AGAIN) -> Directive:
    source = open_one(world, lead="JYJ", days=90)
    press(world.client(CHEN_LI), source, "instruction", text=words, instruction_class="order", supervise="on")
    return Directive.objects.latest("pk")


def docketing(world: World, **changes: object) -> dict[str, object]:
    due = (today() + timedelta(days=30)).isoformat()
    return {
        "lead_id": "发改委",
        "due": due,
        "approver_id": world.people[HE_WEI].pk,
        "basis": "批示",
        **changes,
    }


@pytest.mark.parametrize(
    ("how", "state"), [("link", State.DISPATCHED), ("merge", State.FOR_READING), ("go_on", State.DISPATCHED)]
)
def test_docketing_asks_and_does_what_was_decided(world: World, how: str, state: State) -> None:
    directive = registered(world)
    first = open_one(world)
    client = world.client(LI_MIN)
    asked = press(client, directive, "docketing", **docketing(world))
    html = asked.content.decode()
    assert asked.status_code == 422 and "可能和在办事项重复" in html
    assert f"{first.matter.number} · {AGAIN} · 市发展改革委" in html
    decided = docketing(world, how=how, other_id=first.pk, why="另一批资金")
    assert press(client, directive, "docketing", **decided).status_code == 303
    directive.matter.refresh_from_db()
    assert directive.matter.state == state
    linked = Link.objects.filter(source=directive.matter, target=first.matter, kind=LinkKind.RELATES_TO)
    assert linked.exists() == (how != "go_on")


def test_docketing_what_is_like_nothing_asks_nothing(world: World) -> None:
    directive = registered(world, "修订全市防汛抗旱应急预案")
    form = world.client(LI_MIN).get(reverse("supervision:docketing", args=[directive.pk])).content.decode()
    assert "怎样处理相似事项" not in form
    assert press(world.client(LI_MIN), directive, "docketing", **docketing(world)).status_code == 303


def test_what_was_merged_is_not_ended_by_taking_the_opening_back(world: World) -> None:
    first = open_one(world)
    at = now()
    other = services.Decided(how="merge", other_id=first.pk)
    told = {
        "title": AGAIN, "requirement": AGAIN, "lead_id": world.units["FGW"].pk, "due": first.matter.current_due,
        "support_ids": (world.units["JYJ"].pk,), "source_title": "第17次会议", "source_date": today(),
        "basis": "纪要", "approver_id": world.people[HE_WEI].pk,
    }  # fmt: skip
    limin, desk = world.actor(LI_MIN, today()), world.units["SWB-DC"].pk
    merged = services.enter(actor=limin, unit_id=desk, tasks=[services.Task(**told)], decided=[other], at=at)
    assert merged == [first]
    with refused("not_opened_then", match="不是刚才立的"):
        services.take_back(actor=limin, deed="opening", directive_ids=[first.pk], done_at=at, at=at)
    joined = Assignment.objects.filter(matter=first.matter, done_at=None, holder_unit=world.units["JYJ"])
    assert joined.exists()
