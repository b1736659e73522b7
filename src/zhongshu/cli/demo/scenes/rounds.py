"""A grass-roots unit with a weekly cycle: a round reported, one missed, one due."""

from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import Cycle


def weekly(scene: Scene) -> Iterator[datetime]:
    """A grass-roots unit that is to report each week: it did once, has missed a round, and one is due."""
    basis = {"cycle": Cycle.WEEKLY, "basis": "市防汛抗旱指挥部会议要求", "until": scene.day(30)}
    month = f"{scene.ago(16):%Y-%m}"
    figures = {"labels": ("隐患点数（处）",), "period": month, "standing": True}
    pk = yield from scene.opens(24, "排查南湖县山洪灾害隐患点", "nh", scene.day(28))
    yield from scene.plays(
        pk,
        (23, "maoli", supervision.sign_for, {}),
        (22, "limin", supervision.set_cycle, basis),
        (17, "maoli", supervision.report, {"text": "排查隐患点31处，已落实专人值守。"}),
        (16, "limin", supervision.ask_figures, figures),
    )
