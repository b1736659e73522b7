"""Named filters: the number beside a name is the list behind it, each for whoever looks, and only one's own change."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.refusing import refused
from tests.supervision.pages.steps import open_one, press, today
from tests.supervision.pages.test_ledger import LEDGER, overdue, rows
from tests.world import HAN_BING, HE_WEI, LI_MIN, SUN_YAO, WANG_JIANPING, World

from zhongshu.kernel.clock import now
from zhongshu.kernel.paging import Total
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision import queries, services
from zhongshu.supervision.forms.ledger import FilterForm
from zhongshu.supervision.models import Directive, SavedFilter, State
from zhongshu.supervision.presenters import saved_filters
from zhongshu.supervision.services.saved_filters import MOST

pytestmark = pytest.mark.django_db


def save(
    world: World, name: str = "逾期的", query: str = "late=1", *, by: str = LI_MIN, unit: str = ""
) -> SavedFilter:
    unit_id = world.units[unit].pk if unit else None
    actor = world.actor(by, today())
    return services.save_filter(actor=actor, name=name, query=query, unit_id=unit_id, at=now())


def beside(client: Client, path: str) -> dict[str, tuple[str, str]]:
    """Named filters on a page: address and number by name."""
    html = client.get(path).content.decode()
    links = re.findall(
        r'href="([^"]*)"[^>]*>(?:<svg.*?</svg>)?\s*([^<>]+?) <(?:span|b) class="n(?:um)?">(\d+\+?)<', html
    )
    return {name: (url.replace("&amp;", "&"), number) for url, name, number in links}


def test_its_number_is_its_list_on_the_ledger_and_on_the_desk(world: World) -> None:
    late = [open_one(world, lead="JYJ").pk for _more in range(3)]
    open_one(world)
    for pk in late:
        overdue(pk)
    save(world)
    client = world.client(LI_MIN)
    for path in (reverse(LEDGER), "/"):
        url, number = beside(client, path)["逾期的"]
        assert number == "3"
        assert sorted(rows(client, url.removeprefix(reverse(LEDGER)))) == late


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.fixed_dictionaries({}, optional={
    "late": st.just("1"), "soon": st.just("1"), "closed": st.just("1"), "risk": st.just("1"), "rest": st.just("1"),
    "q": st.sampled_from(["老旧小区", "水库", "改造"]), "unit": st.sampled_from(["教育局", "发改委", "谁也不是"]),
    "state": st.sampled_from([*State.values, "没有"]), "scope": st.sampled_from(["ours", "listed"]),
    "due_to": st.sampled_from([(today() + timedelta(days=15)).isoformat(), "昨天"]),
}))  # fmt: skip
def test_whatever_it_holds_it_counts_what_it_lists(world: World, query: dict[str, str]) -> None:
    if not Directive.objects.exists():
        overdue(open_one(world).pk)
        press(world.client(WANG_JIANPING), open_one(world, days=20), "signature")
        open_one(world, lead="JYJ", days=1)
    asked = QueryDict(mutable=True)
    asked.update(query)
    kept = FilterForm(QueryDict(FilterForm(asked).canonical)).narrowed()
    assert kept == FilterForm(asked).narrowed()
    for who in (LI_MIN, WANG_JIANPING, SUN_YAO):
        actor = world.actor(who, today())
        listed = queries.ledger(actor, kept, today=today(), size=50).rows
        assert queries.total(actor, kept, today=today()) == Total(len(listed))
        assert queries.total(actor, kept, today=today(), whole=True) == Total(len(listed))


def test_it_is_named_renamed_shared_and_removed_from_its_pages(world: World) -> None:
    overdue(open_one(world).pk)
    client = world.client(LI_MIN)
    ledger = client.get(reverse(LEDGER) + "?late=1&after=&more=1").content.decode()
    assert "存下这个筛选" in ledger
    asked = client.get(reverse("supervision:saved-filter-name") + "?late=1&after=&more=1").content.decode()
    assert 'name="query" value="late=1"' in asked and "<p>在办，逾期</p>" in asked
    section = world.units["SWB-DC"].pk
    answer = client.post(
        reverse("supervision:saved-filter-new"), {"name": "盯逾期", "query": "late=1&more=1"}
    )
    assert answer.headers["Location"] == reverse(LEDGER) + "?late=1"
    assert "存下这个筛选" not in client.get(answer.headers["Location"]).content.decode()
    kept = SavedFilter.objects.get()
    assert "盯逾期" not in world.client(HE_WEI).get(reverse(LEDGER)).content.decode()
    change = reverse("supervision:saved-filter-change", args=[kept.pk])
    client.post(change, {"name": "科里盯逾期", "unit": section})
    shared = world.client(HE_WEI).get(reverse("supervision:saved-filters")).content.decode()
    assert "科里盯逾期" in shared and f"{LI_MIN}与督查科共用" in shared and "改好" not in shared
    assert change not in shared
    assert "科里盯逾期" not in world.client(SUN_YAO).get(reverse(LEDGER)).content.decode()
    client.post(reverse("supervision:saved-filter-remove", args=[kept.pk]))
    assert "科里盯逾期" not in world.client(HE_WEI).get(reverse(LEDGER)).content.decode()
    told = Entry.objects.filter(stream=f"filters:{world.people[LI_MIN].pk}").order_by("id")
    verbs = [verb.removeprefix("supervision.filter_") for verb in told.values_list("verb", flat=True)]
    assert verbs == ["saved", "changed", "removed"]


def test_a_shared_filter_shows_each_his_own_rows(world: World) -> None:
    open_one(world)
    open_one(world, lead="JYJ")
    save(world, "全部待签收", "state=dispatched", by=WANG_JIANPING, unit="FGW")
    assert beside(world.client(WANG_JIANPING), reverse(LEDGER))["全部待签收"][1] == "1"
    assert "全部待签收" not in beside(world.client(LI_MIN), reverse(LEDGER))


def test_its_number_is_told_however_many_there_are_on_its_page_and_so_far_as_is_cheap_beside_the_ledger(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _one in range(5):
        open_one(world)
    save(world, "牵头的", "scope=listed&unit=发改委")
    save(world, "有词的", "q=老旧小区")
    save(world, "不急的", "state=dispatched&due_to=2099-12-31")
    monkeypatch.setattr("zhongshu.supervision.queries.totals.AT_ONCE", 2)
    monkeypatch.setattr(saved_filters, "MOST", 4)
    client = world.client(LI_MIN)
    for path in (reverse(LEDGER), "/"):
        numbers = {name: number for name, (_url, number) in beside(client, path).items()}
        assert numbers | {"牵头的": "5", "有词的": "4+", "不急的": "4+"} == numbers
    kept = client.get(reverse("supervision:saved-filters")).content.decode()
    assert re.findall(r'<b class="num">(\d+\+?)</b>', kept) == ["5", "5", "5"]


def test_export_and_reminder_work_from_it(world: World) -> None:
    late, other = open_one(world), open_one(world, lead="JYJ")
    overdue(late.pk)
    save(world)
    client = world.client(LI_MIN)
    url, _number = beside(client, reverse(LEDGER))["逾期的"]
    html = client.get(url).content.decode()
    export = re.search(rf'href="({reverse("supervision:export")}[^"]*)"', html)
    assert export is not None
    taken = b"".join(client.get(export[1].replace("&amp;", "&")).streaming_content)
    cells = [cell for row in load_workbook(BytesIO(taken)).active.values for cell in row]
    assert late.matter.number in cells and other.matter.number not in cells
    client.post(reverse("supervision:reminders"), {"ref": rows(client, "?late=1"), "back": "?late=1"})
    assert list(Directive.objects.filter(reminders=1)) == [late]


def test_what_is_refused(world: World) -> None:
    kept = save(world)
    with refused("filter_name_taken", Conflict, match="逾期的"):
        save(world, query="soon=1")
    with refused("nothing_filtered", match="还没有选条件"):
        save(world, "空的", "")
    with refused("not_your_unit", match="自己所在的单位"):
        save(world, "给别人", unit="FGW")
    with refused("no_business_here", Forbidden):
        save(world, by=HAN_BING)
    with refused("no_such_filter", NotFound):
        services.remove_filter(actor=world.actor(HE_WEI, today()), filter_id=kept.pk, at=now())
    for number in range(MOST - 1):
        save(world, f"第{number}个")
    with refused("too_many_filters", Conflict, match=f"最多存 {MOST} 个"):
        save(world, "再来一个")
    answer = world.client(LI_MIN).post(
        reverse("supervision:saved-filter-new"), {"name": "逾期的", "query": "late=1"}
    )
    assert answer.status_code == 409 or answer.status_code == 422
    assert "请换个名称" in answer.content.decode()


def test_a_name_that_is_taken_is_told_beside_it(world: World) -> None:
    save(world)
    other = save(world, "临期的", "soon=1")
    answer = world.client(LI_MIN).post(
        reverse("supervision:saved-filter-change", args=[other.pk]), {"name": "逾期的"}
    )
    assert answer.status_code == 422 and "请换个名称" in answer.content.decode()
    other.refresh_from_db()
    assert other.name == "临期的"


@pytest.mark.parametrize("most", [saved_filters.MOST, 4])
def test_however_many_there_are_they_are_counted_together(
    world: World, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Each still so far as is cheap; where the board tells more, its numbers are read once."""
    for _one in range(7):
        overdue(open_one(world).pk)
    monkeypatch.setattr(saved_filters, "MOST", most)
    client, asked, kept = world.client(LI_MIN), {}, 0
    several = ["late=1", "late=1&unit=教育局", "risk=1", "closed=1", "state=dispatched", "unit=发改委"]
    several += ["unreported=1", "origin=meeting", "scope=listed&unit=发改委", "soon=1&state=dispatched"]
    for many in (0, 1, 8, 10):
        for place in range(kept, many):
            save(world, f"第{place}种", several[place])
        kept = many
        client.get(reverse(LEDGER))  # what is the same at each turn is known now
        with CaptureQueriesContext(connection) as statements:
            client.get(reverse(LEDGER))
        asked[many] = len(statements)
    read_by_board = 3 if most == 4 else 0
    calendar = 2 if connection.vendor == "postgresql" else 1  # where its edition is locked before it is asked
    assert asked[1] - asked[0] <= calendar + 1  # and the running totals
    assert asked[8] - asked[0] <= 2 * calendar + 2 + read_by_board  # and what is counted
    assert asked[10] - asked[8] <= calendar
    told = {name: of for name, of in beside(client, reverse(LEDGER)).items() if name.endswith("种")}
    assert len(told) == len(several)
    for name, (url, number) in told.items():
        listed = len(rows(client, url.removeprefix(reverse(LEDGER))))
        assert number in (str(listed), f"{most}+"), name
