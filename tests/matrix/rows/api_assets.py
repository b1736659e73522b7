"""Assets through the API: the same people as on the pages."""

from collections.abc import Mapping

from tests.assets.story import BOOKKEEPER, MANAGER, SEEING
from tests.matrix.matrix import Answer, Arguments, Row
from tests.matrix.rows import assets as pages
from tests.matrix.rows.api import CLOSED, UNSEEN, shown
from tests.matrix.rows.inspections import among
from tests.world import World


def lent(world: World) -> Arguments:
    return {"asset_id": pages.lent(world)["ref"]}


def idle(world: World) -> Arguments:
    return {"asset_id": pages.idle(world)["ref"]}


def on_the_books(world: World) -> Arguments:
    return {"asset_id": pages.on_the_books(world)["ref"]}


def deed(
    url: str,
    data: Mapping[str, object],
    answer: Answer = 200,
    by: str = MANAGER,
    prepare: object = pages.laptop,
) -> Row:
    """Done, or refused as incomplete, for one; seen and not theirs for those who know of it; unseen for all others."""
    return Row(
        f"api:assets_{url}", method="post", json=True, data=data, nobody=CLOSED, all=UNSEEN,
        but={**among(SEEING, 403), by: answer}, prepare=prepare,  # type: ignore[arg-type]
    )  # fmt: skip


ROWS = [
    shown("assets"),
    shown("show_asset", all=UNSEEN, but=among(SEEING, 200), prepare=pages.laptop),
    deed("lend", {"lent_to": "", "back_by": "2099-12-31"}, 422),
    deed("lay_idle", {}),
    deed("note_repair", {"note": ""}, 422),
    deed("take_back", {}, prepare=lent),
    deed("use_again", {}, prepare=idle),
    deed("write_down", {"value": "0", "reason": ""}, 422, BOOKKEEPER, on_the_books),
]
