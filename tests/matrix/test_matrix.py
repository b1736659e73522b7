import pytest
from tests.matrix.matrix import Row, addresses, rows
from tests.world import World


def test_every_address_is_listed() -> None:
    listed = {row.url for row in rows()}
    assert sorted(addresses() - listed) == [], "add rows to tests/matrix/rows/"
    assert sorted(listed - addresses()) == [], "rows about addresses that are gone"


@pytest.mark.parametrize("row", rows(), ids=str)
def test_answers_everybody_as_listed(row: Row, world: World) -> None:
    arguments = row.prepare(world)
    ids = row.ids(world)
    assert {name: row.ask(world.client(name), arguments, ids) for name in row.expected()} == row.expected()
