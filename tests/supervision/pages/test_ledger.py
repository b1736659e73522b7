"""The ledger: filters in the address, pages by key, few queries, the same rows in print and in Excel."""

import re
import sys
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from openpyxl import load_workbook
from tests.supervision.pages.steps import open_one, paper, press, today
from tests.world import CHEN_LI, LI_MIN, SUN_YAO, WANG_JIANPING, ZHOU_QIMING, World

from zhongshu.matters.models import Matter
from zhongshu.platform.workdays.queries import calendar
from zhongshu.supervision.models import Directive
from zhongshu.supervision.presenters.ledger_rows import Teller

LEDGER = "supervision:ledger"


def rows(client: Client, query: str = "") -> list[int]:
    """The matters on a page of the ledger, in order."""
    html = client.get(reverse(LEDGER) + query).content.decode()
    return [int(pk) for pk in re.findall(r'class="ttl" href="/supervision/(\d+)/"', html)]


def overdue(directive_id: int, days: int = 3) -> None:
    Matter.objects.filter(pk=directive_id).update(current_due=today() - timedelta(days=days))


def test_the_judgement_of_risk_stands_beside_the_light(world: World) -> None:
    calm, risky = open_one(world, days=60), open_one(world, lead="JYJ", days=50)
    Directive.objects.filter(pk=risky.pk).update(risk="high", risk_reason="两次流标")
    for path in (reverse(LEDGER), reverse("supervision:ledger-paper")):
        html = world.client(LI_MIN).get(path).content.decode()
        assert html.count("高风险") == 1 and html.index("高风险") < html.index(calm.matter.number)


def test_each_filter_shows_what_it_says(world: World) -> None:
    plain, late, soon, education = (open_one(world, days=60), open_one(world), open_one(world, days=1),
                                    open_one(world, lead="JYJ", days=50))  # fmt: skip
    overdue(late.pk)
    press(world.client(WANG_JIANPING), plain, "signature")
    limin = world.client(LI_MIN)
    assert rows(limin) == [late.pk, soon.pk, education.pk, plain.pk]
    assert rows(limin, "?late=1") == [late.pk]
    assert rows(limin, "?soon=1") == [soon.pk]
    assert rows(limin, "?state=undertaking") == [plain.pk]
    assert rows(limin, "?unit=教育局") == [education.pk]
    assert rows(limin, "?origin=petition") == []
    assert rows(limin, f"?due_from={(today() + timedelta(days=55)).isoformat()}") == [plain.pk]
    assert rows(limin, f"?due_to={today().isoformat()}") == [late.pk]
    assert rows(limin, "?closed=1") == []
    assert rows(limin, "?due_from=昨天&unit=没有这个单位") == [late.pk, soon.pk, education.pk, plain.pk]


def test_words_find_open_and_closed(world: World) -> None:
    first = open_one(world)
    assert rows(world.client(LI_MIN), "?q=老旧小区") == [first.pk]
    assert rows(world.client(LI_MIN), "?q=水库") == []


def test_pages_follow_each_other_without_a_gap(world: World) -> None:
    opened = [open_one(world, days=20 + number % 3).pk for number in range(27)]
    limin = world.client(LI_MIN)
    html = limin.get(reverse(LEDGER)).content.decode()
    following = re.search(r'rel="next" href="(\?[^"]*)"', html)
    assert following
    shown = rows(limin) + rows(limin, following[1].replace("&amp;", "&"))
    assert sorted(shown) == opened
    assert len(shown) == len(set(shown))


def test_everybody_sees_his_own(world: World) -> None:
    directive = open_one(world)
    assert rows(world.client(WANG_JIANPING)) == [directive.pk]
    assert rows(world.client(WANG_JIANPING), "?scope=ours") == [directive.pk]
    assert rows(world.client(CHEN_LI)) == [directive.pk]
    assert rows(world.client(SUN_YAO)) == []


@pytest.mark.parametrize(("name", "most"), [(LI_MIN, 12), (WANG_JIANPING, 12)])
@pytest.mark.parametrize("query", ["", "?late=1", "?closed=1", "?q=老旧小区", "?unit=市发改委"])
def test_a_page_costs_the_same_few_queries_however_long(
    world: World, name: str, most: int, query: str
) -> None:
    client = world.client(name)
    open_one(world)
    client.get(reverse(LEDGER) + query)
    with CaptureQueriesContext(connection) as one:
        client.get(reverse(LEDGER) + query)
    for _ in range(12):
        open_one(world)
    with CaptureQueriesContext(connection) as many:
        client.get(reverse(LEDGER) + query)
    probes = connection.vendor == "postgresql" and "q=" in query  # the newest texts, before the index
    assert len(many) == len(one)
    assert len(many) <= most + probes


def test_the_page_of_a_matter_costs_few_queries(world: World) -> None:
    directive = open_one(world)
    press(world.client(WANG_JIANPING), directive, "signature")
    press(world.client(WANG_JIANPING), directive, "progress", text="已摸底。", files=paper())
    limin = world.client(LI_MIN)
    limin.get(reverse(LEDGER))
    with CaptureQueriesContext(connection) as asked:
        limin.get(reverse("supervision:directive", args=[directive.pk]))
    # inside a test's transaction PostgreSQL also locks the calendar; a page as served has no transaction
    pages_own = [query for query in asked.captured_queries if "advisory" not in query["sql"]]
    assert len(pages_own) <= 19


def test_the_export_holds_what_the_ledger_shows_and_who_took_it(world: World) -> None:
    kept, other = open_one(world), open_one(world, lead="JYJ")
    answer = world.client(LI_MIN).get(reverse("supervision:export") + "?unit=市发展改革委")
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    table = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert table[0][0] == "督查督办台账"
    assert "李敏" in table[1][0]
    assert "牵头单位：市发展改革委" in table[1][0]
    assert [row[:2] for row in table[3:]] == [[1, kept.matter.number]]
    assert other.matter.number != kept.matter.number
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$3")
    assert sheet["I4"].value.date() == kept.matter.current_due


def test_an_export_too_long_to_be_put_in_order_loses_no_row(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["zhongshu.supervision.services.export"], "GROUPED", 2)
    numbers = {open_one(world).matter.number for _ in range(5)}
    answer = world.client(LI_MIN).get(reverse("supervision:export"))
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    assert {row[1].value for row in sheet.iter_rows(min_row=4)} == numbers


def test_the_printed_ledger_names_its_filter_and_its_reader(world: World) -> None:
    late = open_one(world)
    overdue(late.pk)
    Directive.objects.filter(pk=late.pk).update(owner_name="张明副市长")
    html = world.client(LI_MIN).get(reverse("supervision:ledger-paper") + "?late=1").content.decode()
    assert late.matter.number in html
    assert "逾期" in html
    assert LI_MIN in html
    assert all(one in html for one in ("配合单位", "责任领导", "市财政局", "张明副市长"))


def test_every_total_of_the_board_is_the_count_of_its_ledger(world: World) -> None:
    late, soon, done, review = (open_one(world), open_one(world, days=1), open_one(world), open_one(world))
    overdue(late.pk)
    wang, limin = world.client(WANG_JIANPING), world.client(LI_MIN)
    head = world.people[ZHOU_QIMING].pk
    for directive in (done, review):
        press(wang, directive, "signature")
        proof = paper(text=f"验收合格，{directive.matter.number}。")
        press(wang, directive, "completion", feedback="已办结。", files=proof, signed_by_id=head)
    press(limin, done, "verification", verdict="accept")
    press(limin, done, "closure")
    html = limin.get(reverse("supervision:board")).content.decode()
    section = html[html.index('class="card facts4"') :]
    totals = re.findall(r'<a href="([^"]+)"[^>]*>.*?<b>(\d+)<', section[: section.index("</section>")], re.S)
    assert [int(number) for _url, number in totals] == [3, 1, 1, 1, 0, 1]
    for url, number in totals:
        query = url.removeprefix(reverse(LEDGER)).replace("&amp;", "&")
        assert len(rows(limin, query)) == int(number), url
    assert soon.pk != review.pk


def turned(client: Client, query: str, way: str) -> str:
    """The address of the next or the previous page, "" where there is none."""
    html = client.get(reverse(LEDGER) + query).content.decode()
    found = re.search(rf'rel="{way}" href="(\?[^"]*)"', html)
    return found[1].replace("&amp;", "&") if found else ""


@pytest.mark.parametrize("query", ["", "?q=老旧小区", "?unit=市发改委"])
def test_one_turns_back_as_one_turns_on(world: World, query: str) -> None:
    for number in range(54):
        open_one(world, days=20 + number % 5)
    limin = world.client(LI_MIN)
    second = turned(limin, query, "next")
    third = turned(limin, second, "next")
    assert turned(limin, query, "prev") == turned(limin, third, "next") == ""
    back = turned(limin, third, "prev")
    assert rows(limin, back) == rows(limin, second)
    assert rows(limin, turned(limin, back, "prev")) == rows(limin, query)
    assert turned(limin, turned(limin, back, "prev"), "prev") == ""


def test_a_mangled_page_leads_to_the_first_with_a_sentence(world: World) -> None:
    answer = world.client(LI_MIN).get(reverse(LEDGER) + "?before=WyJ4IiwieSJd", follow=True)
    assert answer.redirect_chain == [(reverse(LEDGER), 303)]
    assert "从第一页" in answer.content.decode()


def said_total(client: Client, query: str) -> list[str]:
    html = client.get(reverse(LEDGER) + query).content.decode()
    return re.findall(r'role="status">[^<]*?(共 \d+ 件|\d+ 件以上)', html)


def test_the_total_is_exact_and_only_of_what_one_may_see(world: World) -> None:
    for number in range(27):
        open_one(world, lead="JYJ" if number < 26 else "FGW", days=9)
    limin, jianping = world.client(LI_MIN), world.client(WANG_JIANPING)
    assert said_total(limin, "?unit=教育局") == ["共 26 件"]
    assert said_total(limin, "?q=老旧小区&count=1") == ["共 27 件"]
    assert said_total(jianping, "?q=老旧小区") == ["共 1 件"]
    assert said_total(limin, "") == []  # nothing narrows it, and it has more than one page


def test_what_words_find_is_counted_when_asked_for(world: World) -> None:
    for _number in range(26):
        open_one(world)
    limin = world.client(LI_MIN)
    html = limin.get(reverse(LEDGER) + "?q=老旧小区&late=").content.decode()
    assert said_total(limin, "?q=老旧小区") == ["25 件以上"]
    assert "数一数" in html
    asked = re.search(r'href="(\?[^"]*count=1)"', html)
    assert asked
    assert said_total(limin, asked[1].replace("&amp;", "&")) == ["共 26 件"]
    following = turned(limin, "?q=老旧小区", "next")
    assert len(rows(limin, following)) == 1
    assert said_total(limin, following) == []
    assert "数一数" not in limin.get(reverse(LEDGER) + "?q=水库").content.decode()


def test_beyond_what_is_counted_at_once_the_whole_number_is_one_press_away(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["zhongshu.supervision.queries.totals"], "AT_ONCE", 26)
    monkeypatch.setattr(sys.modules["zhongshu.supervision.queries.totals"], "STEP", 10)
    for _number in range(28):
        open_one(world)
    limin = world.client(LI_MIN)
    assert said_total(limin, "?q=老旧小区&count=1") == ["共 28 件"]
    assert said_total(limin, "?unit=市发改委") == ["26 件以上"]
    html = limin.get(reverse(LEDGER) + "?unit=市发改委").content.decode()
    asked = re.search(r'href="(\?[^"]*count=1)"', html)
    assert asked
    assert said_total(limin, asked[1].replace("&amp;", "&")) == ["共 28 件"]
    assert "count" not in turned(limin, asked[1].replace("&amp;", "&"), "next")


def test_who_oversees_the_organ_is_told_by_running_totals(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["zhongshu.supervision.queries.totals"], "AT_ONCE", 5)
    opened = [open_one(world, lead="JYJ" if number % 4 else "FGW") for number in range(36)]
    for directive in opened[:28]:
        overdue(directive.pk)
    limin, education = world.client(LI_MIN), world.units["JYJ"].pk
    assert said_total(limin, "?late=1") == ["共 28 件"]
    assert said_total(limin, "?rest=1") == ["共 8 件"]
    assert said_total(limin, f"?lead={education}&scope=listed") == ["共 27 件"]
    assert said_total(limin, f"?lead={education}&scope=listed&late=1") == ["共 21 件"]
    assert said_total(limin, f"?lead={education}&late=1") == [
        "共 21 件"
    ]  # no more than a page: seen, not counted
    assert said_total(limin, f"?lead={education}") == [
        "5 件以上"
    ]  # of a unit he may know more than the organ's
    assert said_total(world.client(WANG_JIANPING), "?scope=ours") == ["共 9 件"]
    assert said_total(limin, "?state=dispatched") == ["共 36 件"]  # a number of the board
    assert said_total(limin, "?due_from=2000-01-01") == ["5 件以上"]


def test_dates_are_drawn_and_read_as_written_here(world: World) -> None:
    soon = open_one(world, days=9)
    open_one(world, days=60)
    limin = world.client(LI_MIN)
    edge = today() + timedelta(days=30)
    html = limin.get(reverse(LEDGER) + f"?due_to={edge.isoformat()}").content.decode()
    assert f'value="{edge.isoformat()}"' in html
    assert 'type="date"' not in html
    for written in (f"{edge:%Y-%m-%d}", f"{edge:%Y/%m/%d}", f"{edge:%Y年%m月%d日}", f"{edge:%Y%m%d}"):
        assert rows(limin, f"?due_to={written}") == [soon.pk]


@pytest.mark.django_db
def test_words_of_rows_are_kept_for_each_language() -> None:
    told = []
    for language in ("zh-hans", "en", "zh-hans"):
        with override(language):
            told.append(Teller(today(), calendar()).words.due_today)
    assert told[0] == told[2] == "今天到期" != told[1]
