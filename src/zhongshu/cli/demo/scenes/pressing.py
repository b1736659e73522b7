"""What is not kept to: slips of each weight go up the line of command, some of them acknowledged."""

from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import Risk, SlipWeight

INTERVIEW = "请周启明主任面谈，说明逾期原因和赶工计划。"


def ladder(scene: Scene) -> Iterator[datetime]:
    """市发展改革委 lets a date go by: note, urging, supervising, interview and circular; the last two are not yet read."""
    pk = yield from scene.opens(45, "制定全市工业园区循环化改造方案", "fgw", scene.day(-18))
    yield from scene.plays(
        pk,
        (44, "wangjianping", supervision.sign_for, {}),
        (44, "wangjianping", supervision.pass_on, {"person_id": scene.person("hanxue")}),
        (36, "hanxue", supervision.report, {"text": "已收集9个园区的改造需求。", "blocker": "ourselves"}),
        (17, "limin", supervision.issue_slip, {"weight": SlipWeight.NOTE, "text": ""}),
        (17, "hanxue", supervision.acknowledge_slips, {}),
        (15, "limin", supervision.issue_slip, {"weight": SlipWeight.URGING, "text": ""}),
        (14, "wangjianping", supervision.acknowledge_slips, {}),
        (13, "limin", supervision.issue_slip, {"weight": SlipWeight.SUPERVISING, "text": ""}),
        (12, "lvsiyuan", supervision.acknowledge_slips, {}),
        (7, "limin", supervision.judge_risk, {"risk": Risk.HIGH, "reason": "方案没有初稿，时限已过两周。"}),
        (4, "limin", supervision.issue_slip, {"weight": SlipWeight.INTERVIEW, "text": INTERVIEW}),
        (1, "hewei", supervision.issue_slip, {"weight": SlipWeight.CIRCULAR, "text": ""}),
    )


def urged(scene: Scene) -> Iterator[datetime]:
    """The section chief of 市发展改革委 and its leader in charge have slips that wait for them."""
    pk = yield from scene.opens(30, "报送节能审查事中事后监管情况", "fgw", scene.day(-6))
    yield from scene.plays(
        pk,
        (29, "wangjianping", supervision.sign_for, {}),
        (29, "wangjianping", supervision.pass_on, {"person_id": scene.person("hanxue")}),
        (5, "limin", supervision.issue_slip, {"weight": SlipWeight.NOTE, "text": ""}),
        (3, "limin", supervision.issue_slip, {"weight": SlipWeight.URGING, "text": ""}),
        (1, "limin", supervision.issue_slip, {"weight": SlipWeight.SUPERVISING, "text": ""}),
    )
