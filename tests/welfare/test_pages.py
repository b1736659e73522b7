"""Services to employees on their pages, by the people whose turn it is."""

import re
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.welfare import story
from tests.world import AT, HE_WEI, LI_MIN, TODAY, World
from zhongshu.kernel.clock import local_day, now
from zhongshu.platform.accounts.models import User
from zhongshu.platform.journal.models import Entry
from zhongshu.welfare.models import Case, Service, State

pytestmark = pytest.mark.django_db


def said(answer: Any) -> str:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return re.sub(r"\s+", " ", content.decode())


def undertaker(world: World) -> Client:
    """陆遥 at a browser of her own."""
    story.undertaker(world)
    person = story.Person.objects.get(name=story.LU_YAO)
    if person.user is None:
        person.user = User.objects.create(username="luyao", password_changed_at=AT)
        person.save()
    client = Client()
    client.force_login(person.user, backend="zhongshu.platform.accounts.backends.AccountBackend")
    return client


def sent(client: Client, deed: str, ref: int, **data: Any) -> Any:
    return client.post(reverse(f"welfare:{deed}", args=[ref]), data)


def done(answer: Any) -> str:
    assert answer.status_code == 303, said(answer)
    return str(answer.url)


def test_from_the_calendar_to_the_answer(world: World) -> None:
    clerk, mine, today = undertaker(world), world.client(LI_MIN), local_day(now())
    given = {"name": "公积金提取", "branch": "公积金", "agency": "示例中心", "papers": "申请表\n合同"}
    page = done(sent(clerk, "service-new", world.units["SWB-DC"].pk, **given))
    service = Service.objects.get()
    assert service.papers == ["申请表", "合同"] and "现在不能申请" in said(clerk.get(page))
    calendar = {
        "valid_from": TODAY,
        "windows": "每月1日—月末",
        "rest": "stays",
        "source": "示例",
        "lead": "0",
    }
    assert "读不懂受理期" in said(sent(clerk, "calendar", service.pk, **{**calendar, "windows": "随时"}))
    done(sent(clerk, "calendar", service.pk, **calendar))
    assert "每月1日—月末" in said(mine.get(page)) and reverse("welfare:ask", args=[service.pk]) in said(
        mine.get(page)
    )
    asked = {"person_id": world.people[LI_MIN].pk, "handed": ["申请表"], "note": "首付"}
    assert "还缺 1 样材料：合同" in said(sent(mine, "ask", service.pk, **asked))
    own = done(sent(
        mine, "ask", service.pk, **{**asked, "handed": ["申请表", "合同"]},
        files=SimpleUploadedFile("申请表.txt", "申请".encode()),
    ))  # fmt: skip
    case = Case.objects.get()
    assert own == reverse("welfare:case", args=[case.pk]) and "申请表.txt" in said(mine.get(own))
    assert own in said(clerk.get(reverse("portal:home")))
    done(sent(clerk, "send_back", case.pk, missing=["合同"], reason="缺页"))
    assert "合同；缺页" in said(mine.get(own)) and own in said(mine.get(reverse("portal:home")))
    done(sent(mine, "supplement", case.pk, handed=["合同"]))
    done(sent(clerk, "submit", case.pk, on=today.isoformat(), receipt="受理1号"))
    assert "机构应在" in said(clerk.get(reverse("welfare:reckoning", args=[case.pk])))
    done(sent(clerk, "answer", case.pk, outcome="granted", answer="三日内到账。"))
    done(sent(clerk, "report_back", case.pk, told="三日内到账，请查收。"))
    assert Case.objects.get().state == State.DONE and "请查收" in said(mine.get(own))


def test_how_a_date_came_about_is_told_day_by_day(world: World) -> None:
    case = story.asked(world)
    told = said(world.client(HE_WEI).get(reverse("welfare:reckoning", args=[case.pk])))
    assert "本期受理到 2026-10-15，提前 3 个工作日，应在 2026-10-12 前报送" in told
    assert "提前第 3 个工作日" in told and "材料收齐，从这天起找受理期" in told


def test_the_list_is_narrowed_and_exported(world: World) -> None:
    story.asked(world)
    clerk = undertaker(world)
    address = reverse("welfare:cases")
    assert "养老保险转入：李敏" in said(clerk.get(address, {"branch": "养老", "scope": "open"}))
    assert "没有符合条件的" in said(clerk.get(address, {"text": "查无此人"}))
    answer = clerk.get(reverse("welfare:export"), {"branch": "养老"})
    (row,) = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)[2:]
    assert row[1] == "养老保险转入：李敏"
    entry = Entry.objects.filter(verb="welfare.exported").latest("pk")
    assert entry.facts["rows"] == 1


def test_a_service_is_changed_on_its_page(world: World) -> None:
    service, clerk = story.offered(world), undertaker(world)
    form = said(clerk.get(reverse("welfare:service-change", args=[service.pk])))
    assert "调令复印件" in form
    given = {"branch": "养老", "agency": "示例", "papers": "申请表", "closed": "on"}
    page = done(sent(clerk, "service-change", service.pk, **given))
    assert "不再受理" in said(clerk.get(page)) and world.client(LI_MIN).get(page).status_code == 404


def test_a_page_of_cases_asks_as_often_for_one_as_for_many(
    world: World, django_assert_max_num_queries: Any
) -> None:
    service, clerk = story.offered(world), undertaker(world)
    for _turn in range(4):
        story.asked(world, service)
    clerk.get(reverse("welfare:cases"))
    with django_assert_max_num_queries(14):
        clerk.get(reverse("welfare:cases"))
