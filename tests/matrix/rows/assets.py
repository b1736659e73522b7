"""Assets: the whole ledger for who keeps or watches it; everybody else what his unit uses or he keeps himself."""

from tests.assets import story
from tests.assets.story import BOOKKEEPER, MANAGER, SEEING
from tests.matrix.matrix import Answer, Arguments, Row
from tests.matrix.rows.inspections import among
from tests.world import AT, CHEN_LI, HE_WEI, SHEN_JING, World

from zhongshu.assets import services
from zhongshu.assets.models import Stocktake
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters import queries as matters

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


def planned(world: World) -> Arguments:
    return {"ref": services.plan_stocktake(actor=SYSTEM, organ_id=organ(world)["ref"], at=AT).pk}  # type: ignore[arg-type]


def counting(world: World) -> Arguments:
    story.laptop(story.staffed(world))
    return {"ref": story.started(world).pk}


def shown(world: World) -> Arguments:
    return {"matter_id": counting(world)["ref"]}


def differing(world: World) -> Arguments:
    return {"ref": _missing(world).lines.get().pk}


def explained(world: World) -> Arguments:
    one = _missing(world)
    story.explained(world, one)
    return {"ref": one.lines.get().pk}


def to_close(world: World) -> Arguments:
    one = Stocktake.objects.get(pk=counting(world)["ref"])
    story.all_found(world, one)
    story.finished(world, one)
    return {"ref": one.pk}


def reported(world: World) -> Arguments:
    one = Stocktake.objects.get(pk=to_close(world)["ref"])
    story.closed(world, one)
    return {"matter_id": one.pk, "attachment_id": matters.attachments(one.matter)[0].pk}


def _missing(world: World) -> Stocktake:
    one = Stocktake.objects.get(pk=counting(world)["ref"])
    story.all_found(world, one, 便携式计算机=0)
    story.finished(world, one)
    return one


KNOWING = (MANAGER, HE_WEI, CHEN_LI, SHEN_JING)
"""Of a stocktake: who keeps the ledger, who counts, the leaders, the auditor."""


def handed(world: World) -> Arguments:
    card = story.laptop(story.staffed(world))
    one = services.hand_over(
        actor=world.actor(MANAGER), asset_ids=[card.pk], keeper_id=world.people[HE_WEI].pk,
        unit_id=world.units["SWB"].pk, place="四楼", reason="换人", at=AT,
    )  # fmt: skip
    return {"ref": one.pk}


def disposed(world: World) -> Arguments:
    card = story.laptop(story.staffed(world))
    one = services.dispose(
        actor=world.actor(MANAGER), asset_ids=[card.pk], way="scrap", reason="坏了",
        approver_id=world.people[CHEN_LI].pk, at=AT,
    )  # fmt: skip
    return {"ref": one.pk}


def rounds(*names: str) -> dict[str, Answer]:
    return {**among(KNOWING, 403), **dict.fromkeys(names, 200)}


ROWS = [
    Row("assets:moves", 200),
    Row("assets:move", 404, among(KNOWING, 200), prepare=lambda world: {"matter_id": handed(world)["ref"]}),
    Row("assets:sign", 404, rounds(SHEN_JING, HE_WEI), prepare=handed),
    Row("assets:refuse", 404, rounds(SHEN_JING, HE_WEI), prepare=handed),
    Row("assets:approve", 404, rounds(CHEN_LI), prepare=disposed),
    Row("assets:hand_over", 404, {**keepers(MANAGER), SHEN_JING: 200}, prepare=about_a_laptop),
    Row("assets:dispose", 404, keepers(MANAGER), prepare=about_a_laptop),
    Row("assets:stocktakes", 200),
    Row("assets:stocktake", 404, among(KNOWING, 200), prepare=shown),
    Row("assets:stocktake-export", 404, among(KNOWING, 200), prepare=shown),
    Row("assets:file", 404, among(KNOWING, 200), prepare=reported),
    Row("assets:start", 403, KEEPING, prepare=organ),
    Row("assets:begin", 404, rounds(MANAGER), prepare=planned),
    *(
        Row(f"assets:{name}", 404, rounds(HE_WEI), prepare=counting)
        for name in ("count", "note_surplus", "finish_count")
    ),
    Row("assets:explain", 404, rounds(MANAGER, SHEN_JING), prepare=differing),
    Row("assets:decide", 404, rounds(CHEN_LI), prepare=explained),
    Row("assets:close", 404, rounds(CHEN_LI), prepare=to_close),
    Row("assets:stop", 404, rounds(CHEN_LI), prepare=counting),
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
