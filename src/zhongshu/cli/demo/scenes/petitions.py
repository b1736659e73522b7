"""A petition, with what its origin has to tell and the days that its norm gives."""

from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import Origin


def petitioned(scene: Scene) -> Iterator[datetime]:
    """A petition is on its way to its sixty days; the county asks for a later day, 何伟 has it on his desk."""
    paper = {
        "origin": Origin.PETITION, "source_title": "反映石桥镇灌渠淤堵、农田受淹", "source_organ": "市信访局",
        "source_number": "澜信转字第218号", "source_date": scene.ago(30).date(), "basis": "市信访局交办函",
    }  # fmt: skip
    pk = yield from scene.opens(29, "疏浚石桥镇灌渠并答复信访人", "nh", scene.day(10), **paper)
    later = {"new_due": scene.day(16), "reason": "下游两处涵管须重新订制，到货后才能安装。"}
    yield from scene.plays(
        pk,
        (28, "maoli", supervision.sign_for, {}),
        (9, "maoli", supervision.report, {"text": "已清淤2.6公里，与信访人当面沟通两次。"}),
        (1, "maoli", supervision.ask_extension, later),
    )
