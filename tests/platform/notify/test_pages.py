"""The inbox in the browser."""

from datetime import datetime

from tests import world as city
from zhongshu.kernel.clock import BEIJING
from zhongshu.platform.notify import services
from zhongshu.platform.notify.models import Notice, Weight

MONDAY = datetime(2026, 6, 15, 10, 0, tzinfo=BEIJING)


def tell(world, name, text, subject="matter:1"):
    person = world.people[name]
    services.tell(
        person_id=person.pk, subject=subject, text=text, url="/notices/seen/", weight=Weight.ACT, at=MONDAY
    )


def test_reading_leads_to_what_the_notice_is_about(world):
    tell(world, city.LI_MIN, "市发展改革委报来办结材料，请核查")
    client = world.client(city.LI_MIN)
    assert "请核查" in client.get("/notices/").content.decode()
    answer = client.post(f"/notices/{Notice.objects.get().pk}/reading/")
    assert (answer.status_code, answer["Location"]) == (303, "/notices/seen/")
    assert "没有未读消息" in client.get("/notices/").content.decode()
    assert "请核查" in client.get("/notices/seen/").content.decode()


def test_all_on_the_page_are_read_at_once_and_those_of_others_are_not(world):
    tell(world, city.LI_MIN, "一")
    tell(world, city.LI_MIN, "二", "matter:2")
    tell(world, city.HE_WEI, "三")
    world.client(city.LI_MIN).post("/notices/reading/", {"up_to": Notice.objects.latest("id").pk})
    assert [notice.text for notice in Notice.objects.filter(read_at=None)] == ["三"]


def test_anothers_notice_does_not_exist(world):
    tell(world, city.HE_WEI, "三")
    answer = world.client(city.LI_MIN).post(f"/notices/{Notice.objects.get().pk}/reading/")
    assert answer.status_code == 404
    assert Notice.objects.get().read_at is None


def test_the_bell_counts(world):
    tell(world, city.LI_MIN, "一")
    assert "1 条未读" in world.client(city.LI_MIN).get("/notices/").content.decode()
