from datetime import date, timedelta

import pytest

from tests.portal.conftest import Open
from tests.refusing import refused
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SUN_YAO, TODAY, WANG_JIANPING, ZHOU_QIMING, World
from zhongshu.kernel.refusals import Forbidden
from zhongshu.matters.models import Assignment, Link, Matter, Role
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import Directive, State
from zhongshu.supervision.services import Instruction

WORDS = "请发改委牵头，月底前拿出方案。"


def signed(world: World, directive: Directive) -> Directive:
    return services.sign_for(actor=world.actor(WANG_JIANPING), directive_id=directive.pk, at=AT)


def written(world: World, directive: Directive, **more: object) -> Directive:
    words = Instruction(text=WORDS, **more)  # type: ignore[arg-type]
    return services.instruct(actor=world.actor(CHEN_LI), directive_id=directive.pk, instruction=words, at=AT)


def tab(world: World, name: str, code: str) -> str:
    return world.client(name).get("/leader/", {"tab": code}).content.decode()


def test_what_he_instructed_shows_who_holds_it(world: World, hand_over: Open) -> None:
    leader = world.people[CHEN_LI]
    signed(world, hand_over(instructed_by_id=leader.pk, instruction=WORDS, origin="instruction"))
    page = tab(world, CHEN_LI, "instructed")
    assert "老旧小区改造" in page
    assert "市发展改革委 王建平" in page


def test_what_is_verified_is_with_the_verifier_though_another_unit_supports_it(
    world: World, hand_over: Open
) -> None:
    told = {"instructed_by_id": world.people[CHEN_LI].pk, "instruction": WORDS, "origin": "instruction"}
    directive = signed(world, hand_over(**told, support_ids=(world.units["CZJ"].pk,)))
    done = {
        "feedback": "办完了。",
        "signed_by_id": world.people[ZHOU_QIMING].pk,
        "at": AT + timedelta(days=9),
    }
    services.complete(actor=world.actor(WANG_JIANPING), directive_id=directive.pk, **done)
    [one] = queries.instructed(world.actor(CHEN_LI)).rows
    assert [held.role for held in one.holders] == [Role.VERIFY, Role.SUPPORT]


def test_what_another_instructed_is_not_his(world: World, hand_over: Open) -> None:
    hand_over(instructed_by_id=world.people[HE_WEI].pk, instruction=WORDS, origin="instruction")
    assert "您交办的事都已办结" in tab(world, CHEN_LI, "instructed")


def test_an_extension_is_decided_on_the_card(world: World, hand_over: Open) -> None:
    directive = signed(world, hand_over())
    services.ask_extension(
        actor=world.actor(WANG_JIANPING), directive_id=directive.pk,
        new_due=date(2026, 10, 30), reason="等省里批复。", at=AT,
    )  # fmt: skip
    page = tab(world, CHEN_LI, "approve")
    assert "等省里批复。" in page
    assert "10 月 16 日 → 10 月 30 日" in page
    answer = world.client(CHEN_LI).post(
        f"/leader/{directive.pk}/extension/", {"approve": "yes", "once": "k1"}
    )
    assert answer.status_code == 303
    directive.refresh_from_db()
    assert directive.matter.current_due == date(2026, 10, 30)
    assert directive.matter.original_due == date(2026, 10, 16)
    assert "没有待批的件" in tab(world, CHEN_LI, "approve")


def test_the_undertaker_cannot_decide_his_own_request(world: World, hand_over: Open) -> None:
    directive = signed(world, hand_over())
    path = f"/leader/{directive.pk}/extension/"
    assert world.client(WANG_JIANPING).post(path, {"approve": "yes"}).status_code == 403
    assert world.client(SUN_YAO).post(path, {"approve": "yes"}).status_code == 404


def test_an_instruction_is_written_down_and_put_before_the_supervisors(world: World, hand_over: Open) -> None:
    directive = signed(world, hand_over())
    answer = world.client(CHEN_LI).post(
        f"/supervision/{directive.pk}/instruction/?back=/leader/",
        {"text": WORDS, "instruction_class": "order", "once": "k1"},
    )
    assert answer.status_code == 303
    entry = Entry.objects.get(stream=directive.matter.stream, verb="supervision.instructed")
    assert entry.facts["text"] == WORDS
    assert "老旧小区改造" in world.client(LI_MIN).get("/?box=toread").content.decode()
    assert "老旧小区改造" not in world.client(WANG_JIANPING).get("/?box=toread").content.decode()


@pytest.mark.parametrize("kind", ["guidance", "reference"])
def test_guidance_and_reference_are_read_by_the_lead_unit_too(
    world: World, hand_over: Open, kind: str
) -> None:
    directive = signed(world, hand_over())
    written(world, directive, instruction_class=kind)
    assert "老旧小区改造" in world.client(WANG_JIANPING).get("/?box=toread").content.decode()
    world.client(WANG_JIANPING).post(f"/matters/{directive.pk}/reading/")
    toread = world.client(WANG_JIANPING).get("/?box=toread").content.decode().split("<aside")[0]
    assert "没有待阅的件" in toread
    again = world.client(WANG_JIANPING).post(f"/matters/{directive.pk}/reading/")
    assert again.status_code == 409


def test_supervise_registers_a_new_matter_for_the_supervisors_to_docket(
    world: World, hand_over: Open
) -> None:
    directive = signed(world, hand_over())
    made = written(world, directive, supervise=True)
    assert made.pk != directive.pk
    assert made.state == State.REGISTERED
    assert made.instructed_by == world.people[CHEN_LI]
    assert Link.objects.filter(source=made.matter, target=directive.matter).exists()
    held = Assignment.objects.get(matter=made.matter, role=Role.HANDLE, done_at__isnull=True)
    assert held.holder_unit == world.units["SWB-DC"]
    assert "立项：" in world.client(LI_MIN).get("/").content.decode()


def test_the_supervisors_docket_it_and_the_date_given_then_is_the_original_one(
    world: World, hand_over: Open
) -> None:
    made = written(world, signed(world, hand_over()), supervise=True)
    docketed = services.docket(
        actor=world.actor(LI_MIN), directive_id=made.pk, lead_id=world.units["CZJ"].pk,
        due=date(2026, 10, 30), approver_id=world.people[CHEN_LI].pk, basis="陈立批示", at=AT,
    )  # fmt: skip
    assert docketed.state == State.DISPATCHED
    assert docketed.matter.original_due == docketed.matter.current_due == date(2026, 10, 30)
    held = Assignment.objects.get(matter=made.matter, done_at__isnull=True)
    assert (held.role, held.holder_unit) == (Role.LEAD, world.units["CZJ"])


@pytest.mark.parametrize("kind", ["guidance", "reference"])
def test_only_an_order_is_supervised(world: World, hand_over: Open, kind: str) -> None:
    with refused("not_an_order") as caught:
        written(world, hand_over(), instruction_class=kind, supervise=True)
    assert caught.value.rule == "D-16"


def test_only_a_leader_of_the_organ_instructs(world: World, hand_over: Open) -> None:
    directive = hand_over()
    with refused("not_a_leader", Forbidden):
        services.instruct(
            actor=world.actor(LI_MIN), directive_id=directive.pk, instruction=Instruction(text=WORDS), at=AT
        )
    path = f"/supervision/{directive.pk}/instruction/?back=/leader/"
    assert world.client(WANG_JIANPING).get(path).status_code == 403
    assert world.client(SUN_YAO).get(path).status_code == 404


def test_an_empty_instruction_is_refused_beside_its_field(world: World, hand_over: Open) -> None:
    answer = world.client(CHEN_LI).post(
        f"/supervision/{hand_over().pk}/instruction/?back=/leader/",
        {"text": " ", "instruction_class": "order"},
    )
    assert answer.status_code == 422
    assert "请写批示内容" in answer.content.decode()


def test_the_same_sheet_sent_twice_counts_once(world: World, hand_over: Open) -> None:
    directive = hand_over(due=TODAY)
    client = world.client(CHEN_LI)
    sheet = {"text": WORDS, "instruction_class": "order", "once": "same", "supervise": "on"}
    for _ in range(2):
        assert (
            client.post(f"/supervision/{directive.pk}/instruction/?back=/leader/", sheet).status_code == 303
        )
    assert Entry.objects.filter(verb="supervision.instructed").count() == 1


def test_the_pages_of_supervision_lead_from_instruction_to_docketing(world: World, hand_over: Open) -> None:
    directive = signed(world, hand_over())
    leader, clerk = world.client(CHEN_LI), world.client(LI_MIN)
    assert "批示" in leader.get(f"/supervision/{directive.pk}/").content.decode()
    sheet = {"text": WORDS, "instruction_class": "order", "supervise": "on", "once": "k1"}
    leader.post(f"/supervision/{directive.pk}/instruction/", sheet)
    made = Directive.objects.latest("pk")
    assert made.state == State.REGISTERED
    assert "立项交办" in clerk.get(f"/supervision/{made.pk}/").content.decode()
    given = {"lead_id": "财政局", "approver_id": world.people[CHEN_LI].pk, "basis": "陈立批示", "once": "k2"}
    clerk.post(f"/supervision/{made.pk}/docketing/", given)
    made.refresh_from_db()
    assert made.state == State.DISPATCHED
    assert made.matter.lead_unit == world.units["CZJ"]


def test_what_is_stuck_is_counted_as_it_is_listed(world: World, hand_over: Open) -> None:
    leader = world.people[CHEN_LI]
    told: dict[str, object] = {"instructed_by_id": leader.pk, "instruction": WORDS, "origin": "instruction"}
    moving, blocked, late = (signed(world, hand_over(**told)) for _ in range(3))
    services.report(
        actor=world.actor(WANG_JIANPING), directive_id=blocked.pk, text="等批复。", blocker="superior", at=AT
    )
    Matter.objects.filter(pk=late.pk).update(current_due=date(2026, 9, 1))
    actor = world.actor(CHEN_LI)
    counts = queries.instructed_counts(actor, TODAY)
    every = queries.instructed(actor).rows
    stuck = queries.instructed(actor, stuck_on=TODAY).rows
    assert (counts.unfinished, counts.stuck) == (len(every), len(stuck)) == (3, 2)
    assert {one.matter.pk for one in stuck} == {blocked.pk, late.pk}
    page = tab(world, CHEN_LI, "stuck")
    assert "卡住的 2 件" in page
    assert page.count("pcard") == 2
    assert f"/supervision/{moving.pk}/" not in page
    assert "没有卡住的事" in tab(world, HE_WEI, "stuck")
