"""A route drawn up by form, without JavaScript: from a blank sheet to one that is published and walked."""

from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from tests.approvals.conftest import LEAVE, publish
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.approvals import grammar, queries
from zhongshu.approvals.forms.condition_rows import as_rows, cells
from zhongshu.approvals.forms.conditions import ConditionField
from zhongshu.approvals.forms.fields import control
from zhongshu.approvals.grammar import (
    Choice,
    Field,
    FieldKind,
    How,
    Parallel,
    Right,
    Route,
    Stage,
    WhoKind,
)
from zhongshu.kernel.clock import now
from zhongshu.org.models import Duty

STAGE = {
    "title": "科长审核", "who": "named", "people": "何伟", "how": "all", "within": "3", "overtime": "remind",
    "power": "approve", "on_self": "up", "on_empty": "named", "fallback": "陈立", "on_repeat": "ask", "duty": "pay",
    "hand_on": "unit", "level": "0", "share": "67", "when_0": "all",
}  # fmt: skip


@pytest.mark.parametrize(("label", "shown"), [("金额", "金额（元）"), ("预计金额（元）", "预计金额（元）")])
def test_an_amount_tells_its_unit_once(label: str, shown: str) -> None:
    field = control(Field(code="amount", label=label, kind=FieldKind.MONEY))
    assert field.label == shown


class Keeper:
    """李敏 keeps routes, and her browser."""

    def __init__(self, world: World) -> None:
        post = world.people[LI_MIN].appointments.get().post
        post.duties = [*post.duties, Duty.KEEP_ROUTES.value]
        post.save()
        self.client: Client = world.client(LI_MIN)
        self.world = world
        self.name = ""

    def started(self) -> None:
        answer = self.client.post(reverse("approvals:route-new"), {"title": "会议室借用"})
        assert answer.status_code == 303
        self.name = urlsplit(answer.url).path.split("/")[-3]

    @property
    def plan(self) -> Route:
        return queries.on_the_bench(queries.route_called(self.name)).plan

    @property
    def edition(self) -> str:
        return queries.edition(queries.on_the_bench(queries.route_called(self.name)))

    def page(self) -> str:
        return str(self.client.get(reverse("approvals:route-draft", args=[self.name])).content.decode())

    def put(self, part: str, ref: str = "", *, at: str = "", status: int = 303, **data: Any) -> str:
        """Send the form of a part."""
        named = (
            ("approvals:route-part", [self.name, part, ref])
            if ref
            else ("approvals:route-part-new", [self.name, part])
        )
        answer = self.client.post(reverse(named[0], args=named[1]) + at, {"edition": self.edition, **data})
        assert answer.status_code == status, answer.content.decode()
        return str(answer.content.decode())

    def press(self, act: str, code: str = "", **data: Any) -> None:
        sent = {"act": act, "code": code, "edition": self.edition, **data}
        answer = self.client.post(reverse("approvals:route-arrangement", args=[self.name]), sent)
        assert answer.status_code == 303

    def stage(self, code: str) -> Stage:
        found = grammar.editing.find(self.plan, code)
        assert isinstance(found, Stage)
        return found


@pytest.fixture
def keeper(world: World) -> Keeper:
    made = Keeper(world)
    made.started()
    return made


def test_from_a_blank_sheet_to_a_paper_on_its_way(world: World, keeper: Keeper) -> None:
    assert "加第一个环节" in keeper.page() and "发布</button>" not in keeper.page()
    keeper.put("stage", **STAGE)
    assert "检查通过" in keeper.page() and "科长审核" in keeper.page() and "<svg" in keeper.page()
    assert keeper.client.post(reverse("approvals:route-publication", args=[keeper.name])).status_code == 303
    form = {"title": "借会议室", "urgency": "0", "v_subject": "周一例会"}
    assert keeper.client.post(reverse("approvals:fill", args=[keeper.name]), form).status_code == 303
    assert "借会议室" in world.client(HE_WEI).get(reverse("approvals:papers")).content.decode()


def test_a_stage_is_what_was_chosen_and_comes_back_into_the_form(keeper: Keeper) -> None:
    keeper.put("field", label="金额", kind="money", needed="on")
    data = {
        **STAGE, "people": ["何伟", "陈立"], "how": "share", "share": "60", "when_1": "field1", "when_2": ">=",
        "when_3": "5000", "right_field1": "write", "right_subject": "hide",
    }  # fmt: skip
    keeper.put("stage", **data)
    made = keeper.stage("stage1")
    assert (made.who.kind, made.who.people) == (WhoKind.NAMED, ("hewei", "chenli"))
    assert (made.how, made.share, made.within, made.fallback) == (How.SHARE, 60, 3, ("chenli",))
    assert dict(made.rights) == {"field1": Right.WRITE, "subject": Right.HIDE}
    assert "金额 不少于 5,000 元" in keeper.page()
    shown = keeper.client.get(reverse("approvals:route-part", args=[keeper.name, "stage", "stage1"]))
    assert (
        shown.context["form"]["people"].value().startswith("何伟")
        and 'value="5000"' in shown.content.decode()
    )
    keeper.put("stage", "stage1", **{**data, "title": "改名"})
    assert keeper.stage("stage1") == type(made)(
        **{**{f: getattr(made, f) for f in made.__slots__}, "title": "改名"}
    )


def test_what_the_choice_asks_for_must_be_given(keeper: Keeper) -> None:
    told = keeper.put("stage", status=422, **{**STAGE, "people": "", "title": "", "fallback": ""})
    assert "请给这个环节起个名字" in told and told.count("fld--err") == 3
    assert not keeper.plan.body


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (("subject", ">=", "5"), "不是数目"), (("field1", "in", "5"), "是数目"), (("field1", ">=", "五"), "一个数目"),
        (("field1", ">=", ""), "和什么比较"), (("field2", "=", "无"), "只有这些选项"),
    ],
)  # fmt: skip
def test_a_condition_that_cannot_be_is_told(keeper: Keeper, row: tuple[str, str, str], fault: str) -> None:
    keeper.put("field", label="金额", kind="money", needed="on")
    keeper.put("field", label="类别", kind="choice", options="差旅\n会议")
    told = keeper.put("stage", status=422, **STAGE, when_1=row[0], when_2=row[1], when_3=row[2])
    assert fault in told


def test_branches_and_ways(keeper: Keeper) -> None:
    keeper.put("field", label="类别", kind="choice", options="差旅\n会议", needed="on")
    keeper.put("branch", title="差旅", when_0="any", when_1="field1", when_2="=", when_3="差旅")
    keeper.put("stage", at="?owner=choice1&way=0", **STAGE)
    keeper.put(
        "branch",
        "choice1",
        at="?way=1",
        title="会议",
        when_0="all",
        when_1="field1",
        when_2="in",
        when_3="会议",
    )
    keeper.put("stage", at="?owner=choice1&way=2", **{**STAGE, "title": "其他审核"})
    choice = grammar.editing.find(keeper.plan, "choice1")
    assert isinstance(choice, Choice) and [one.title for one in choice.branches] == ["差旅", "会议"]
    assert [one.code for one in choice.otherwise or ()] == ["stage2"]
    keeper.press("without-way", "choice1", owner="choice1", way="0")
    keeper.press("parallel")
    keeper.press("way", "parallel1")
    parallel = grammar.editing.find(keeper.plan, "parallel1")
    assert isinstance(parallel, Parallel) and len(parallel.branches) == 3
    keeper.put("group", title="会审")
    keeper.put("group", "part1", title="合同会审")
    assert "合同会审" in keeper.page() and "第3路" in keeper.page()


def test_moved_and_removed(keeper: Keeper) -> None:
    keeper.put("stage", **STAGE)
    keeper.put("stage", **{**STAGE, "title": "第二步"})
    keeper.press("up", "stage2")
    assert [one.code for one in keeper.plan.body] == ["stage2", "stage1"]
    keeper.press("remove", "stage1")
    assert [one.code for one in keeper.plan.body] == ["stage2"]


def test_the_check_tells_the_story_while_it_is_drawn_up(keeper: Keeper) -> None:
    keeper.put("field", label="金额", kind="money", needed="on")
    big = {"when_0": "all", "when_1": "field1", "when_2": ">=", "when_3": "50000"}
    keeper.put("stage", **STAGE)
    keeper.put("stage", **{**STAGE, "title": "集体决策", **big, "when_2": ">"})
    keeper.put("rule", title="五万元以上集体决策", stage="stage2", **big)
    shown = keeper.page()
    assert "现在这样走会出" in shown and "金额 50,000.00 元" in shown and "五万元以上集体决策" in shown
    assert "发布</button>" not in shown, "what has faults is not offered for publishing"
    keeper.put("stage", "stage2", **{**STAGE, "title": "集体决策", **big})
    assert "检查通过" in keeper.page()
    keeper.put("rule", "1", title="六万元以上集体决策", stage="stage2", **{**big, "when_3": "60000"})
    keeper.press("without-rule", "1")
    assert not keeper.plan.prescriptions


def test_fields_keep_the_codes_of_their_options(keeper: Keeper) -> None:
    keeper.put("field", label="类别", kind="choice", options="差旅\n会议", needed="on")
    assert "请至少写两个选项" in keeper.put(
        "field", "field1", status=422, label="类别", kind="choice", options="差旅"
    )
    keeper.put("field", "field1", label="费用类别", kind="choice", options="会议\n差旅\n培训")
    field = keeper.plan.fields[1]
    assert (field.label, field.required, len(field.choices)) == ("费用类别", False, 3)
    keeper.press("field-up", "field1")
    assert [one.code for one in keeper.plan.fields] == ["field1", "subject"]
    keeper.press("without-field", "field1")
    assert [one.code for one in keeper.plan.fields] == ["subject"]


def test_nobody_writes_over_what_another_has_saved(keeper: Keeper) -> None:
    seen = keeper.edition
    keeper.put("stage", **STAGE)
    told = keeper.put("stage", status=409, **{**STAGE, "title": "迟到的", "edition": seen})
    assert "刚被别人改过" in told and len(keeper.plan.body) == 1


def test_the_version_in_force_stays_until_the_draft_is_published_or_thrown_away(
    world: World, keeper: Keeper
) -> None:
    publish(LEAVE, at=now())
    keeper.name = "leave"
    assert "分支" in keeper.page() and "放弃草稿" not in keeper.page()
    keeper.put("heading", title="用印审批（新）")
    route = queries.route_called("leave")
    assert queries.current(route).number == 1 and keeper.plan.title == "用印审批（新）"
    assert keeper.client.post(reverse("approvals:route-discard", args=["leave"])).status_code == 303
    assert keeper.plan.title == "用印审批"
    answer = keeper.client.post(reverse("approvals:route-new"), {"title": "照着起草", "like": str(route.pk)})
    keeper.name = urlsplit(answer.url).path.split("/")[-3]
    assert keeper.plan.body == queries.current(route).plan.body
    keeper.client.post(reverse("approvals:route-discard", args=[keeper.name]))
    assert not queries.routes().filter(name=keeper.name).exists()


def test_only_who_keeps_routes(world: World, keeper: Keeper) -> None:
    for name in (CHEN_LI, HE_WEI):
        for url in ("route-draft", "route-arrangement", "route-discard"):
            client = world.client(name)
            method = client.get if url == "route-draft" else client.post
            assert method(reverse(f"approvals:{url}", args=[keeper.name])).status_code == 403


def test_what_is_not_in_the_route_is_not_found(keeper: Keeper) -> None:
    for part, ref in (
        ("stage", "gone"),
        ("field", "gone"),
        ("group", "gone"),
        ("branch", "gone"),
        ("rule", "7"),
        ("x", "y"),
    ):
        assert (
            keeper.client.get(reverse("approvals:route-part", args=[keeper.name, part, ref])).status_code
            == 404
        )


def test_conditions_of_several_groups_are_drawn_up_by_form_and_read_back(db: None) -> None:
    """五万元以上的采购，或者任何金额的工程: (amount and kind) or kind, without a line of JSON."""
    fields = (
        Field(code="amount", label="金额", kind=FieldKind.MONEY),
        Field(code="kind", label="类别", kind=FieldKind.CHOICE, choices=(("buy", "采购"), ("build", "工程"))),
    )
    control = ConditionField(fields)
    rows = [("amount", ">=", "50000"), ("kind", "=", "采购"), ("kind", "=", "工程")]
    given = control.clean(cells("grouped", rows, ["1", "1", "2"]))
    large, bought, built = (
        grammar.Test("amount", ">=", Decimal(50000)),
        grammar.Test("kind", "=", "buy"),
        grammar.Test("kind", "=", "build"),
    )
    assert given == ((large, bought), (built,))
    assert as_rows(given, fields) == cells("grouped", rows, ["1", "1", "2"])
    assert control.clean(as_rows(given, fields)) == given
    for join, wanted in (("all", ((large, bought, built),)), ("any", ((large,), (bought,), (built,)))):
        assert control.clean(cells(join, rows)) == wanted
        assert as_rows(wanted, fields) == cells(join, rows)
    four = tuple((large, grammar.Test("kind", "=", "buy")) for _ in range(4))
    assert as_rows(four, fields) is None and control.clean(cells("grouped", [])) == ()
