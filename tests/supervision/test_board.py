"""Every number of the board equals the list it leads to, for whoever looks."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html import escape
from itertools import chain, product
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.http import QueryDict
from django.urls import reverse
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.supervision import story
from tests.world import (
    AT,
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SUN_YAO,
    TODAY,
    WANG_JIANPING,
    WU_XIAOFANG,
    ZHAO_XIAOYAN,
    ZHOU_QIMING,
    World,
    build,
)
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.clock import local_day, now
from zhongshu.matters import services as matters
from zhongshu.matters.models import Grant, Group, Matter, Waits
from zhongshu.matters.tallies import Key, month_of
from zhongshu.org.models import Unit
from zhongshu.supervision import figures, queries
from zhongshu.supervision.forms.ledger import FilterForm
from zhongshu.supervision.models import Directive, Origin, State
from zhongshu.supervision.models.states import OPEN_STATES
from zhongshu.supervision.presenters.board import Board
from zhongshu.supervision.presenters.sources import Sources, returned, source
from zhongshu.ui.parts import Number

pytestmark = pytest.mark.django_db
LOOKING = (LI_MIN, HE_WEI, CHEN_LI, WANG_JIANPING, WU_XIAOFANG, ZHAO_XIAOYAN, SUN_YAO)
ENDED = (State.ARCHIVED, State.FOR_READING, State.TRANSFERRED, State.TERMINATED)
UNITS = ("FGW", "CZJ", "JYJ", "NHX")
one_matter = st.fixed_dictionaries(
    {
        "organ": st.sampled_from(("SWB", "SWB", "FGW")),
        "lead": st.sampled_from((*UNITS, None)),
        "state": st.sampled_from((*sorted(OPEN_STATES), *ENDED)),
        "due": st.integers(-70, 40),
        "age": st.integers(0, 130),
        "waits": st.sampled_from(Waits.values),
        "stopped": st.sampled_from((False, False, True)),
        "took": st.none() | st.integers(0, 30),
        "when_unknown": st.sampled_from((False, False, True)),
        "origin": st.sampled_from(Origin.values),
        "returns": st.integers(0, 2),
        "known": st.sets(st.sampled_from(("u:FGW", "u:CZJ", "u:SWB-DC", "p:孙遥")), max_size=2),
    }
)


def put(world: World, told: dict[str, Any], number: int) -> None:
    is_open = told["state"] in OPEN_STATES
    opened = AT - timedelta(days=told["age"])
    lead = world.units[told["lead"]] if told["lead"] else None
    matter = Matter.objects.create(
        kind="directive", state=told["state"], group=Group.OPEN if is_open else Group.CLOSED, title=f"第{number}件",
        organ=world.units[told["organ"]], unit=world.units["SWB-DC"], lead_unit=lead, opened_at=opened,
        original_due=TODAY, current_due=TODAY + timedelta(days=told["due"]), moved_on=TODAY,
        stopped_on=TODAY if is_open and told["stopped"] else None,
        waits_for=told["waits"] if is_open else "",
        closed_at=None if is_open or told.get("when_unknown") else opened + (AT - opened) / 2,
    )  # fmt: skip
    took = told["took"] if told["state"] == State.ARCHIVED and matter.closed_at else None
    stages = ("docketing", "signing", "undertaking", "verification", "closure")
    Directive.objects.create(
        matter=matter,
        origin=told["origin"],
        returns=told["returns"],
        source_title="纪要",
        **{f"took_{stage}": took for stage in stages},
    )
    for principal in told["known"]:
        kind, name = principal.split(":")
        pk = world.people[name].pk if kind == "p" else world.units[name].pk
        Grant.objects.create(matter=matter, principal=f"{kind}:{pk}", origin="assigned", at=AT)
    if took is not None:
        _count_times(matter, took, stages)


def _count_times(matter: Matter, took: int, stages: tuple[str, ...]) -> None:
    """As taking the times of a matter closed out does."""
    assert matter.closed_at
    month = month_of(local_day(matter.closed_at))
    matters.note(matter.organ_id, "directive", {Key("took", 0, stage, month): took for stage in stages})


ENDED_LAST_MONTH: dict[str, Any] = {
    "organ": "SWB", "lead": "FGW", "state": State.ARCHIVED, "due": 3, "age": 20, "waits": Waits.NONE,
    "stopped": False, "took": 2, "origin": Origin.MEETING, "returns": 1, "known": {"u:FGW"},
}  # fmt: skip


def numbers(board: Board) -> Iterator[tuple[str, Number]]:
    """Every number of the board that leads to a list."""
    yield from ((one.title, one.number) for one in board.totals)
    yield from ((one.title, one.number) for one in board.waiting)
    yield from ((one.name, one.now) for one in board.stages)
    yield from ((one.name, one.timed) for one in board.stages)
    yield "timed", board.timed
    yield from (("ours", one) for one in board.ours)
    for load in board.loads:
        yield from ((load.unit, one) for one in (load.late, load.soon, load.rest, load.whole))
    for week in board.weeks:
        yield from ((str(week.monday), one) for one in (week.opened, week.ended, week.in_hand))


def of_sources(board: Sources) -> Iterator[tuple[str, Number]]:
    """Every number of its second page."""
    since = board.since.isoformat()
    for came in board.came:
        one = source(came, since)
        load = one.load
        yield from ((load.unit, n) for n in (load.late, load.soon, load.rest, load.whole, one.ended))
    for unit in board.back:
        back = returned(unit, since)
        yield from ((back.unit, n) for n in (back.in_hand, back.ended))


def listed(actor: Actor, url: str) -> int:
    """How many different matters the ledger shows at ``url``, page by page to the end."""
    query = QueryDict(urlsplit(url).query)
    form = FilterForm(query)
    narrowed, seen, cursor = form.narrowed(), list[int](), ""
    assert not form.errors, (url, form.errors)
    while True:
        page = queries.ledger(actor, narrowed, today=TODAY, cursor=cursor, size=40)
        seen += [one.pk for one in page.rows]
        cursor = page.next_cursor
        if not cursor:
            assert len(seen) == len(set(seen)), url
            return len(seen)


def told_whole(actor: Actor, url: str) -> int | None:
    """What a list too long to be counted at once says of its number, where the board has told it already."""
    return figures.told_by_board(actor, FilterForm(QueryDict(urlsplit(url).query)).narrowed(), TODAY)


@given(
    told=st.lists(one_matter, min_size=8, max_size=24),
    folded=st.booleans(),
    span=st.sampled_from(("year", "quarter", "month")),
)
@settings(
    max_examples=8, phases=(Phase.explicit, Phase.generate)
)  # an example takes seconds; shrinking, minutes
def test_every_number_equals_its_list_for_everybody(
    told: list[dict[str, Any]], folded: bool, span: str
) -> None:
    with transaction.atomic():
        world = build()
        for number, one in enumerate(told):
            put(world, one, number)
        if folded:
            matters.fold()
        for name in LOOKING:
            actor = world.actor(name)
            board = Board(actor, AT, span)
            second = Sources(actor, AT, span)
            assert sum(counts.open for _origin, counts in second.came) == board.standing.open
            for title, one_number in chain(numbers(board), of_sources(second)):
                assert listed(actor, one_number.url) == one_number.n, (name, title, one_number.url)
                assert told_whole(actor, one_number.url) in (one_number.n, None), (
                    name,
                    title,
                    one_number.url,
                )
            assert sum(one.number.n for one in board.waiting) == board.late_number
            assert figures.standing(actor, board.days) == figures.counted(actor, board.days)
            assert figures.by_origin(actor, board.days) == figures.counted_by_origin(actor, board.days)
            assert figures.returned(actor, board.since) == figures.counted_returned(actor, board.since)
        transaction.set_rollback(True)


def test_the_second_page_shows_each_number_with_its_list(world: World) -> None:
    sent_back: dict[str, Any] = {
        "organ": "SWB", "lead": "FGW", "state": State.UNDERTAKING, "due": 3, "age": 5, "waits": Waits.NONE,
        "stopped": False, "took": None, "origin": Origin.MEETING, "returns": 1, "known": set(),
    }  # fmt: skip
    with transaction.atomic():
        put(world, sent_back, 1)
        board = Sources(world.actor(LI_MIN), AT, "year")
        shown = "".join([*board.lines_of_sources, *board.lines_of_returned])
        for title, number in of_sources(board):
            assert f'href="{escape(number.url)}">{number.n}</a>' in shown, title
        assert {title for title, number in of_sources(board) if number.n} == {
            "市发展改革委",
            str(Origin.MEETING.label),
        }
        transaction.set_rollback(True)


def test_what_an_old_ledger_brought_in_as_ended_was_not_opened_that_week(world: World) -> None:
    """Nobody knows when it ended, so no week can take it out of hand again."""
    long_ago: dict[str, Any] = {
        "organ": "SWB", "lead": "FGW", "state": State.TERMINATED, "due": -40, "age": 2, "waits": Waits.NONE,
        "stopped": False, "took": None, "origin": Origin.MEETING, "returns": 0, "known": set(), "when_unknown": True,
    }  # fmt: skip
    put(world, long_ago, 1)
    for fold in (lambda: None, matters.fold):
        fold()
        board = Board(world.actor(LI_MIN), AT, "year")
        assert {(week.opened.n, week.in_hand.n) for week in board.weeks} == {(0, 0)}
        assert {listed(world.actor(LI_MIN), week.in_hand.url) for week in board.weeks} == {0}
    assert not matters.recount(actor=SYSTEM, at=AT).differences


def test_beside_each_chart_stands_the_table_it_is_drawn_from(world: World) -> None:
    story.handed_over(world)
    for name in ("board", "wall"):
        page = world.client(LI_MIN).get(reverse(f"supervision:{name}")).content.decode()
        drawn = re.findall(r'data-chart="\w+"[^>]*data-table="([\w-]+)"', page)
        assert len(drawn) == 4
        for table in drawn:
            assert f'<table class="datat" id="{table}">' in page


def test_where_not_every_unit_is_drawn_the_chart_says_so(world: World) -> None:
    for number in range(13):
        if number == 12:
            assert "画前 12 个" not in shown_to(world, "board")
        unit = Unit.objects.create(
            code=f"X{number}", name=f"第{number}局", short_name=f"第{number}局", kind="organ", path=""
        )
        put(world, {**ENDED_LAST_MONTH, "state": State.REVIEWING}, number)
        Matter.objects.filter(title=f"第{number}件").update(lead_unit=unit)
    for name in ("board", "wall"):
        assert "共 13 个单位，画前 12 个" in shown_to(world, name)


def shown_to(world: World, name: str) -> str:
    return world.client(LI_MIN).get(reverse(f"supervision:{name}")).content.decode()


def test_no_number_of_the_tables_stands_there_without_its_list(world: World) -> None:
    """Every cell leads on, but for the days that a rule allows, which count nothing."""
    for number in range(3):
        put(world, {**ENDED_LAST_MONTH, "took": number}, number)
        put(world, {**ENDED_LAST_MONTH, "state": State.REVIEWING, "due": -3}, number)
    for name, person in product(("board", "wall", "sources"), (LI_MIN, HE_WEI, WANG_JIANPING, CHEN_LI)):
        page = world.client(person).get(reverse(f"supervision:{name}")).content.decode()
        tables = re.findall(r'<table class="datat"[^>]*>(.*?)</table>', page, re.DOTALL)
        led = set(re.findall(r'<td><a class="link" href="([^"]+)">[\d.]+</a></td>', "".join(tables)))
        seen = world.actor(person), now(), ""
        known = {escape(one.url) for _title, one in chain(numbers(Board(*seen)), of_sources(Sources(*seen)))}
        assert led <= known, (name, person)
        for table in tables:
            limits = re.search("规定工作日", table) is not None
            for row in re.findall("<tr>(.*?)</tr>", table)[1:]:
                bare = [
                    cell for cell in re.findall("<td>(.*?)</td>", row) if "<a " not in cell and cell != "—"
                ]
                assert len(bare) <= limits, (name, person, row)


def test_the_wall_names_no_person_and_no_matter(world: World) -> None:
    directive = story.instructed(world)
    Matter.objects.filter(pk=directive.pk).update(current_due=TODAY - timedelta(days=400))
    page = world.client(HE_WEI).get(reverse("supervision:wall")).content.decode()
    assert "市发展改革委" in page
    assert directive.matter.title not in page
    assert [name for name in world.people if name in page] == []


def test_the_leader_of_an_organ_that_carries_out_for_others_is_told_how_much_beside_what_his_organ_follows_up(
    world: World,
) -> None:
    directive = story.handed_over(world)
    Matter.objects.filter(pk=directive.pk).update(current_due=TODAY - timedelta(days=9))
    actor, clerk = world.actor(ZHOU_QIMING), world.actor(WANG_JIANPING)
    board, known = Board(actor, AT, "year"), Board(clerk, AT, "year")
    assert (board.standing.open, [one.n for one in board.ours]) == (0, [1, 1])
    assert (known.standing.open, known.ours) == (1, ())
    assert [listed(actor, one.url) for one in board.ours] == [1, 1]
    there = reverse("supervision:board")
    his, hers = (world.client(name).get(there).content.decode() for name in (ZHOU_QIMING, LI_MIN))
    assert "本单位承办的：" in his
    assert "本单位承办的：" not in hers
    assert ("data-chart=" in his, "近 12 周没有督办的事项" in his) == (False, True)  # no empty pictures
    assert ("data-chart=" in hers, "近 12 周没有督办的事项" in hers) == (True, False)
