"""The ledger on its pages: entered, narrowed, exported, each asset with its history."""

import re
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.assets import story
from tests.assets.story import MANAGER
from tests.world import CHEN_LI, HE_WEI, SHEN_JING, SUN_YAO, World
from zhongshu.assets.models import Asset, Stocktake
from zhongshu.platform.journal import queries as journal

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(world: World) -> World:
    return story.staffed(world)


def said(answer: Any) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def done(answer: Any) -> str:
    assert answer.status_code == 303, said(answer)
    return str(answer.url)


def typed(city: World, **changes: Any) -> dict[str, Any]:
    """A card as it is typed."""
    given = {
        "name": "激光打印机", "category": "2", "quantity": 1, "measure": "台", "value": "3200", "cards": 1,
        "bought_on": "2026-03-12", "unit_id": city.units["SWB-DC"].pk, "keeper_id": city.people[SHEN_JING].pk,
        "place": "三楼文印室",
    }  # fmt: skip
    return {**given, **changes}


def test_from_the_slip_of_receipt_to_the_repair(city: World) -> None:
    claim = story.bought(city)
    client = city.client(MANAGER)
    waiting = said(client.get(reverse("assets:purchases")))
    assert claim.matter.number in waiting and "20,000.00" in waiting
    url = reverse("assets:enter_purchase", args=[claim.pk])
    assert 'value="20000.00"' in said(client.get(url))
    assert "只剩 20,000.00 元" in said(client.post(url, typed(city, value="20000.01")))
    page = done(client.post(url, typed(city, value="20000")))
    one = Asset.objects.get()
    assert page == reverse("assets:asset", args=[one.pk])
    assert "没有待入账的采购" in said(client.get(reverse("assets:purchases")))
    done(client.post(reverse("assets:note_repair", args=[one.pk]), {"note": "换定影组件。"}))
    shown = said(city.client(CHEN_LI).get(page))
    assert "换定影组件。" in shown and claim.matter.number in shown and "登记入账：激光打印机" in shown


def test_faults_stand_beside_their_fields(city: World) -> None:
    url = reverse("assets:enter", args=[city.units["SWB"].pk])
    answer = city.client(MANAGER).post(url, typed(city, name="", cards=0))
    assert "请填写“名称”" in said(answer) and not Asset.objects.exists()
    assert done(city.client(MANAGER).post(url, typed(city, cards=3))) == reverse("assets:assets")
    assert Asset.objects.count() == 3


def test_the_ledger_is_narrowed_by_its_address(city: World) -> None:
    story.laptop(city)
    url = reverse("assets:assets")
    for query, there in (
        ("", True), ("?text=312", True), ("?text=四楼", False), ("?state=in_use&category=2", True),
        ("?category=6", False), ("?state=nonsense", True), ("?mine=1", False),
    ):  # fmt: skip
        assert ("便携式计算机" in said(city.client(CHEN_LI).get(url + query))) is there, query
    assert "便携式计算机" in said(city.client(SHEN_JING).get(url + "?mine=1"))
    assert "还没有资产" in said(city.client(SUN_YAO).get(url))
    assert "1 张卡片，合计 6,800.00 元" in said(city.client(CHEN_LI).get(url))


def test_it_goes_to_excel_and_into_the_journal(city: World) -> None:
    one = story.laptop(city)
    answer = city.client(CHEN_LI).get(reverse("assets:export"))
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    assert sheet is not None
    cells = [str(value) for row in sheet.iter_rows(values_only=True) for value in row]
    assert one.number in cells and "督查科" in cells
    (entry,) = journal.timeline(f"export:{city.people[CHEN_LI].pk}")
    assert entry.verb == "assets.exported" and entry.facts["rows"] == 1


def test_only_what_may_be_done_is_offered(city: World) -> None:
    one = story.laptop(city)
    page = reverse("assets:asset", args=[one.pk])
    assert reverse("assets:lend", args=[one.pk]) in said(city.client(MANAGER).get(page))
    assert reverse("assets:lend", args=[one.pk]) not in said(city.client(HE_WEI).get(page))


def test_a_page_asks_the_same_whatever_it_holds(city: World, django_assert_max_num_queries: Any) -> None:
    story.entered(city, cards=5)
    client = city.client(MANAGER)
    client.get(reverse("assets:assets"))
    with django_assert_max_num_queries(14):
        client.get(reverse("assets:assets"))


def test_a_stocktake_from_the_list_to_the_report(city: World) -> None:
    story.laptop(city)
    chairs = story.laptop(city, name="会议椅", category="6", quantity=20)
    manager, counter, leader = city.client(MANAGER), city.client(HE_WEI), city.client(CHEN_LI)
    ids = {"counter_ids": [city.people[HE_WEI].pk], "approver_id": city.people[CHEN_LI].pk}
    page = done(manager.post(reverse("assets:start", args=[city.units["SWB"].pk]), ids))
    one = Stocktake.objects.get()
    assert page in said(counter.get(reverse("portal:home")))
    lines = {line.name: line.pk for line in one.lines.all()}
    count = reverse("assets:count", args=[one.pk])
    assert f'name="found_{lines["会议椅"]}"' in said(counter.get(count))
    assert counter.post(count, {}).status_code == 422
    done(counter.post(count, {f"found_{lines['便携式计算机']}": "1", f"found_{lines['会议椅']}": "18"}))
    done(counter.post(reverse("assets:note_surplus", args=[one.pk]), surplus()))
    done(counter.post(reverse("assets:finish_count", args=[one.pk])))
    shown = said(manager.get(page))
    assert "账外资产" in shown and "20 → <b>18</b>" in shown
    for line in one.lines.exclude(counted=1, book=1):
        card = {"category": "2", "value": "300", **at_home(city)} if line.book == 0 else {}
        done(manager.post(reverse("assets:explain", args=[line.pk]), {"explanation": "借出未还。", **card}))
    for line in one.lines.exclude(counted=1, book=1):
        done(leader.post(reverse("assets:decide", args=[line.pk]), {"how": "agree"}))
    done(leader.post(reverse("assets:close", args=[one.pk])))
    ended = said(leader.get(page))
    assert "盘点报告" in ended and "已结束" in ended
    chairs.refresh_from_db()
    assert chairs.quantity == 18 and Asset.objects.filter(name="碎纸机").exists()
    answer = manager.get(reverse("assets:stocktake-export", args=[one.pk]))
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    assert sheet is not None and sheet.max_row == 2 + 3
    listed = said(manager.get(reverse("assets:stocktakes")))
    assert "3/3" in listed and "差异 2 项" in listed


def surplus() -> dict[str, str]:
    return {"name": "碎纸机", "quantity": "1", "measure": "台", "place": "走廊"}


def at_home(city: World) -> dict[str, int]:
    return {"unit_id": city.units["SWB-DC"].pk, "keeper_id": city.people[SHEN_JING].pk}


def test_a_line_is_sent_back_to_be_counted_again(city: World) -> None:
    story.laptop(city)
    one = story.started(city)
    story.all_found(city, one, 便携式计算机=0)
    story.finished(city, one)
    story.explained(city, one)
    url = reverse("assets:decide", args=[one.lines.get().pk])
    assert city.client(CHEN_LI).post(url, {"how": "recount"}).status_code == 422
    done(city.client(CHEN_LI).post(url, {"how": "recount", "reason": "再找。"}))
    assert "再找。" in said(city.client(HE_WEI).get(reverse("assets:stocktake", args=[one.pk])))
    asset = reverse("assets:asset", args=[Asset.objects.get().pk])
    assert "正在盘点" in said(city.client(MANAGER).get(asset))


def test_who_counts_reads_the_line_of_a_card_that_does_not_open_for_him(city: World) -> None:
    card = story.laptop(city, unit_id=city.units["SWB"].pk)
    one = story.started(city)
    page, opens = reverse("assets:stocktake", args=[one.pk]), reverse("assets:asset", args=[card.pk])
    seen = {name: said(city.client(name).get(page)) for name in (MANAGER, HE_WEI)}
    assert city.client(HE_WEI).get(opens).status_code == 404
    assert opens in seen[MANAGER] and opens not in seen[HE_WEI]
    assert card.name in seen[HE_WEI]


def test_the_page_of_a_round_asks_the_same_whatever_it_holds(
    city: World, django_assert_max_num_queries: Any
) -> None:
    story.entered(city, cards=6)
    one = story.started(city)
    client, page = city.client(MANAGER), reverse("assets:stocktake", args=[one.pk])
    client.get(page)
    with django_assert_max_num_queries(23):
        client.get(page)
