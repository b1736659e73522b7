"""Rules between fields drawn up by form: no line of JSON, and none that could not be kept."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from tests.approvals.conftest import publish
from tests.approvals.test_route_editor import STAGE, Keeper
from tests.world import World
from zhongshu.approvals import grammar, queries, registry
from zhongshu.approvals.grammar import Tie, TieKind
from zhongshu.kernel.clock import now

FIELDS = (("开始", "date"), ("结束", "date"), ("天数", "number"), ("货款", "money"), ("运费", "money"))
BEFORE = {"kind": "not_before", "field": "field2", "first": "field1", "when_0": "all"}
COUNTED = {"kind": "working_days", "field": "field3", "first": "field1", "last": "field2", "when_0": "all"}


@pytest.fixture
def keeper(world: World) -> Keeper:
    made = Keeper(world)
    made.started()
    for label, kind in FIELDS:
        made.put("field", label=label, kind=kind, needed="on")
    made.put("stage", **STAGE)
    return made


def test_drawn_up_changed_and_taken_out(keeper: Keeper) -> None:
    keeper.put("tie", **BEFORE, parts=["field4"], last="field1")
    when = {"when_1": "subject", "when_2": "=", "when_3": "年休假"}
    keeper.put("tie", **{**COUNTED, **when})
    assert keeper.plan.ties == (
        Tie("field2", TieKind.NOT_BEFORE, ("field1",)),
        Tie(
            "field3", TieKind.WORKING_DAYS, ("field1", "field2"), ((grammar.Test("subject", "=", "年休假"),),)
        ),
    )
    shown = keeper.page()
    assert "结束不早于开始" in shown and "天数等于开始、结束之间的工作日（事由 是 年休假）" in shown
    form = keeper.client.get(reverse("approvals:route-part", args=[keeper.name, "tie", "2"])).content.decode()
    assert 'value="working_days" checked' in form.replace('id="id_kind_1" ', "") and 'value="年休假"' in form
    keeper.put("tie", "2", kind="sum", field="field3", parts=["field4", "field5"], when_0="all")
    assert keeper.plan.ties[1] == Tie("field3", TieKind.SUM, ("field4", "field5"))
    keeper.press("without-tie", "1")
    assert [one.kind for one in keeper.plan.ties] == [TieKind.SUM]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({**BEFORE, "first": ""}, "请选择。"),
        ({**COUNTED, "last": ""}, "请选择。"),
        ({**COUNTED, "field": "field1"}, "“开始”的规则“工作日天数”不能用在“开始”上"),
        ({**BEFORE, "first": "field2"}, "写了它自己"),
        ({"kind": "sum", "field": "field4", "when_0": "all"}, "请选择。"),
        ({"kind": "sum", "field": "field4", "parts": ["field4"], "when_0": "all"}, "写了它自己"),
    ],
)
def test_what_could_not_be_kept_is_told_at_its_field(keeper: Keeper, data: dict[str, Any], told: str) -> None:
    assert told in keeper.put("tie", status=422, **data)
    assert not keeper.plan.ties


def test_a_field_is_not_taken_out_from_under_what_rests_on_it(keeper: Keeper) -> None:
    """It would leave a condition that no form could show any more."""
    keeper.put("tie", **BEFORE)
    keeper.put("stage", "stage1", **STAGE, when_1="field4", when_2=">=", when_3="5", right_field5="hide")
    for code, where in (("field1", "栏目之间的第 1 条规则"), ("field4", "环节“科长审核”的条件")):
        sent = {"act": "without-field", "code": code, "edition": keeper.edition}
        answer = keeper.client.post(reverse("approvals:route-arrangement", args=[keeper.name]), sent)
        assert answer.status_code == 409 and f"还不能删：{where}用着它" in answer.content.decode()
    keeper.press("without-field", "field5")
    assert not keeper.stage("stage1").rights and "表单里却没有这个栏目" not in keeper.page()


def test_what_is_in_force_keeps_its_rules_until_the_draft_is_published(keeper: Keeper) -> None:
    publish = reverse("approvals:route-publication", args=[keeper.name])
    keeper.put("tie", **BEFORE)
    assert "此前仍按" not in keeper.page() and keeper.client.post(publish).status_code == 303
    keeper.press("without-tie", "1")
    assert "发布以后新提交的单据才按这里查，此前仍按第 1 版" in keeper.page()
    assert len(queries.current(queries.route_called(keeper.name)).plan.ties) == 1
    keeper.client.post(publish)
    assert not queries.current(queries.route_called(keeper.name)).plan.ties


def test_a_house_begins_with_the_routes_that_come_with_it(keeper: Keeper) -> None:
    """Without a line of JSON: the route of claims under the name by which claims find it, its kind kept."""
    new = reverse("approvals:route-new")
    assert "随系统提供的" in keeper.client.get(new).content.decode()
    answer = keeper.client.post(new, {"title": "", "like": "expense-claim"})
    assert urlsplit(answer.url).path.endswith("/routes/expense-claim/draft/")
    assert queries.on_the_bench(queries.route_called("expense-claim")).plan.kind == "claim"
    assert keeper.client.post(new, {"title": "", "like": "expense-claim"}).status_code == 422, (
        "it is there now"
    )
    assert "请写这条路线办什么事。" in keeper.client.post(new, {"title": ""}).content.decode()


def test_rules_that_came_to_a_route_since_it_was_published_are_told(keeper: Keeper) -> None:
    old = {**registry.shipped()["leave"], "ties": []}
    stages = [{**one, "on_empty": "named", "fallback": ["chenli", "hewei"]} for one in old["body"]]
    publish({**old, "body": stages}, at=now())
    keeper.name = "leave"
    page = reverse("approvals:route", args=["leave"])
    told = keeper.client.get(page).content.decode()
    assert "随系统提供的这条路线现在还核对" in told and "结束日期不早于开始日期" in told
    keeper.press("shipped-ties")
    assert len(keeper.plan.ties) == 3 and "随系统提供的这条路线还核对" not in keeper.page()
    assert "现在还核对" in keeper.client.get(page).content.decode(), "until it is published"
    keeper.client.post(reverse("approvals:route-publication", args=["leave"]))
    assert "现在还核对" not in keeper.client.get(page).content.decode()
