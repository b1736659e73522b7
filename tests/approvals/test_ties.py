"""Rules between the fields of a form: days that agree with dates, sums with their parts."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from tests.approvals.conftest import LEAVE, publish
from tests.approvals.office import Office
from tests.approvals.routes import route, stage
from tests.approvals.routes import test as condition
from tests.approvals.test_checks import found
from tests.refusing import refused
from tests.world import HE_WEI, LI_MIN, World
from zhongshu import approvals
from zhongshu.approvals import grammar
from zhongshu.approvals.grammar import Malformed
from zhongshu.approvals.models import Approval
from zhongshu.kernel.clock import now
from zhongshu.kernel.worktime import Calendar, DayKind, SpecialDay
from zhongshu.org.models import Duty, Post

SHIPPED = Path(approvals.__file__).parent / "routes" / "leave.json"
OFF = {date(2026, 10, n): SpecialDay(DayKind.HOLIDAY, "国庆节") for n in range(1, 8)}
CALENDAR = Calendar({**OFF, date(2026, 10, 10): SpecialDay(DayKind.MAKE_UP)}, frozenset({2026}))


def judged(ties: list[dict[str, Any]], fields: dict[str, str], **told: str) -> dict[str, str]:
    """What is wrong with a form of ``fields`` (code: kind) filled in as ``told``."""
    spec = [{"code": code, "label": code, "kind": kind} for code, kind in fields.items()]
    return grammar.untied(route(stage("a", 2), fields=spec, ties=ties), told, lambda: CALENDAR)


def leave(kind: str, first: str, last: str, days: str) -> dict[str, str]:
    plan = grammar.read(json.loads(SHIPPED.read_text()))
    told = {"kind": kind, "from_day": first, "until_day": last, "days": days, "reason": "休假"}
    return grammar.untied(plan, told, lambda: CALENDAR)


class TestLeave:
    @pytest.mark.parametrize(
        ("kind", "first", "last", "days"),
        [
            ("annual", "2026-09-21", "2026-09-25", "5"),
            ("annual", "2026-09-21", "2026-09-25", "4.5"),
            (
                "private",
                "2026-09-30",
                "2026-10-10",
                "4",
            ),  # the holiday rests, the Saturday behind it is worked
            ("private", "2026-09-21", "2026-09-21", "0.5"),
            ("sick", "2026-09-25", "2026-09-28", "2"),  # by working days
            ("sick", "2026-09-25", "2026-09-28", "4"),  # by all of them
            ("other", "2026-09-25", "2026-09-28", "3"),
        ],
    )
    def test_days_that_agree_with_the_dates(self, kind: str, first: str, last: str, days: str) -> None:
        assert leave(kind, first, last, days) == {}

    @pytest.mark.parametrize(
        ("kind", "days", "told"),
        [
            ("annual", "3", "2026-09-21至2026-09-27有 5 个工作日，天数要与它一致（含半天的少填 0.5）。"),
            ("annual", "7", "有 5 个工作日"),
            ("private", "4.7", "有 5 个工作日"),
            ("private", "", "有 5 个工作日"),
            ("sick", "8", "共 7 天，其中工作日 5 天，天数要在两者之间。"),
            ("sick", "-1", "要在两者之间"),
        ],
    )
    def test_days_that_do_not(self, kind: str, days: str, told: str) -> None:
        assert told in leave(kind, "2026-09-21", "2026-09-27", days)["days"]

    def test_it_does_not_end_before_it_begins(self) -> None:
        assert leave("annual", "2026-09-22", "2026-09-21", "1") == {
            "until_day": "结束日期不能早于开始日期（2026-09-22）。"
        }

    def test_what_is_wrong_in_itself_is_not_judged(self) -> None:
        assert leave("annual", "2026年9月", "2026-09-21", "1") == {}
        assert leave("annual", "", "", "") == {}


class TestSums:
    TIE = [{"field": "all", "kind": "sum", "of": ["a", "b"]}]
    FIELDS = {"a": "money", "b": "number", "all": "money"}

    def test_the_sum_of_its_parts(self) -> None:
        assert judged(self.TIE, self.FIELDS, a="100.50", b="2", all="102.5") == {}
        assert judged(self.TIE, self.FIELDS, a="100.50", all="100.50") == {}
        assert judged(self.TIE, self.FIELDS) == {}

    def test_no_other(self) -> None:
        assert judged(self.TIE, self.FIELDS, a="1000.50", b="2", all="1002") == {
            "all": "all要等于a、b之和 1,002.50。"
        }
        assert "之和 5。" in judged(self.TIE, self.FIELDS, b="5")["all"]


class TestChecked:
    FORM = [
        {"code": "day", "label": "开始", "kind": "date"},
        {"code": "end", "label": "结束", "kind": "date"},
        {"code": "days", "label": "天数", "kind": "number"},
        {"code": "why", "label": "事由"},
    ]

    def faults(self, **tie: Any) -> dict[str, Any]:
        return found(route(stage("a", 2), fields=self.FORM, ties=[tie]))

    def test_a_field_that_is_not_there(self) -> None:
        fault = self.faults(field="end", kind="not_before", of=["begin"])["unknown_field"]
        assert "栏目之间的规则用到表单里没有的栏目“begin”" in fault.story
        assert "unknown_field" in self.faults(
            field="days", kind="days", of=["day", "end"], when=[condition("kind", "=", "x")]
        )

    def test_one_of_another_kind_or_too_few(self) -> None:
        fault = self.faults(field="why", kind="working_days", of=["day", "end"])["tied_to_another_kind"]
        assert "“事由”的规则“工作日天数”不能用在“事由”上" in fault.story
        assert "tied_to_another_kind" in self.faults(field="days", kind="sum", of=["day"])
        assert "tied_to_nothing" in self.faults(field="days", kind="days", of=["day"])
        assert "tied_to_nothing" in self.faults(field="end", kind="not_before", of=["end"])

    def test_the_shipped_ones_are_sound_and_are_read_as_written(self) -> None:
        plan = grammar.read(json.loads(SHIPPED.read_text()))
        assert len(plan.ties) == 3 and grammar.read(grammar.written(plan)) == plan

    @pytest.mark.parametrize("tie", [{"field": "end"}, {"kind": "days"}, {"field": "a", "kind": "after"}, 7])
    def test_what_is_no_rule_is_told(self, tie: Any) -> None:
        with pytest.raises(Malformed, match="ties"):
            route(stage("a", 2), fields=self.FORM, ties=[tie])


SPAN = {
    **LEAVE,
    "name": "span",
    "fields": [*LEAVE["fields"], *TestChecked.FORM[:2]],
    "ties": [{"field": "end", "kind": "not_before", "of": ["day"]}],
    "body": [{**LEAVE["body"][0], "rights": {"end": "write"}}],
}


@pytest.mark.django_db
class TestOnPaper:
    @pytest.fixture
    def office(self, world: World) -> Office:
        publish(SPAN, at=now())
        return Office(world)

    def test_the_form_tells_it_at_the_field_and_keeps_what_was_typed(self, office: Office) -> None:
        client = office.world.client(LI_MIN)
        given = {"title": "外出", "urgency": "0", "v_subject": "外出", "v_copies": "1", "v_day": "2026-09-22"}
        answer = client.post(reverse("approvals:fill", args=["span"]), {**given, "v_end": "2026-09-21"})
        told = answer.content.decode()
        assert answer.status_code == 422 and not Approval.objects.exists()
        assert "结束不能早于开始（2026-09-22）。" in told and 'value="2026-09-21"' in told
        draft = client.post(
            reverse("approvals:fill", args=["span"]), {**given, "v_end": "2026-09-21", "draft": "1"}
        )
        assert draft.status_code == 303, "a draft may be wrong"

    def test_nor_by_another_door_nor_when_corrected(self, office: Office) -> None:
        values = {"subject": "外出", "copies": "1", "day": "2026-09-22", "end": "2026-09-21"}
        with refused("form_has_faults") as no:
            office.hand_in("span", values=values)
        assert set(no.value.fields) == {"end"}
        paper = office.hand_in("span", values={**values, "end": "2026-09-23"})
        with refused("form_has_faults") as no:
            office.act("agree", HE_WEI, paper, changes={"end": "2026-09-21"})
        assert set(no.value.fields) == {"end"}
        office.act("agree", HE_WEI, paper, changes={"end": "2026-09-24"})
        assert Approval.objects.get(pk=paper.pk).values["end"] == "2026-09-24"

    def test_the_page_of_the_route_tells_them(self, office: Office) -> None:
        keeper = office.world.client(LI_MIN)
        assert "结束不早于开始" in keeper.get(reverse("approvals:route", args=["span"])).content.decode()
        post = Post.objects.get(appointments__person=office.people[LI_MIN])
        post.duties = [*post.duties, Duty.KEEP_ROUTES]
        post.save()
        draft = keeper.get(reverse("approvals:route-draft", args=["span"])).content.decode()
        assert "结束不早于开始" in draft and "加规则" in draft
