"""Services to employees through the API: asked for, sent back, handed in, answered, told."""

import pytest

from tests.api.conftest import Programs, ok
from tests.welfare import story
from tests.world import CHEN_LI, LI_MIN, PEOPLE, TODAY, World
from zhongshu.platform.accounts.models import User

pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture
def undertaker(world: World, monkeypatch: pytest.MonkeyPatch) -> str:
    """陆遥, with an account of her own."""
    story.undertaker(world)
    person = story.Person.objects.get(name=story.LU_YAO)
    person.user = User.objects.create(username="luyao", password_changed_at=story.AT)
    person.save()
    world.people[story.LU_YAO] = person
    monkeypatch.setitem(PEOPLE, story.LU_YAO, ("luyao", "SWB-DC", "人事社保岗", (), ""))
    return story.LU_YAO


def test_from_asking_to_the_answer(world: World, program: Programs, undertaker: str) -> None:
    service, mine = story.offered(world), program(LI_MIN)
    (told,) = ok(mine.get("/welfare/services"))
    assert (told["name"], told["papers"], len(told["slots"])) == (service.name, list(story.PAPERS), 6)
    asked = {"person_id": world.people[LI_MIN].pk, "handed": list(story.PAPERS)}
    case = ok(mine.post(f"/welfare/services/{service.pk}/cases", asked), 201)
    at = f"/welfare/{case['id']}"
    assert (case["state"], case["offered"], case["person"]) == ("asked", ["withdraw"], LI_MIN)
    clerk = program(undertaker)
    back = ok(clerk.post(f"{at}/return", {"missing": ["申请表"], "reason": ""}))
    assert (back["state"], back["missing"]) == ("returned", ["申请表"])
    assert ok(mine.post(f"{at}/papers", {"handed": ["申请表"]}))["state"] == "asked"
    today = ok(mine.get(at))["asked_on"]
    given = {"on": today, "receipt": "受理1号", "because": "机构提前受理"}
    assert ok(clerk.post(f"{at}/submission", given))["receipt"] == "受理1号"
    result = {"outcome": "refused", "answer": "缴费年限不够。"}
    assert ok(clerk.post(f"{at}/answer", result))["outcome"] == "refused"
    done = ok(clerk.post(f"{at}/reply", {"told": "满十五年再办。"}))
    assert (done["state"], done["told"]) == ("done", "满十五年再办。")
    assert [one["id"] for one in ok(mine.get("/welfare", scope="mine"))["rows"]] == [case["id"]]
    assert program(CHEN_LI).get(at).status_code == 404


def test_the_calendar_is_kept_by_its_undertaker(world: World, program: Programs, undertaker: str) -> None:
    clerk = program(undertaker)
    body = {
        "unit_id": world.units["SWB-DC"].pk,
        "branch": "公积金",
        "name": "提取",
        "agency": "示例",
        "papers": ["表"],
    }
    made = ok(clerk.post("/welfare/services", body), 201)
    assert made["slots"] == []
    at = f"/welfare/services/{made['id']}"
    calendar = {"valid_from": TODAY, "windows": "每月1—20日", "rest": "after", "source": "示例"}
    assert len(ok(clerk.post(f"{at}/calendar", calendar), 201)["slots"]) == 6
    assert clerk.post(f"{at}/calendar", {**calendar, "windows": "随时"}).status_code == 422
    closed = ok(clerk.post(at, {"branch": "公积金", "agency": "示例", "papers": [], "closed": True}))
    assert closed["closed_on"] and closed["papers"] == []
