"""A list is counted to a hundred at once; where the board has told its number, it stands there whole."""

from itertools import chain
from typing import Any

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.supervision.test_board import numbers, of_sources, put
from tests.world import AT, LI_MIN, TODAY, World
from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Waits
from zhongshu.supervision import queries
from zhongshu.supervision.models import Origin, State
from zhongshu.supervision.presenters.asked import asked
from zhongshu.supervision.presenters.board import Board
from zhongshu.supervision.presenters.ledger import Ledger
from zhongshu.supervision.presenters.sources import Sources

pytestmark = pytest.mark.django_db
ENDED: dict[str, Any] = {
    "organ": "SWB", "lead": "FGW", "state": State.ARCHIVED, "due": 3, "age": 20, "waits": Waits.NONE,
    "stopped": False, "took": 2, "origin": Origin.MEETING, "returns": 1, "known": set(),
}  # fmt: skip


def test_a_long_list_opened_from_a_number_of_the_board_tells_that_number(world: World) -> None:
    for number in range(103):
        put(world, ENDED, number)
        put(world, {**ENDED, "state": State.REVIEWING, "waits": Waits.OFFICE, "due": -3}, number)
    actor = world.actor(LI_MIN)
    board, second = Board(actor, AT, "year"), Sources(actor, AT, "year")
    long = {one.url: one.n for _title, one in chain(numbers(board), of_sources(second)) if one.n > 100}
    assert len(long) >= 14
    for url, number in long.items():
        shown(actor, url)  # what is the same on every page is known now
        with CaptureQueriesContext(connection) as statements:
            assert shown(actor, url) == f"共 {number} 件", url
        assert len(statements) <= 8 + (connection.vendor == "postgresql"), url  # locks the workdays
    assert shown(actor, f"{reverse('supervision:ledger')}?closed=1") == "100 件以上"


def shown(actor: Actor, url: str) -> str:
    """How many there are, as the page says it."""
    address = asked(RequestFactory().get(url))
    found = queries.lines(actor, address.narrowed, today=TODAY)
    return Ledger(actor, address, found, TODAY).around.total
