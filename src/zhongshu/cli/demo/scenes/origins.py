"""How matters come in, or do not: for reading only, a leader's word not yet docketed, a unit that says it is not its own."""

from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import Origin


def for_reading(scene: Scene) -> Iterator[datetime]:
    """A circular from above is read by three units; nothing is to be done."""
    at = scene.ago(3)
    yield at
    title = "省委办公厅关于持续为基层减负的通报"
    paper = {"origin": Origin.SUPERIOR, "source_title": title, "source_organ": "省委办公厅"}
    supervision.enter_for_reading(
        actor=scene.actor("limin", at),
        unit_id=scene.unit("lz-duc"),
        task=scene.task(title, "fgw", scene.day(10), requirement="请各单位对照自查。", **paper),
        reason="通报没有交办任务，请各单位阅知。",
        reader_ids=tuple(scene.unit(code) for code in ("fgw", "jyj", "nh")),
        at=at,
    )


def instructed(scene: Scene) -> Iterator[datetime]:
    """陈立 wrote a word on a matter that is to be supervised of its own; 李敏 has yet to docket it."""
    pk = yield from scene.opens(20, "梳理全市闲置校舍情况", "jyj", scene.day(9))
    word = supervision.Instruction(text="请市教育局会同市财政局提出盘活意见，月底前报我。", supervise=True)
    yield from scene.plays(
        pk,
        (19, "bailuzhou", supervision.sign_for, {}),
        (6, "bailuzhou", supervision.report, {"text": "全市闲置校舍46处，清单已报送。"}),
        (1, "chenli", supervision.instruct, {"instruction": word}),
    )


def objected(scene: Scene) -> Iterator[datetime]:
    """市水利局 says it is not its own; 李敏 is to hand it out again."""
    pk = yield from scene.opens(4, "修复城西片区雨水管道塌陷", "slj", scene.day(10))
    reason = {"reason": "城市雨水管道由市住建局管理，建议改由市住建局牵头。"}
    yield from scene.plays(pk, (3, "panqingyuan", supervision.object_to, reason))
