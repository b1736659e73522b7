"""Clocks that stopped: one asked for, one standing, one that runs again."""

from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.supervision import services as supervision


def asked(scene: Scene) -> Iterator[datetime]:
    """The unit has asked that the clock stop; 何伟 has it on his desk."""
    pk = yield from scene.opens(14, "建成开发区污水处理厂二期", "hbj", scene.day(12))
    told = {"reason": "省厅环评批复未下达，主体工程不能开工。", "review_on": scene.day(20)}
    yield from scene.plays(
        pk,
        (13, "linqinghe", supervision.sign_for, {}),
        (
            9,
            "linqinghe",
            supervision.report,
            {"text": "厂区平整完成，环评报告已报省厅。", "blocker": "superior"},
        ),
        (1, "linqinghe", supervision.ask_suspension, told),
    )


def standing(scene: Scene) -> Iterator[datetime]:
    """The clock stands until a day set; 李敏 may let it run on."""
    pk = yield from scene.opens(30, "完成沿江片区防洪堤加固", "slj", scene.day(10))
    told = {"reason": "汛期水位超警，堤身不能开挖。", "review_on": scene.day(3)}
    yield from scene.plays(
        pk,
        (29, "panqingyuan", supervision.sign_for, {}),
        (20, "panqingyuan", supervision.report, {"text": "完成清表和围堰，堤身待水位回落。"}),
        (12, "panqingyuan", supervision.ask_suspension, told),
        (11, "hewei", supervision.decide_suspension, {"approve": True, "opinion": "同意，水位回落即恢复。"}),
    )


def resumed(scene: Scene) -> Iterator[datetime]:
    """The clock stood and runs again, with the days that were left."""
    pk = yield from scene.opens(40, "打通城东片区断头路", "jtj", scene.day(-8))
    told = {"reason": "文物勘探未结束，不能进场。", "review_on": scene.day(-10)}
    yield from scene.plays(
        pk,
        (39, "chexingjian", supervision.sign_for, {}),
        (30, "limin", supervision.ask_suspension, told),
        (29, "hewei", supervision.decide_suspension, {"approve": True, "opinion": "同意。"}),
        (6, "limin", supervision.resume, {"reason": "勘探已结束，场地移交。"}),
        (2, "chexingjian", supervision.report, {"text": "施工队已进场，路基完成三成。"}),
    )
