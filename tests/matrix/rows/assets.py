"""Assets: the whole ledger for who keeps or watches it; everybody else what his unit uses or he keeps himself."""

from tests.assets import story
from tests.assets.story import BOOKKEEPER, MANAGER, SEEING
from tests.matrix.matrix import Answer, Arguments, Row
from tests.matrix.rows.inspections import among
from tests.world import AT, World

from zhongshu.assets import services

KEEPING: dict[str, Answer] = {MANAGER: 200}


def organ(world: World) -> Arguments:
    return {"ref": story.staffed(world).units["SWB"].pk}


def laptop(world: World) -> Arguments:
    return {"asset_id": story.laptop(story.staffed(world)).pk}


def about_a_laptop(world: World) -> Arguments:
    return {"ref": laptop(world)["asset_id"]}


def idle(world: World) -> Arguments:
    one = story.laptop(story.staffed(world))
    services.lay_idle(actor=world.actor(MANAGER), asset_id=one.pk, at=AT)
    return {"ref": one.pk}


def lent(world: World) -> Arguments:
    one = story.laptop(story.staffed(world))
    services.lend(actor=world.actor(MANAGER), asset_id=one.pk, lent_to="市档案馆", back_by=AT.date(), at=AT)
    return {"ref": one.pk}


def bought(world: World) -> Arguments:
    return {"ref": story.bought(story.staffed(world)).pk}


def on_the_books(world: World) -> Arguments:
    return about_a_laptop(story.with_books(world))


def keepers(name: str) -> dict[str, Answer]:
    return {**among(SEEING, 403), name: 200}


ROWS = [
    Row("assets:assets", 200),
    Row("assets:export", 200),
    Row("assets:purchases", 200),
    Row("assets:asset", 404, among(SEEING, 200), prepare=laptop),
    Row("assets:enter", 403, KEEPING, prepare=organ),
    Row("assets:enter_purchase", 404, KEEPING, prepare=bought),
    *(
        Row(f"assets:{name}", 404, keepers(MANAGER), prepare=about_a_laptop)
        for name in ("lend", "lay_idle", "note_repair", "amend")
    ),
    Row("assets:use_again", 404, keepers(MANAGER), prepare=idle),
    Row("assets:take_back", 404, keepers(MANAGER), prepare=lent),
    Row("assets:write_down", 404, keepers(BOOKKEEPER), prepare=on_the_books),
]
