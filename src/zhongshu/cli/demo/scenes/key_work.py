"""The year's key work: the table of who does what is brought in, and its tasks live on at different stages."""

from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo.scenes.scene import Scene
from zhongshu.cli.demo.sittings import choice_of
from zhongshu.kernel.actors import Actor
from zhongshu.supervision import queries
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import Ask, Cycle, Origin, SlipWeight

HEAD = "序号\t重点任务\t年度目标（量化指标）\t牵头单位\t责任单位\t完成时限\t报送频次"
ROWS = (
    ("城镇老旧小区改造\t改造老旧小区48个、惠及居民1.6万户", "市住建局\t市财政局、市公安局", 24, "每月"),
    ("高标准农田建设\t改造提升高标准农田3万亩", "南湖县\t市财政局", 18, "每月"),
    ("公办学位扩容\t新建公办幼儿园6所，新增学位1800个", "市教育局\t市住建局", 30, "每季度"),
    ("空气质量改善\t完成重点行业挥发性有机物治理项目22个", "市生态环境局\t市交通运输局", -6, "每月"),
    ("稳定城镇就业\t城镇新增就业1.5万人", "市人社局\t市教育局", 20, "每季度"),
)
TOLD = {"opinion": "抽查名单属实。", "explanation": "逐县核对过。"}


def begun(scene: Scene) -> Iterator[datetime]:
    """The table is brought in; its five tasks are handed out with their numbers to reach, and live side by side."""
    at = scene.ago(60)
    yield at
    actor, unit = scene.actor("limin", at), scene.unit("lz-duc")
    title = f"{at.year}年市政府重点工作任务分解表"
    lines = [
        f"{n}\t{task}\t{units}\t{scene.day(ahead):%Y年%m月%d日}\t{pace}"
        for n, (task, units, ahead, pace) in enumerate(ROWS, 1)
    ]
    intake = supervision.bring_in(
        actor=actor, unit_id=unit, text="\n".join((title, HEAD, *lines)), title=title, document_date=at.date(),
        origin=Origin.KEY_WORK, at=at,
    )  # fmt: skip
    opened = supervision.confirm(
        actor=actor, intake_id=intake.pk, unit_id=unit, approver_id=scene.person("hewei"), basis=f"《{title}》",
        choices=[choice_of(finding, at) for finding in queries.findings(intake)], aside="属一般性要求。", at=at,
    )  # fmt: skip
    for life, directive in zip((homes, fields, schools, air, jobs), opened, strict=True):
        scene.world.start(life(scene, directive.pk))


def homes(scene: Scene, pk: int) -> Iterator[datetime]:
    """On its way: reported month by month, with the number of the table; a later date was granted."""
    month = f"{scene.ago(57):%Y-%m}"
    figures = {"labels": ("改造老旧小区（个）",), "period": month, "standing": True}
    later = {"new_due": scene.day(34), "reason": "三个小区管线迁改须待供暖期间隙施工。"}
    yield from scene.plays(
        pk,
        (58, "xieyutong", supervision.sign_for, {}),
        (57, "limin", supervision.ask_figures, figures),
        (56, "xieyutong", _counted, {"text": "48个小区底数摸清，完工6个。", "done": "6"}),
        (40, "xieyutong", _counted, {"text": "48个小区全部开工，完工17个。", "done": "17"}),
        (19, "xieyutong", _counted, {"text": "累计完工31个，12个小区进入绿化铺装。", "done": "31"}),
        (8, "xieyutong", supervision.ask_extension, later),
        (7, "hewei", supervision.decide_extension, {"approve": True, "opinion": "同意，年内务必收尾。"}),
    )


def _counted(*, actor: Actor, directive_id: int, text: str, done: str, at: datetime) -> None:
    """A report with the figure that is asked for."""
    asked = Ask.objects.filter(directive=directive_id, given_at=None)
    figures = dict.fromkeys(asked.values_list("pk", flat=True), done)
    supervision.report(actor=actor, directive_id=directive_id, text=text, figures=figures, at=at)


def fields(scene: Scene, pk: int) -> Iterator[datetime]:
    """Broken down by the county to two towns; one of them has not signed."""
    parts = tuple(
        supervision.Part(title=title, lead_id=scene.unit(town), due=scene.day(ahead))
        for title, town, ahead in (
            ("改造清溪镇高标准农田1.2万亩", "nh-qx", 8),
            ("改造石桥镇高标准农田1.8万亩", "nh-sq", 14),
        )
    )
    yield from scene.plays(
        pk,
        (57, "maoli", supervision.sign_for, {}),
        (55, "maoli", supervision.decompose, {"parts": parts}),
        (54, "maoli", supervision.report, {"text": "已分解到两镇，施工图审查完毕。"}),
        (30, "maoli", supervision.report, {"text": "累计改造1.3万亩。"}),
        (6, "maoli", supervision.report, {"text": "累计改造2.1万亩，田间道路完成八成。", "blocker": "money"}),
    )


def schools(scene: Scene, pk: int) -> Iterator[datetime]:
    """By milestones that the section set."""
    steps = [supervision.Milestone(name, scene.day(ahead)) for name, ahead in (("竣工验收", 9), ("开班", 28))]
    plan = {"cycle": Cycle.MILESTONE, "milestones": steps}
    yield from scene.plays(
        pk,
        (57, "bailuzhou", supervision.sign_for, {}),
        (50, "limin", supervision.set_cycle, plan),
        (12, "bailuzhou", supervision.report, {"text": "6所幼儿园主体完工，5所完成装修。"}),
    )


def air(scene: Scene, pk: int) -> Iterator[datetime]:
    """Red: its day went by, slips of rising weight are out."""
    yield from scene.plays(
        pk,
        (57, "linqinghe", supervision.sign_for, {}),
        (30, "linqinghe", supervision.report, {"text": "完成治理项目13个。", "blocker": "other_unit"}),
        (4, "limin", supervision.issue_slip, {"weight": SlipWeight.NOTE, "text": ""}),
        (2, "limin", supervision.issue_slip, {"weight": SlipWeight.URGING, "text": ""}),
    )


def jobs(scene: Scene, pk: int) -> Iterator[datetime]:
    """Reached, sent back once, verified, answered and closed out."""
    result = {
        "feedback": "城镇新增就业1.52万人，全年目标提前完成。",
        "signed_by_id": scene.person("renxianliang"),
    }
    proof = {**result, "proof": "城镇新增就业实名登记汇总：15213人。"}
    yield from scene.plays(
        pk,
        (58, "jiasiyuan", supervision.sign_for, {}),
        (24, "jiasiyuan", scene.completes, {**result, "proof": "城镇新增就业月报。"}),
        (22, "zhaoyun", supervision.return_for_rework, {"reason": "请附实名登记汇总，分县列出。"}),
        (18, "jiasiyuan", scene.completes, proof),
        (15, "zhaoyun", supervision.accept, TOLD),
        (13, "limin", supervision.answer_leader, {"answer": "城镇新增就业全年目标已提前完成。"}),
        (13, "limin", supervision.close_out, {}),
    )
