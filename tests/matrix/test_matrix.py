import pytest
from tests.matrix.conftest import Compared
from tests.matrix.matrix import Row, addresses, rows
from tests.world import LI_MIN, World


def test_every_address_is_listed() -> None:
    listed = {row.url for row in rows()}
    assert sorted(addresses() - listed) == [], "add rows to tests/matrix/rows/"
    assert sorted(listed - addresses()) == [], "rows about addresses that are gone"


@pytest.mark.parametrize("row", rows(), ids=str)
def test_answers_everybody_as_listed_and_draws_as_the_framework_does(
    row: Row, world: World, compared: Compared
) -> None:
    arguments = row.prepare(world)
    ids = row.ids(world)
    assert {name: row.ask(world.client(name), arguments, ids) for name in row.expected()} == row.expected()
    assert compared.differ == []


def test_pages_are_compared(world: World, compared: Compared) -> None:
    ledger = next(row for row in rows() if row.url == "supervision:ledger")
    assert ledger.ask(world.client(LI_MIN), {}, {}) == 200
    assert "supervision/ledger.html" in compared.drawn
