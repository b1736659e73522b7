"""Matters that ended before their time: along with their parts, or for another authority."""

from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.supervision import services as supervision


def ended_with_parts(scene: Scene) -> Iterator[datetime]:
    """The whole was ended, and its part along with it."""
    pk = yield from scene.opens(26, "筹办北山县山地运动会", "bs", scene.day(25))
    part = supervision.Part(title="编制赛事安保方案", lead_id=scene.unit("bs-dcs"), due=scene.day(10))
    told = {"reason": "上级停办同类赛事。", "parts": supervision.ForParts(how="follow")}
    yield from scene.plays(
        pk,
        (25, "qiuye", supervision.sign_for, {}),
        (24, "qiuye", supervision.decompose, {"parts": (part,)}),
        (10, "hewei", supervision.terminate, told),
    )


def transferred(scene: Scene) -> Iterator[datetime]:
    """What was found on the way is for another authority; the matter is locked."""
    pk = yield from scene.opens(28, "清理农村集体资产承包合同", "nh", scene.day(14))
    told = {"to": "南湖县监察委员会", "reason": "核查中发现有关线索，按规定移送。"}
    yield from scene.plays(
        pk, (27, "maoli", supervision.sign_for, {}), (9, "hewei", supervision.transfer, told)
    )
