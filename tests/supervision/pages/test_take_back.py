"""撤回: within seconds a reminder or an opening is undone, and nobody has been told of it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.supervision.pages.steps import bring_in, open_one, press, today, written
from tests.world import CHEN_LI, HE_WEI, LI_MIN, WANG_JIANPING, World

from zhongshu.kernel.clock import now
from zhongshu.kernel.refusals import Conflict, Forbidden
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.notify import services as notify
from zhongshu.platform.notify.models import Notice
from zhongshu.supervision import services
from zhongshu.supervision.models import Decision, Directive, Slip, State


@pytest.fixture(autouse=True)
def ten_seconds(settings: Any) -> None:
    settings.TAKE_BACK_SECONDS = 10


def told_of(directive: Directive) -> list[str]:
    """What reaches inboxes about it once everything has left."""
    notify.release(at=now() + timedelta(minutes=1))
    return list(Notice.objects.filter(subject=directive.matter.stream).values_list("text", flat=True))


def undo_button(client: Client, path: str) -> str:
    """Where the sentence on the page lets one take back what was done."""
    html = client.get(path).content.decode()
    found = re.search(r'action="([^"]*taken-back[^"]*)"', html)
    return found[1].replace("&amp;", "&") if found else ""


def test_a_reminder_is_taken_back_from_the_page(world: World) -> None:
    directive = open_one(world)
    notify.release(at=now() + timedelta(minutes=1))
    Notice.objects.all().delete()
    limin = world.client(LI_MIN)
    page = reverse("supervision:directive", args=[directive.pk])
    assert press(limin, directive, "reminder", note="请抓紧").status_code == 303
    back = undo_button(limin, page)
    assert limin.post(back).status_code == 303
    directive.refresh_from_db()
    assert directive.reminders == 0
    assert told_of(directive) == []
    assert "撤回了刚才的催办" in limin.get(page).content.decode()
    assert limin.post(back).status_code == 409  # once


def test_all_ticked_reminders_are_taken_back_together(world: World) -> None:
    directives = [open_one(world), open_one(world)]
    notify.release(at=now() + timedelta(minutes=1))
    limin = world.client(LI_MIN)
    limin.post(
        reverse("supervision:reminders"), {"ref": [one.pk for one in directives], "back": "?origin=meeting"}
    )
    answer = limin.post(undo_button(limin, reverse("supervision:ledger")))
    assert answer["Location"] == f"{reverse('supervision:ledger')}?origin=meeting"  # where they were ticked
    assert list(Directive.objects.values_list("reminders", flat=True)) == [0, 0]
    assert Entry.objects.filter(verb="supervision.reminder_taken_back").count() == 2


def test_an_opening_is_taken_back_and_nobody_has_been_told(world: World) -> None:
    limin = world.client(LI_MIN)
    task = {
        "t1-title": "修订应急预案", "t1-requirement": "修订应急预案", "t1-lead_id": "市发展改革委",
        "t1-cycle": "once", "tasks": "1", "handling": "docket", "urgency": "0", "importance": "0",
        "origin": "meeting", "source_date": today().isoformat(), "source_title": "第16次常务会议纪要", "basis": "纪要",
        "approver_id": world.people[HE_WEI].pk, "unit_id": world.units["SWB-DC"].pk,
    }  # fmt: skip
    answer = limin.post(reverse("supervision:register"), task)
    assert answer.status_code == 303, answer.content.decode()
    directive = Directive.objects.get()
    limin.post(undo_button(limin, answer.url))
    directive.matter.refresh_from_db()
    assert directive.matter.state == State.TERMINATED
    assert not directive.matter.assignments.filter(done_at=None).exists()
    assert told_of(directive) == []


def test_minutes_taken_back_lie_on_the_desk_again(world: World) -> None:
    intake = bring_in(
        world, f"由市发展改革委牵头，{written(today() + timedelta(days=30))}前完成老旧小区改造方案编制。"
    )
    finding = intake.findings.get()
    at = now()
    choice = services.Choice(finding_id=finding.pk, action="编制计划", lead_id=world.units["FGW"].pk)
    who = world.actor(LI_MIN)
    opened = services.confirm(
        actor=who, intake_id=intake.pk, unit_id=world.units["SWB-DC"].pk, approver_id=world.people[HE_WEI].pk,
        basis="纪要", choices=[choice], at=at, aside="其余为背景",
    )  # fmt: skip
    services.take_back(actor=who, deed="opening", directive_ids=[one.pk for one in opened], done_at=at, at=at)
    intake.refresh_from_db()
    finding.refresh_from_db()
    assert intake.confirmed_at is None
    assert (finding.decision, finding.directive) == (Decision.PENDING, None)
    again = services.confirm(
        actor=who, intake_id=intake.pk, unit_id=world.units["SWB-DC"].pk, approver_id=world.people[HE_WEI].pk,
        basis="纪要", choices=[choice], at=at + timedelta(minutes=1), aside="其余为背景",
    )  # fmt: skip
    assert again[0].matter.number != opened[0].matter.number


def test_too_late_is_too_late_and_changes_nothing(world: World) -> None:
    directive = open_one(world)
    at = now()
    services.remind(actor=world.actor(LI_MIN), directive_id=directive.pk, note="", at=at)
    with pytest.raises(Conflict) as refused:
        services.take_back(
            actor=world.actor(LI_MIN), deed="reminder", directive_ids=[directive.pk], done_at=at,
            at=at + timedelta(seconds=10),
        )  # fmt: skip
    assert refused.value.code == "already_out"
    directive.refresh_from_db()
    assert directive.reminders == 1


def test_only_ones_own_act_and_only_a_signed_address(world: World) -> None:
    directive = open_one(world)
    limin, hewei = world.client(LI_MIN), world.client(HE_WEI)
    press(limin, directive, "reminder")
    back = undo_button(limin, reverse("supervision:directive", args=[directive.pk]))
    assert back
    assert hewei.post(back).status_code == 404
    assert limin.post(back[:-2] + "xx").status_code == 404
    assert world.client(WANG_JIANPING).post(back).status_code == 404


def test_where_nothing_is_held_nothing_is_offered(world: World, settings: Any) -> None:
    settings.TAKE_BACK_SECONDS = 0
    directive = open_one(world)
    limin = world.client(LI_MIN)
    press(limin, directive, "reminder")
    assert undo_button(limin, reverse("supervision:directive", args=[directive.pk])) == ""


def issued(world: World, directive: Directive) -> str:
    limin = world.client(LI_MIN)
    assert press(limin, directive, "slip", weight="3", text="请抓紧。").status_code == 303
    return undo_button(limin, reverse("supervision:directive", args=[directive.pk]))


def test_a_slip_is_taken_back_and_may_be_issued_again(world: World) -> None:
    directive = open_one(world)
    told_of(directive)
    Notice.objects.all().delete()
    known = set(directive.matter.grants.values_list("principal", flat=True))
    back = issued(world, directive)
    assert directive.slips.count() == 1
    limin = world.client(LI_MIN)
    assert limin.post(back).status_code == 303
    assert not directive.slips.exists() and told_of(directive) == []
    assert set(directive.matter.grants.values_list("principal", flat=True)) == known
    assert (
        "撤回了刚发的督办函"
        in limin.get(reverse("supervision:directive", args=[directive.pk])).content.decode()
    )
    assert issued(world, directive) and directive.slips.count() == 1


def test_a_slip_that_the_ladder_proposed_is_proposed_again(world: World) -> None:
    directive = open_one(world)
    Slip.objects.create(
        directive=directive, weight=3, missed=directive.matter.current_due, text="建议", raised_at=now()
    )
    assert world.client(LI_MIN).post(issued(world, directive)).status_code == 303
    slip = directive.slips.get()
    assert slip.issued_at is None and slip.issued_by is None and not slip.to.exists()


def test_a_slip_that_has_left_stays(world: World) -> None:
    directive = open_one(world)
    back = issued(world, directive)
    notify.release(at=now() + timedelta(minutes=1))
    assert world.client(LI_MIN).post(back).status_code == 409
    assert directive.slips.get().issued_at is not None


@pytest.mark.parametrize("sheet", ["", "?back=/leader/"])
def test_an_instruction_is_taken_back_with_what_it_registered(world: World, sheet: str) -> None:
    directive = open_one(world)
    told_of(directive)
    Notice.objects.all().delete()
    chen = world.client(CHEN_LI)
    words = "请财政局月底前落实资金。\n请发改委修订方案。"
    data = {"text": words, "instruction_class": "order", "supervise": "on"}
    answer = chen.post(reverse("supervision:instruction", args=[directive.pk]) + sheet, data)
    assert answer.headers["Location"] == ("/leader/" if sheet else f"/supervision/{directive.pk}/")
    made = Directive.objects.exclude(pk=directive.pk)
    assert {one.state for one in made} == {State.REGISTERED} and made.count() == 2
    assert chen.post(undo_button(chen, answer.headers["Location"])).status_code == 303
    assert {one.state for one in made.all()} == {State.TERMINATED}
    assert told_of(directive) == [] and all(told_of(one) == [] for one in made)
    reading = world.client(LI_MIN).get("/?box=toread").content.decode()
    assert directive.matter.title not in reading
    assert "撤回了刚才的批示" in chen.get(f"/supervision/{directive.pk}/").content.decode()


def test_nobody_takes_back_what_is_not_his_to_do(world: World) -> None:
    directive = open_one(world)
    for deed in ("slip", "instruction", "reminder"):
        with pytest.raises(Forbidden):
            services.take_back(
                actor=world.actor(WANG_JIANPING, today()),
                deed=deed,
                directive_ids=[directive.pk],
                done_at=now(),
                at=now(),
            )
