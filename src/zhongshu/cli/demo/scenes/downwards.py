"""A matter broken down from the city to the county, from the county to its towns, and from a town to its section."""

from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.matters.models import Link, LinkKind
from zhongshu.supervision import services as supervision


def water(scene: Scene) -> Iterator[datetime]:
    """南湖县 has handed drinking water to two towns: one is finished, the other has handed a part on to its section."""
    pk = yield from scene.opens(22, "完成南湖县农村饮水安全巩固提升", "nh", scene.day(15))
    parts = (
        supervision.Part(title="更换清溪镇老旧供水管网", lead_id=scene.unit("nh-qx"), due=scene.day(4)),
        supervision.Part(title="新建石桥镇集中供水站", lead_id=scene.unit("nh-sq"), due=scene.day(10)),
        supervision.Part(title="检测全县饮用水水质", lead_id=scene.unit("nh-dcs"), due=scene.day(6)),
    )
    yield from scene.plays(
        pk,
        (21, "maoli", supervision.sign_for, {}),
        (20, "maoli", supervision.decompose, {"parts": parts}),
    )
    qingxi, shiqiao, _testing = _parts(pk)
    yield from _finished(scene, qingxi)
    yield from _handed_on(scene, shiqiao)


def disputed(scene: Scene) -> Iterator[datetime]:
    """A town says that a part is not its own; the county has it back on its desk."""
    pk = yield from scene.opens(9, "整治南湖县国省道沿线环境", "nh", scene.day(20))
    part = supervision.Part(title="清理国道清溪段弃土场", lead_id=scene.unit("nh-qx"), due=scene.day(12))
    yield from scene.plays(
        pk,
        (8, "maoli", supervision.sign_for, {}),
        (7, "maoli", supervision.decompose, {"parts": (part,)}),
    )
    (own,) = _parts(pk)
    reason = {"reason": "弃土场在石桥镇辖区，建议由石桥镇牵头。"}
    yield from scene.plays(own, (6, "yexiaoman", supervision.object_to, reason))


def _finished(scene: Scene, directive_id: int) -> Iterator[datetime]:
    result = {"feedback": "更换管网12公里，通水正常。", "signed_by_id": scene.person("mengtian")}
    yield from scene.plays(
        directive_id,
        (19, "yexiaoman", supervision.sign_for, {}),
        (12, "yexiaoman", supervision.report, {"text": "完成管网更换7公里。"}),
        (8, "yexiaoman", scene.completes, {**result, "proof": "清溪镇供水管网更换验收表：12公里，合格。"}),
        (
            7,
            "maoli",
            supervision.accept,
            {"opinion": "到现场看过，通水正常。", "explanation": "数量逐段核对过。"},
        ),
        (7, "maoli", supervision.close_out, {}),
    )


def _handed_on(scene: Scene, directive_id: int) -> Iterator[datetime]:
    section = supervision.Part(title="铺设供水站进场道路", lead_id=scene.unit("nh-sq-slz"), due=scene.day(5))
    yield from scene.plays(
        directive_id,
        (6, "qiaolin", supervision.sign_for, {}),
        (5, "qiaolin", supervision.decompose, {"parts": (section,)}),
        (2, "qiaolin", supervision.report, {"text": "站房封顶，水泵已到货。"}),
    )


def _parts(whole: int) -> list[int]:
    links = Link.objects.filter(target_id=whole, kind=LinkKind.DECOMPOSES)
    return list(links.order_by("source_id").values_list("source_id", flat=True))
