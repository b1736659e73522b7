"""Parts that routes share (引用子流程): called by name, put in when published, checked and drawn whole."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.urls import reverse

from tests.approvals.conftest import later, publish
from tests.approvals.office import FANG_QING, LIU_QING, QIN_LAN, SU_YANG, Office
from tests.approvals.routes import route, stage
from tests.approvals.routes import test as condition
from tests.approvals.test_route_editor import Keeper
from tests.refusing import refused
from tests.world import AT, HE_WEI, LI_MIN, World
from zhongshu.approvals import grammar, queries, services
from zhongshu.approvals.grammar import bpmn
from zhongshu.approvals.models import RouteVersion
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Refusal

FIELDS = [{"code": "subject", "label": "事由"}, {"code": "amount", "label": "金额", "kind": "money"}]


def call(code: str = "both", part: str = "countersign", title: str = "分管会签") -> dict[str, Any]:
    return {"type": "group", "code": code, "title": title, "route": part}


class TestPutIn:
    """The grammar alone."""

    PART = route(
        stage("a", 2), stage("b", 3, when=[condition("amount", ">", 10)]), kind="part", name="countersign"
    )

    def test_under_the_code_of_the_call_so_that_it_can_be_called_twice(self) -> None:
        plan = grammar.resolved(route(call("x"), stage("z", 4), call("y")), lambda name: (self.PART, 3))
        assert list(grammar.Flow(plan).stages) == ["x.a", "x.b", "z", "y.a", "y.b"]
        assert [(one.code, one.version) for one in grammar.calls(plan)] == [("x", 3), ("y", 3)]
        assert grammar.read(grammar.written(plan)) == plan

    def test_taken_out_again_nothing_is_left_of_it(self) -> None:
        bare = route(stage("z", 4), call())
        ruled = {"title": "须会签", "when": [condition("amount", ">", 10)], "stage": "b"}
        part = grammar.read({**grammar.written(self.PART), "prescriptions": [ruled]})
        whole = grammar.resolved(bare, lambda name: (part, 1))
        assert [one.stage for one in whole.prescriptions] == ["both.b"]
        assert grammar.folded(whole) == bare
        assert grammar.resolved(whole, lambda name: (part, 1)) == whole

    def test_what_is_not_there_and_what_calls_back(self) -> None:
        with pytest.raises(grammar.Unresolved) as gone:
            grammar.resolved(route(call()), lambda name: None)
        assert not gone.value.itself
        back = route(call("c", part="walked"), kind="part", name="countersign")
        with pytest.raises(grammar.Unresolved) as loop:
            grammar.resolved(route(call()), lambda name: (back, 1))
        assert loop.value.itself
        with pytest.raises(grammar.Unresolved) as itself:
            grammar.resolved(route(call(part="walked")), lambda name: None)
        assert itself.value.itself, "though it is not published yet"

    def test_bpmn_tells_the_part_and_its_version(self) -> None:
        plan = grammar.resolved(route(call(), stage("z", 4)), lambda name: (self.PART, 3))
        (part,) = ET.fromstring(grammar.export(plan)).iter(f"{{{bpmn.BPMN}}}subProcess")
        told = [part.get(f"{{{bpmn.ZHONGSHU}}}{name}") for name in ("route", "version")]
        assert [part.get("name"), *told] == ["分管会签", "countersign", "3"]
        assert [one.get("name") for one in part.iter(f"{{{bpmn.BPMN}}}userTask")] == ["环节a", "环节b"]


def shared(office: Office, *body: dict[str, Any], name: str = "countersign") -> None:
    publish({"name": name, "title": "分管会签", "kind": "part", "fields": FIELDS, "body": list(body)})


@pytest.fixture
def office(world: World) -> Office:
    made = Office(world)
    shared(made, made.stage("a", LIU_QING), made.stage("b", QIN_LAN))
    return made


def whole(name: str, number: int = 1) -> list[str]:
    plan = RouteVersion.objects.get(route__name=name, number=number).plan
    return list(grammar.Flow(plan).stages)


@pytest.mark.django_db
class TestInForce:
    def test_the_main_way_waits_for_the_part_it_calls(self, office: Office) -> None:
        paper = office.paper(office.stage("first", HE_WEI), call(), office.stage("last", FANG_QING))
        for name in (HE_WEI, LIU_QING, QIN_LAN):
            assert office.asked(paper) == {name}
            office.agree(paper, name)
        assert office.asked(paper) == {FANG_QING}

    def test_a_running_paper_and_a_published_route_keep_the_version_they_have(self, office: Office) -> None:
        name = office.route(call(), office.stage("last", FANG_QING))
        before = office.hand_in(name)
        shared(office, office.stage("a", SU_YANG))
        between = office.hand_in(name)
        assert office.asked(before) == office.asked(between) == {LIU_QING}
        spec = grammar.written(queries.route_called(name).current.plan)  # type: ignore[union-attr]
        services.draft_route(actor=SYSTEM, spec=spec, at=later(1))
        assert whole(name, 2) == ["last"]  # a draft holds the call only
        services.publish_route(actor=SYSTEM, name=name, at=later(1))
        assert (whole(name, 1), whole(name, 2)) == (["both.a", "both.b", "last"], ["both.a", "last"])
        assert office.asked(office.hand_in(name)) == {SU_YANG}
        office.agree(before, LIU_QING, QIN_LAN, FANG_QING)
        assert office.status(before) == "approved"

    def test_what_the_part_does_is_checked_in_its_caller(self, office: Office) -> None:
        """F-01: what is sound alone may meet other powers where it is called."""
        with refused("route_has_faults", Refusal, match="职权|既办"):
            office.route(call(), office.stage("pay", LIU_QING, power="pay"))

    def test_a_part_that_is_not_in_force_is_told(self, office: Office) -> None:
        with refused("route_has_faults", Refusal, match="没有发布"):
            office.route(call(part="nowhere"))
        services.withdraw_route(actor=SYSTEM, name="countersign", reason="不用了", at=AT)
        with refused("route_has_faults", Refusal, match="已经停用"):
            office.route(call())

    def test_nothing_calls_itself_through_others(self, office: Office) -> None:
        shared(office, call("again"), name="outer")
        with refused("route_has_faults", Refusal, match="没完没了"):
            shared(office, call("back", part="outer"))

    def test_no_paper_is_started_along_a_part(self, office: Office) -> None:
        with refused("route_not_open", Refusal):
            office.hand_in("countersign")
        assert "countersign" not in [one.name for one in queries.startable(office.actor(LI_MIN), "request")]


@pytest.mark.django_db
class TestPages:
    def test_both_tell_of_each_other_and_of_a_newer_version(self, office: Office) -> None:
        name, client = office.route(call()), office.world.client(LI_MIN)
        assert "第 1 版" in client.get(reverse("approvals:route", args=[name])).content.decode()
        shared(office, office.stage("a", SU_YANG))
        shown = client.get(reverse("approvals:route", args=[name])).content.decode()
        assert "已有第 2 版，重新发布本路线后才用它" in shown and 'class="flow__part"' in shown
        part = client.get(reverse("approvals:route", args=["countersign"])).content.decode()
        assert f"路线{name}" in part and "只作子流程" in part

    def test_its_draft_says_that_it_is_no_route_of_its_own(self, office: Office) -> None:
        keeper = Keeper(office.world)
        keeper.started()
        assert "只作子流程" not in keeper.page() and "发布子流程" not in keeper.page()
        draft = reverse("approvals:route-draft", args=["countersign"])
        bench = keeper.client.get(draft).content.decode()
        assert "只作子流程" in bench and "不能单独用来提交审批" in bench and "发布子流程" not in bench
        services.draft_route(actor=SYSTEM, spec=queries.route_called("countersign").current.spec, at=later(1))
        assert "发布子流程" in keeper.client.get(draft).content.decode()

    def test_drawn_up_by_form(self, office: Office) -> None:
        keeper = Keeper(office.world)
        keeper.started()
        at = reverse("approvals:route-part-new", args=[keeper.name, "call"])
        assert "分管会签" in keeper.client.get(at).content.decode()
        keeper.put("call", route="countersign", title="")
        shown = keeper.page()
        assert "引用子流程“分管会签”，发布时编入" in shown and "环节a" in shown
        services.publish_route(actor=SYSTEM, name=keeper.name, at=later(2))
        assert whole(keeper.name) == ["call1.a", "call1.b"]
