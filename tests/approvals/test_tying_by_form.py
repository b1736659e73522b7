"""Rules between fields drawn up by form: no line of JSON, and none that could not be kept."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from tests.approvals.conftest import publish
from tests.approvals.test_route_editor import STAGE, Keeper
from tests.world import LI_MIN, World
from zhongshu.approvals import grammar, queries, registry, services
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
    assert "随系统提供的这条路线现在还有" in told and "结束日期不早于开始日期" in told
    keeper.press("shipped")
    assert len(keeper.plan.ties) == 3 and "随系统提供的这条路线还有" not in keeper.page()
    assert "现在还有" in keeper.client.get(page).content.decode(), "until it is published"
    keeper.client.post(reverse("approvals:route-publication", args=["leave"]))
    assert "现在还有" not in keeper.client.get(page).content.decode()


def test_fields_that_came_to_a_route_are_put_in_force_by_one_press(keeper: Keeper) -> None:
    """A running paper keeps its version; a new one is asked what the house's form asks by now."""
    name, news = _trip_of_old(keeper), ("同行人员", "事后补办原因")
    page, renew = (reverse(f"approvals:route{one}", args=[name]) for one in ("", "-renewal"))
    drafter = keeper.world.actor(LI_MIN)
    running = services.submit(actor=drafter, route=name, title="赴省城", body="", values=TRIP, at=now())
    told = keeper.client.get(page).content.decode()
    assert all(f"栏目“{one}”（可不填）" in told for one in news) and "加上，发布新版" in told
    assert "有新内容" in keeper.client.get(reverse("approvals:routes")).content.decode()
    assert keeper.client.post(renew).status_code == 303
    plan = queries.current(queries.route_called(name)).plan
    assert [one.label for one in plan.fields][-2:] == list(news)
    assert plan.body == grammar.read(_old_trip()).body, "all else stays"
    told = keeper.client.get(page).content.decode()
    assert "现在还有" not in told and "第 2 版" in told
    assert "有新内容" not in keeper.client.get(reverse("approvals:routes")).content.decode()
    running.refresh_from_db()
    assert running.version.number == 1 and keeper.client.post(renew).status_code == 409


def test_what_an_office_has_left_out_stays_out(keeper: Keeper) -> None:
    name = keeper.name = _trip_of_old(keeper)
    keeper.client.post(reverse("approvals:route-renewal", args=[name]))
    keeper.press("without-field", "companions")
    keeper.client.post(reverse("approvals:route-publication", args=[name]))
    route = queries.route_called(name)
    assert len(queries.current(route).plan.fields) == 7
    assert "现在还有" not in keeper.client.get(reverse("approvals:route", args=[name])).content.decode()
    assert not queries.outdated([route])


def test_a_draft_in_hand_is_not_gone_past(keeper: Keeper) -> None:
    """What somebody is changing is not overtaken: he adds it to his draft."""
    name = keeper.name = _trip_of_old(keeper)
    keeper.press("field-up", "reason")
    told = keeper.client.get(reverse("approvals:route", args=[name])).content.decode()
    assert "要用，请在草稿里加上，再发布" in told and "加上，发布新版" not in told
    assert keeper.client.post(reverse("approvals:route-renewal", args=[name])).status_code == 409
    keeper.press("shipped")
    assert "companions" in {one.code for one in keeper.plan.fields} and "还有：" not in keeper.page()


def test_another_form_under_the_same_name_is_let_alone(keeper: Keeper) -> None:
    publish({**_old_trip(), "fields": [{"code": "place", "label": "去哪里"}], "ties": []}, at=now())
    assert not queries.outdated([queries.route_called("trip")])


TRIP = {
    "place": "省城", "reason": "开会", "from_day": "2026-10-12", "until_day": "2026-10-13",
    "vehicle": "train", "estimate": "800",
}  # fmt: skip


def _old_trip() -> dict[str, Any]:
    """The route of trips as it came with the house before, with somebody to fall back on everywhere."""
    spec = registry.shipped()["trip"]
    stages = [{**one, "on_empty": "named", "fallback": ["chenli", "hewei"]} for one in spec["body"]]
    return {**spec, "fields": spec["fields"][:6], "body": stages}


def _trip_of_old(keeper: Keeper) -> str:
    publish(_old_trip(), at=now())
    return "trip"
