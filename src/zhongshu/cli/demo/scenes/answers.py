"""An instruction that is carried out and verified: its leader has still to be answered."""

from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import InstructionClass, Origin


def verified(scene: Scene) -> Iterator[datetime]:
    """What 陈立 instructed is done and verified; 李敏 has still to answer him and to close it out."""
    words = "请市交通局抓紧整治，春运前完成。"
    told = {
        "origin": Origin.INSTRUCTION,
        "source_title": "关于客运北站周边拥堵的信息专报",
        "basis": "领导批示",
        "instruction_class": InstructionClass.ORDER,
        "instructed_by_id": scene.person("chenli"),
        "instruction": words,
    }
    pk = yield from scene.opens(18, "整治客运北站周边交通拥堵", "jtj", scene.day(4), **told)
    result = {
        "feedback": "增设即停即走区2处，高峰拥堵时长下降四成。",
        "signed_by_id": scene.person("luchangfeng"),
    }
    yield from scene.plays(
        pk,
        (17, "chexingjian", supervision.sign_for, {}),
        (10, "chexingjian", supervision.report, {"text": "已增设即停即走区1处。"}),
        (3, "chexingjian", scene.completes, {**result, "proof": "客运北站整治验收：即停即走区2处。"}),
        (1, "zhaoyun", supervision.accept, {"opinion": "高峰到现场看过，属实。", "explanation": "已核对。"}),
    )
