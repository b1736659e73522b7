"""The form of a paper whose drafter names approvers: whom it offers, when it asks, what it says."""

from typing import Any

import pytest
from django.urls import reverse

from tests.approvals.office import FORM, QIN_LAN, Office
from tests.approvals.routes import route, stage
from tests.approvals.routes import test as condition
from tests.refusing import refused
from tests.world import AT, HE_WEI, LI_MIN, LUO_KAI, SHEN_JING, World
from zhongshu.approvals import queries, services
from zhongshu.approvals.forms.choosing import Choosing
from zhongshu.approvals.forms.paper import PaperForm
from zhongshu.approvals.models import Approval

PEOPLE = [(1, "李敏（督查科）"), (2, "何伟（督查科）"), (3, "陈立（市委办）")]
NUMBERS = {1: "n1", 2: "n2", 3: "n3"}


def chosen(code: str, *pool: str, **more: Any) -> dict[str, Any]:
    who = {"kind": "chosen", "people": list(pool)}
    return {"type": "stage", "code": code, "title": f"环节{code}", "who": who, **more}


LARGE = [condition("amount", ">=", 50000)]
SMALL = {"title": "小额", "when": [condition("amount", "<", 100)], "body": [chosen("small")]}
PLAN = route(
    chosen("open"),
    chosen("pool", "n2", "n3"),
    chosen("large", when=LARGE),
    {"type": "choice", "code": "size", "branches": [SMALL], "otherwise": []},
    stage("z", 9),
)


def form(draft: bool = False, **given: str) -> PaperForm:
    data = {"title": "借用会议室", "urgency": "0", "v_amount": "1200", **given}
    made = PaperForm(data, {}, plan=PLAN, people=PEOPLE, numbers=NUMBERS, draft=draft)
    made.is_valid()
    return made


def test_it_asks_for_those_whom_the_paper_comes_to() -> None:
    assert {name for name in form().errors if name.startswith("c_")} == {"c_open", "c_pool"}
    assert "c_large" in form(v_amount="50000").errors
    assert "c_small" in form(v_amount="99").errors
    assert not any(name.startswith("c_") for name in form(draft=True).errors)


def test_whom_it_offers() -> None:
    filled = form(c_open="李敏", c_pool="何伟、陈立（市委办）")
    assert "c_pool" not in filled.errors
    assert filled.chosen() == {"open": ["n1"], "pool": ["n2", "n3"], "large": [], "small": []}
    assert "没有找到“李敏”" in str(form(c_open="李敏", c_pool="李敏").errors["c_pool"])


@pytest.mark.parametrize(
    ("code", "required", "told"),
    [
        ("open", True, "由您选择"),
        ("pool", True, "从何伟（督查科）、陈立（市委办）中选"),
        ("large", False, "由您选择"),
    ],
)
def test_what_it_says_beside_each(code: str, required: bool, told: str) -> None:
    (one,) = [one for one in Choosing(PLAN, PEOPLE, NUMBERS).stages if one.code == code]
    field = Choosing(PLAN, PEOPLE, NUMBERS).field(one, draft=False)
    assert field.required is required and told in str(field.help_text)
    assert str(getattr(field, "needed", "")) == ("" if required else "走到这一环节时必填")


@pytest.mark.django_db
class TestAtEveryDoor:
    """What the form of the page asks, no other way in gets around; and it is asked only where there is such a form."""

    @pytest.fixture
    def office(self, world: World) -> Office:
        return Office(world)

    def hand_in(self, office: Office, route: str, **names: list[str]) -> Approval:
        numbers = {code: [office.people[one].staff_number for one in who] for code, who in names.items()}
        return services.submit(
            actor=office.actor(LI_MIN), route=route, title="借车", body="", values=FORM, chosen=numbers, at=office.at
        )  # fmt: skip

    def test_nobody_named_is_refused_though_the_stage_could_be_skipped(self, office: Office) -> None:
        route = office.route(chosen("a", on_empty="skip"), office.stage("b", HE_WEI))
        for named in ({}, {"a": []}, {"a": [LUO_KAI]}):
            with refused("form_has_faults") as no:
                self.hand_in(office, route, **named)
            assert no.value.fields == {"chosen.a": "请选择“环节a”由谁审批。"}
        assert office.asked(self.hand_in(office, route, a=[QIN_LAN])) == {QIN_LAN}

    def test_a_kind_whose_form_does_not_ask_is_told_so(self, office: Office) -> None:
        plan = route(chosen("a", "sp1"), kind="claim")
        told = queries.faults_of(plan, None, AT.date())
        assert [one.code for one in told if one.code == "chosen_nowhere"] and "不能选人" in told[0].story
        plain = queries.faults_of(route(chosen("a", "sp1")), None, AT.date())
        assert "chosen_nowhere" not in [one.code for one in plain]

    def test_who_audits_is_neither_offered_nor_taken_unless_it_is_that_or_he_is_named(
        self, office: Office
    ) -> None:
        free = office.route(chosen("a"), office.stage("b", HE_WEI))
        form = office.world.client(LI_MIN).get(reverse("approvals:fill", args=[free])).context["form"]
        offered = {label.partition("（")[0] for _pk, label in form.fields["c_a"].people}
        assert QIN_LAN in offered and not offered & {SHEN_JING, LUO_KAI}
        with refused("form_has_faults"):
            self.hand_in(office, free, a=[SHEN_JING])
        for audit in (chosen("a", power="audit"), chosen("a", "shenjing")):
            route = office.route(audit, office.stage("b", HE_WEI, power=""))
            paper = self.hand_in(office, route, a=[SHEN_JING])
            assert office.asked(paper) == {SHEN_JING}
