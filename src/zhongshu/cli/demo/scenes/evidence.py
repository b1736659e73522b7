"""Evidence used twice: the second matter waits for its verifier with a question."""

from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.supervision import services as supervision

SEEN = "消防通道整治验收：拆除隔断14处，划线2.3公里，复验合格。"


def reused(scene: Scene) -> Iterator[datetime]:
    """Two matters, one photo of one acceptance: the second waits for 赵云舟, who is asked about it."""
    first = yield from scene.opens(35, "整治老城区消防通道", "zjj", scene.day(-12))
    told = {"feedback": "消防通道全部打通。", "signed_by_id": scene.person("luojianye"), "proof": SEEN}
    yield from scene.plays(
        first,
        (34, "xieyutong", supervision.sign_for, {}),
        (16, "xieyutong", scene.completes, told),
        (15, "zhaoyun", supervision.accept, {"opinion": "同意办结。", "explanation": "到现场看过。"}),
        (14, "zhaoyun", supervision.close_out, {}),
    )
    second = yield from scene.opens(13, "整治高铁新区消防通道", "zjj", scene.day(6))
    yield from scene.plays(
        second,
        (12, "xieyutong", supervision.sign_for, {}),
        (1, "xieyutong", scene.completes, told),
    )
