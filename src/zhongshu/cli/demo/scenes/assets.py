"""Assets of the committee's office: a ledger, one stocktake that has ended and one under way, a disposal to approve."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from zhongshu.assets import queries
from zhongshu.assets import services as assets
from zhongshu.assets.models import Asset, Stocktake
from zhongshu.cli.demo.scenes.scene import BETWEEN, Scene

KEEPER, COUNTERS, LEADER = "dingyi", ("zhengyi", "zhoumin"), "chenli"
# name, specification, class, how many, measure, yuan, place, unit, keeper, months since it was bought
CARDS: tuple[tuple[str, str, str, int, str, str, str, str, str, int], ...] = (
    ("台式计算机", "国产整机", "2", 1, "台", "5600", "督查科305室", "lz-duc", "limin", 30),
    ("台式计算机", "国产整机", "2", 1, "台", "5600", "督查科305室", "lz-duc", "qianxiao", 30),
    ("便携式计算机", "14英寸", "2", 1, "台", "7200", "督查科306室", "lz-duc", "zhaoyun", 14),
    ("多功能一体机", "A3彩色", "2", 1, "台", "18600", "文印室", "lz-msk", "sunqi", 40),
    ("碎纸机", "保密型", "2", 2, "台", "3800", "文印室", "lz-msk", "zhoumin", 26),
    ("会议桌", "12人", "6", 1, "张", "9800", "二楼会议室", "lz-xzk", "fangqing", 61),
    ("会议椅", "皮面", "6", 24, "把", "14400", "二楼会议室", "lz-xzk", "fangqing", 61),
    ("档案密集架", "手动，一列六组", "6", 4, "列", "52000", "档案库", "lz-dak", "fengtao", 75),
    ("投影机", "4000流明", "2", 1, "台", "11200", "二楼会议室", "lz-xzk", "suyang", 88),
    ("公务用车", "轿车", "2", 1, "辆", "168000", "地下车库", "lz-xzk", "fangqing", 52),
    ("年鉴和地方志", "成套", "5", 120, "册", "8600", "资料室", "lz-zhk", "wufan", 48),
)


def kept(scene: Scene) -> Iterator[datetime]:
    """丁一舟 enters what the office owns; a count of the section's things ends, one of all is under way."""
    at = scene.ago(45)
    yield at
    for card in CARDS:
        _entered(scene, at, *card)
    yield from _ended(scene)
    at = scene.ago(4)
    yield at
    old = Asset.objects.get(name="投影机")
    reason = "灯泡和主板损坏，维修费超过残值。"
    assets.dispose(
        asset_ids=[old.pk],
        way="scrap",
        reason=reason,
        approver_id=scene.person(LEADER),
        **_by(scene, KEEPER, at),
    )
    at = scene.ago(3)
    yield at
    one = _started(scene, at, category="6")
    lines = {line.name: line.pk for line in one.lines.all()}
    at = scene.ago(2)
    yield at
    counts = {lines["会议桌"]: assets.Count(1), lines["会议椅"]: assets.Count(23)}
    assets.count(matter_id=one.pk, counts=counts, **_by(scene, COUNTERS[0], at))


def _entered(
    scene: Scene, at: datetime, name: str, spec: str, category: str, quantity: int, measure: str, yuan: str,
    place: str, unit: str, keeper: str, months: int,
) -> None:  # fmt: skip
    card = assets.Card(
        name=name, spec=spec, category=category, quantity=quantity, measure=measure, value=Decimal(yuan), place=place,
        unit_id=scene.unit(unit), keeper_id=scene.person(keeper), paper="旧账转入",
        bought_on=(at - timedelta(days=30 * months)).date(),
    )  # fmt: skip
    assets.enter(organ_id=scene.unit("lz"), card=card, **_by(scene, KEEPER, at))


def _ended(scene: Scene) -> Iterator[datetime]:
    """Of the secretaries' section one shredder is missing; 陈立 agrees that the ledger follows."""
    at = scene.ago(30)
    yield at
    one = _started(scene, at, unit_id=scene.unit("lz-msk"))
    at = scene.ago(28)
    yield at
    found = {line.pk: assets.Count(1) for line in one.lines.all()}
    assets.count(matter_id=one.pk, counts=found, **_by(scene, COUNTERS[0], at))
    assets.finish_count(matter_id=one.pk, **_by(scene, COUNTERS[0], at + BETWEEN))
    at = scene.ago(26)
    yield at
    for line in queries.differences(one):
        why = "办公室搬迁时遗失一台，已书面说明。"
        assets.explain(line_id=line.pk, explanation=why, **_by(scene, KEEPER, at))
    at = scene.ago(25)
    yield at
    for line in queries.differences(one):
        assets.agree_difference(line_id=line.pk, **_by(scene, LEADER, at))
    assets.close_stocktake(matter_id=one.pk, **_by(scene, LEADER, at + BETWEEN))


def _started(scene: Scene, at: datetime, **scope: Any) -> Stocktake:
    counting = assets.Counting(
        counter_ids=tuple(scene.person(login) for login in COUNTERS), approver_id=scene.person(LEADER)
    )
    organ = scene.unit("lz")
    return assets.start_stocktake(organ_id=organ, counting=counting, **scope, **_by(scene, KEEPER, at))


def _by(scene: Scene, login: str, at: datetime) -> dict[str, Any]:
    return {"actor": scene.actor(login, at), "at": at}
