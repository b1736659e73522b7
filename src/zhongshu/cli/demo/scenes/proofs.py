"""Against close-outs on paper: evidence used twice, a re-check that finds a result unsound, work taken up again."""

from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters.models import Matter
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import KIND, Recheck, Soundness, State

SEEN = "消防通道整治验收：拆除隔断14处，划线2.3公里，复验合格。"
SEED = "4f9c1d2a7be05836"  # shown on the page of the draw, as any other


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


def drawn(scene: Scene) -> Iterator[datetime]:
    """Closed matters are drawn: one found sound, one not, the others wait."""
    at = scene.ago(5)
    yield at
    draw = supervision.sample(actor=SYSTEM, at=at, seed=SEED)
    found = list(Recheck.objects.filter(draw=draw).order_by("pk").values_list("directive_id", flat=True)[:2])
    notes = (
        {"outcome": Soundness.SOUND, "note": "到现场看过，与归档材料一致。"},
        {"outcome": Soundness.NOT_SOUND, "note": "现场只完成一半，验收表上的数字对不上。"},
    )
    for directive_id, told in zip(found, notes, strict=False):
        yield from scene.plays(directive_id, (3, "zhaoyun", supervision.recheck, told))


def again(scene: Scene) -> Iterator[datetime]:
    """A matter closed some weeks ago was not done after all: it is taken up again and handed out anew."""
    at = scene.ago(8)
    yield at
    closed = Matter.objects.filter(kind=KIND, state=State.ARCHIVED, closed_at__lt=scene.ago(30), parent=None)
    old = closed.latest("closed_at")
    unit = scene.world.codes[old.lead_unit_id or 0]
    actor, reason = scene.actor("limin", at), "群众反映交付后一直没有启用。"
    successor = supervision.take_up_again(actor=actor, directive_id=old.pk, reason=reason, at=at)
    told = {
        "lead_id": old.lead_unit_id,
        "due": scene.day(15),
        "approver_id": scene.person("hewei"),
        "basis": "复查意见",
    }
    yield from scene.plays(
        successor.pk,
        (7, "limin", supervision.docket, told),
        (6, scene.world.clerk(unit), supervision.sign_for, {}),
    )
