"""The page of a route: its files for other programs, an import, putting it in force and out of it again."""

import json
from typing import Any

import pytest
from django.test import Client

from tests.approvals.conftest import LEAVE, publish
from tests.world import HE_WEI, LI_MIN, World
from zhongshu.approvals import services
from zhongshu.approvals.models import Route
from zhongshu.kernel.clock import now
from zhongshu.org.models import Appointment, Duty

pytestmark = pytest.mark.django_db
PAGE = "/approvals/routes/trip/"
TRIP = {**LEAVE, "name": "trip"}


@pytest.fixture
def keeper(world: World) -> Client:
    """何伟 keeps routes, too."""
    post = Appointment.objects.get(person=world.people[HE_WEI]).post
    post.duties = [*post.duties, str(Duty.KEEP_ROUTES)]
    post.save()
    return world.client(HE_WEI)


@pytest.fixture
def published(keeper: Client) -> Client:
    """What 何伟 brought in from a file is in force."""
    keeper.post("/approvals/routes/import/", {"text": json.dumps(TRIP)})
    assert keeper.post(f"{PAGE}publication/").status_code == 303
    return keeper


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_what_is_given_out_can_be_brought_in_again(published: Client) -> None:
    given = published.get(f"{PAGE}1/json/")
    assert "trip-v1.json" in given["Content-Disposition"]
    assert [field["label"] for field in json.loads(given.content)["fields"]] == ["用印事由", "份数"]
    assert published.post("/approvals/routes/import/", {"text": text(given)}).status_code == 303
    assert published.get(f"{PAGE}2/json/").content == given.content
    assert b"<bpmn" in published.get(f"{PAGE}1/bpmn/").content
    for missing in ("3/json/", "1/xml/"):
        assert published.get(f"{PAGE}{missing}").status_code == 404


def test_a_new_version_begins_with_the_text_of_the_old(published: Client) -> None:
    page = published.get("/approvals/routes/import/?from=trip")
    given = published.get(f"{PAGE}1/json/")
    assert json.loads(page.context["form"]["text"].value()) == json.loads(given.content)
    assert published.get("/approvals/routes/import/?from=nowhere").status_code == 404


def test_it_is_withdrawn_with_a_reason_and_by_its_keeper(world: World, published: Client) -> None:
    assert published.post(f"{PAGE}withdrawal/", {"reason": " "}).status_code == 422
    assert world.client(LI_MIN).post(f"{PAGE}withdrawal/", {"reason": "改用新路线"}).status_code == 403
    assert Route.objects.get(name="trip").withdrawn_at is None
    done = published.post(f"{PAGE}withdrawal/", {"reason": "改用新路线"}, follow=True)
    assert "已停用" in text(done)
    assert Route.objects.get(name="trip").withdrawn_at is not None


def test_all_that_a_stage_does_is_read_before_anybody_hands_in(published: Client) -> None:
    """Its special cases, its rights to fields, whom and where it names, what must be passed: for everybody, in words."""
    asked = {
        "type": "stage", "code": "named", "title": "会办", "who": {"kind": "named", "people": ["hewei", "gone"]},
        "on_self": "refuse", "on_empty": "named", "fallback": ["chenli"], "on_repeat": "once", "overtime": "return",
        "rights": {"subject": "write", "copies": "hide"},
    }  # fmt: skip
    pooled = {**asked, "code": "pooled", "title": "选办", "who": {"kind": "chosen", "people": ["hewei"]}}
    there = {
        **asked,
        "code": "there",
        "title": "督办",
        "who": {"kind": "duty", "duty": "supervise", "unit": "JYJ"},
    }
    many = [{"field": "copies", "operator": ">=", "value": 10}]
    rule = {"title": "多了要会办", "when": many, "stage": "named"}
    spec = {**TRIP, "body": [asked, pooled, there], "prescriptions": [rule]}
    assert published.post("/approvals/routes/import/", {"text": json.dumps(spec)}).status_code == 303
    assert "走“十份以上”这一支" in text(published.get(PAGE)), "in force is the old one"
    shown = text(published.get(f"{PAGE}?version=2"))
    for words in (
        "何伟、工号gone", "由提交人从何伟中选", "的人（澄江市教育局）", "不让提交", "交给陈立", "本次提交后同意过的，跳过",
        "自动退回提交人", "可改：用印事由", "不让看：份数", "份数 不少于 10：必须经过“会办”",
    ):  # fmt: skip
        assert words in shown, words


def test_a_paper_leads_to_the_version_it_goes_by(world: World, published: Client) -> None:
    paper = services.submit(
        actor=world.actor(LI_MIN), route="trip", title="用印", body="", values={"subject": "通报", "copies": "1"},
        at=now(),
    )  # fmt: skip
    publish({**TRIP, "title": "新版"}, at=now())
    shown = text(world.client(LI_MIN).get(f"/approvals/{paper.pk}/"))
    assert f"{PAGE}?version=1" in shown
