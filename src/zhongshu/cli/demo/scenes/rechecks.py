"""What was closed and did not hold: a re-check that finds it unsound, work taken up again."""

from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters.models import Matter
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import KIND, Recheck, Soundness, State

SEED = "4f9c1d2a7be05836"  # shown on the page of the draw, as any other


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
        "decided": supervision.Decided(how="go_on", reason="接续已归档事项，不与在办事项重复。"),
    }
    yield from scene.plays(
        successor.pk,
        (7, "limin", supervision.docket, told),
        (6, scene.world.clerk(unit), supervision.sign_for, {}),
    )
