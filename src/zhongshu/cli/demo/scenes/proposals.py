"""A deputy's proposal, with what its origin has to tell."""

from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import Origin


def proposed(scene: Scene) -> Iterator[datetime]:
    """A deputy's proposal is carried out and verified; its answer goes to whoever made it, then it is closed out."""
    title = "关于增设城北公交首末站的建议"
    paper = {
        "origin": Origin.PROPOSAL, "source_title": title, "source_organ": "市人大代表 佟岚等3人",
        "source_number": "第76号", "source_date": scene.ago(44).date(), "basis": f"市人大常委会交办：{title}",
    }  # fmt: skip
    pk = yield from scene.opens(43, "增设城北公交首末站", "jtj", scene.day(6), **paper)
    result = {
        "feedback": "首末站建成投用，开通两条线路，已当面征求代表意见，表示满意。",
        "signed_by_id": scene.person("luchangfeng"),
    }
    yield from scene.plays(
        pk,
        (42, "chexingjian", supervision.sign_for, {}),
        (20, "chexingjian", supervision.report, {"text": "场地硬化完成，充电桩到货。"}),
        (4, "chexingjian", scene.completes, {**result, "proof": "城北公交首末站验收表和代表意见反馈表。"}),
        (2, "zhaoyun", supervision.accept, {"opinion": "代表已签满意。", "explanation": "电话核实过。"}),
    )
