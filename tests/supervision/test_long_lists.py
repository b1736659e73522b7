"""A list is counted to a hundred at once; where the board has told its number, it stands there whole."""

from importlib import import_module
from itertools import chain

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from tests.matters.test_desk_index import plan
from tests.supervision.test_board import ENDED_LAST_MONTH as ENDED
from tests.supervision.test_board import UNITS, numbers, of_sources, put
from tests.world import AT, LI_MIN, TODAY, WANG_JIANPING, World
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.paging import encode_cursor
from zhongshu.matters.models import Waits
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import STAGE_STATES, State
from zhongshu.supervision.presenters.asked import asked
from zhongshu.supervision.presenters.board import Board
from zhongshu.supervision.presenters.ledger import Ledger
from zhongshu.supervision.presenters.sources import Sources
from zhongshu.supervision.queries import Filter

pytestmark = pytest.mark.django_db
ledger = import_module("zhongshu.supervision.queries.ledger")  # the function of that name hides it


def test_a_long_list_opened_from_a_number_of_the_board_tells_that_number(world: World) -> None:
    for number in range(103):
        put(world, ENDED, number)
        put(world, {**ENDED, "state": State.REVIEWING, "waits": Waits.OFFICE, "due": -3}, number)
    actor = world.actor(LI_MIN)
    board, second = Board(actor, AT, "year"), Sources(actor, AT, "year")
    long = {one.url: one.n for _title, one in chain(numbers(board), of_sources(second)) if one.n > 100}
    assert len(long) >= 19
    for url, number in long.items():
        shown(actor, url)  # what is the same on every page is known now
        with CaptureQueriesContext(connection) as statements:
            assert shown(actor, url) == f"共 {number} 件", url
        assert len(statements) <= 8 + (connection.vendor == "postgresql"), url  # locks the workdays
    assert shown(actor, f"{reverse('supervision:ledger')}?closed=1") == "100 件以上"


@pytest.mark.parametrize("name", [LI_MIN, WANG_JIANPING])
def test_the_board_asks_no_more_however_much_there_is(world: World, name: str) -> None:
    client, told = world.client(name), list[int]()
    for several in (2, 12):
        for number in range(several):
            put(world, {**ENDED, "took": number}, number)
            put(world, {**ENDED, "state": State.REVIEWING, "lead": UNITS[number % 4], "due": -3}, number)
        client.get(reverse("supervision:board"))  # what is the same at each turn is known now
        with CaptureQueriesContext(connection) as statements:
            client.get(reverse("supervision:board"))
        told.append(len(statements))
    assert told[0] == told[1] <= 24


def test_behind_an_average_stand_those_it_is_made_of_the_longest_first(world: World) -> None:
    """Page by page, forwards and back again, also where many took as long as each other."""
    for number in range(60):
        put(world, {**ENDED, "took": number % 7}, number)
    actor, days = world.actor(LI_MIN), sorted((number % 7 for number in range(60)), reverse=True)
    stage = {one.name: one for one in Board(actor, AT, "year").stages}["审核"]
    found = stage.timed
    assert (found.n, stage.average) == (60, round(sum(days) / 60, 1))
    first = asked(RequestFactory().get(found.url)).narrowed
    forwards, backwards, cursor = [], [], ""
    while not forwards or cursor:
        page = queries.ledger(actor, first, today=TODAY, cursor=cursor, size=11)
        forwards, cursor, last = [*forwards, *page.rows], page.next_cursor, page.previous_cursor
    while last:
        page = queries.ledger(actor, first, today=TODAY, before=last, size=11)
        backwards, last = [*page.rows, *backwards], page.previous_cursor
    assert [one.directive.took_verification for one in forwards] == days
    assert len({one.pk for one in forwards}) == 60
    assert backwards == forwards[: len(backwards)]
    assert len(backwards) == 55
    taken = services.export(actor=actor, narrowed=first, said="", at=AT)
    remarks = [row[-1].value or "" for row in load_workbook(taken).active.iter_rows(min_row=4)]
    assert sum("审核用了 6 个工作日。" in remark for remark in remarks) == 8
    page = world.client(LI_MIN).get(found.url).content.decode()
    assert page.count("审核用了 6 个工作日") == 8
    assert "按环节用时从长到短：审核" in page
    assert ("环节用时</th>" in page, "卡在哪里</th>" in page) == (True, False)
    paper = found.url.replace("/supervision/", "/supervision/paper/")
    printed = world.client(LI_MIN).get(paper).content.decode()
    assert printed.index("审核用了 6 个") < printed.index("审核用了 5 个") < printed.index("审核用了 0 个")


@pytest.mark.parametrize("stage", STAGE_STATES)
def test_it_is_read_from_an_index_of_its_own_entered_where_the_page_begins(
    world: World, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_own_much", lambda *_: True)
    narrowed, place = Filter(closed=True, lingered=stage), encode_cursor((3, 50))
    with CaptureQueriesContext(connection) as asked_for:
        queries.lines(world.actor(LI_MIN), narrowed, today=TODAY, cursor=place)
    told = plan(asked_for[-1]["sql"].replace("%", "%%"), ())
    assert f"directive_slow_{stage}" in told
    assert (f"took_{stage} <= 3" if connection.vendor == "postgresql" else f"took_{stage}<?") in told
    assert "TEMP B-TREE" not in told


def test_where_an_organ_owns_little_the_list_begins_there_and_finds_the_same(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the whole index of the stage is read for the few of it that are the organ's."""
    for number in range(9):
        put(world, {**ENDED, "took": number % 4}, number)
    narrowed, place = Filter(closed=True, lingered="verification"), encode_cursor((2, 10**6))
    actor, found, told = world.actor(LI_MIN), {}, {}
    for most, walked in ((9, False), (8, True)):
        monkeypatch.setattr(ledger, "SORTED_AT_MOST", most)
        ledger._own_much.cache_clear()
        whole = queries.ledger(actor, narrowed, today=TODAY)
        with CaptureQueriesContext(connection) as asked_for:
            rest = queries.lines(actor, narrowed, today=TODAY, cursor=place)
        assert len(asked_for) == 1  # whether the organ owns much is looked at once a day
        found[walked] = ([one.pk for one in whole.rows], [one.pk for one in rest.rows])
        told[walked] = plan(asked_for[0]["sql"].replace("%", "%%"), ())
    ledger._own_much.cache_clear()
    assert found[True] == found[False]
    assert [len(pks) for pks in found[False]] == [9, 7]
    assert "directive_slow_verification" in told[True]
    if connection.vendor == "sqlite":  # PostgreSQL judges by its statistics
        assert "matter_ledger_newest (organ_id=?" in told[False]
        assert "directive_slow" not in told[False]


def shown(actor: Actor, url: str) -> str:
    """How many there are, as the page says it."""
    address = asked(RequestFactory().get(url))
    found = queries.lines(actor, address.narrowed, today=TODAY)
    return Ledger(actor, address, found, TODAY).around.total
