"""Inspections: one under way, one whose conclusion is looked at again, one that a department planned on its designation."""

import io
from collections.abc import Generator, Iterator
from datetime import datetime
from typing import Any

from zhongshu.cli.demo.scenes.scene import BETWEEN, Scene
from zhongshu.inspections import services as inspections
from zhongshu.kernel.actors import Actor
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File

Doing = Generator[datetime, None, dict[str, Any]]


def under_way(scene: Scene) -> Iterator[datetime]:
    """赵云舟's team looks at dust on building sites; one finding is supervised, one is still open."""
    pk = yield from _begun(
        scene, 7, 5, "秋冬季工地扬尘治理专项督查", ("zjj", "hbj"), ("zhaoyun", "qianxiao", "wufan"),
        content="在建工地扬尘防治措施落实情况，监测设备运行和数据上传情况。", scope="主城区在建工地和渣土运输线路",
        basis="市委常委会会议议定事项",
    )  # fmt: skip
    by = yield from _on(scene, 6, "qianxiao")
    _step(scene, by, pk, "clues", 6, "12345热线", "近一个月扬尘投诉31件，涉及工地9处。", "qianxiao")
    by = yield from _on(scene, 5, "zhaoyun")
    told = "夜间暗访，一处裸土没有覆盖，一处冲洗设备停用。"
    proof = _paper(by["actor"], by["at"], "暗访记录.txt", "裸土约800平方米，冲洗设备停用。")
    _step(scene, by, pk, "visit", 5, "滨江新区三个工地", told, "zhaoyun", "wufan", unit="zjj", files=(proof,))
    dust = _found(scene, by, pk, "zjj", "滨江新区安置房工地裸土没有覆盖，车辆冲洗设备停用。")
    by = yield from _on(scene, 4, "wufan")
    _step(scene, by, pk, "files", 4, "市生态环境局", "调阅监测设备运行日志。", "wufan", unit="hbj")
    _found(scene, by, pk, "hbj", "9处工地监测设备中3处数据断传超过十天，没有处置记录。")
    yield from _followed(scene, 3, dust, "整改滨江新区安置房工地扬尘问题")


def under_review(scene: Scene) -> Iterator[datetime]:
    """市教育局 contests what was concluded about school kitchens; 市卫生健康委 has accepted its own."""
    pk = yield from _begun(
        scene, 30, -12, "校园食品安全专项督查", ("jyj", "wjw"), ("limin", "qianxiao"),
        content="中小学食堂食品采购、留样和从业人员健康管理情况。", scope="全市义务教育阶段学校食堂",
        basis="市委主要领导批示",
    )  # fmt: skip
    by = yield from _on(scene, 28, "limin")
    told = "抽查12所学校，两所留样不全，一所台账缺失。"
    _step(scene, by, pk, "visit", 28, "12所学校食堂", told, "limin", "qianxiao", unit="jyj")
    kitchens = _found(scene, by, pk, "jyj", "两所学校食堂留样不足四十八小时，采购索证不全。")
    by = yield from _on(scene, 27, "qianxiao")
    _step(scene, by, pk, "sitting", 27, "市第三小学", "与家长委员会和食堂从业人员座谈。", "qianxiao")
    papers = _found(scene, by, pk, "wjw", "一所学校三名从业人员健康证过期。")
    yield from _followed(scene, 26, kitchens, "规范学校食堂食品留样和索证")
    by = yield from _on(scene, 26, "limin", later=1)
    inspections.leave_finding(finding_id=papers, reason="当日离岗体检，换证后上岗。", **by)
    by = yield from _on(scene, 15, "limin")
    texts = {
        scene.unit("jyj"): "抽查12所学校，两所留样不足四十八小时，食品采购索证制度落实不到位。",
        scene.unit("wjw"): "从业人员健康管理总体规范，个别证件过期已经纠正。",
    }
    concluded = inspections.feed_back(
        matter_id=pk, texts=texts, overview="全市学校食堂管理总体规范，个别学校食品留样和索证制度落实不到位。",
        advice="建议把留样和索证情况列入学校日常检查，学期内至少检查一次。", **by,
    )  # fmt: skip
    made = {one.unit_id: one.pk for one in concluded}
    by = yield from _on(scene, 12, "kangjianing")
    inspections.accept_conclusion(matter_id=made[scene.unit("wjw")], **by)
    by = yield from _on(scene, 5, "bailuzhou")
    why = "索证票据由校外配送企业统一保管，检查当日没有调取；现附配送企业票据清单，请核实。"
    inspections.ask_review(matter_id=made[scene.unit("jyj")], reason=why, **by)


def on_designation(scene: Scene) -> Iterator[datetime]:
    """市应急局 is to inspect fire safety on a designation of the committee's office; 何伟 has yet to approve."""
    by = yield from _on(scene, 4, "chenli")
    paper = inspections.designate(
        organ_id=scene.unit("lz"), unit_id=scene.unit("yjj"), matter="冬季消防安全责任落实情况",
        scope="医院、客运站", unit_ids=(scene.unit("wjw"), scene.unit("jtj")),
        duty="查清责任落实情况，提出处理建议。", starts_on=scene.day(-4), ends_on=scene.day(40),
        paper=f"委办函〔{scene.now.year}〕16号",
        file=_paper(by["actor"], by["at"], "指定函.txt", "关于指定市应急局开展冬季消防安全督查的函"), **by,
    )  # fmt: skip
    by = yield from _on(scene, 2, "leizhendong")
    team = (scene.person("leizhendong"), scene.person("anruosu"))
    plan = inspections.Plan(
        desk_id=scene.unit("yjj"), kind="special", title="冬季消防安全专项督查", content="消防通道、设施和值守情况。",
        scope="客运站和城区医院", basis="书面指定", unit_ids=(scene.unit("jtj"), scene.unit("wjw")),
        approver_id=scene.person("hewei"), leader_id=team[0], member_ids=team, starts_on=scene.day(1),
        ends_on=scene.day(15), designation_id=paper.pk,
    )  # fmt: skip
    inspections.plan_inspection(plan=plan, **by)


def _begun(
    scene: Scene, days: int, ends: int, title: str, units: tuple[str, ...], team: tuple[str, ...], **told: Any
) -> Generator[datetime, None, int]:
    """李敏 plans it so many working days ago, until so many from today; 何伟 approves it. The first of the team leads it."""
    by = yield from _on(scene, days, "limin")
    people = tuple(scene.person(login) for login in team)
    plan = inspections.Plan(
        desk_id=scene.unit("lz-duc"), kind="special", title=title, leader_id=people[0], member_ids=people,
        unit_ids=tuple(scene.unit(code) for code in units), approver_id=scene.person("hewei"),
        starts_on=scene.day(-days), ends_on=scene.day(ends), **told,
    )  # fmt: skip
    made = inspections.plan_inspection(plan=plan, **by)
    by = yield from _on(scene, days, "hewei", later=1)
    inspections.approve(matter_id=made.pk, leader_id=people[0], **by)
    return int(made.pk)


def _on(scene: Scene, days: int, login: str, *, later: int = 0) -> Doing:
    """Who acts, so many working days ago; on the same morning again, ``later``."""
    at = scene.ago(days) + later * BETWEEN
    yield at
    return {"actor": scene.actor(login, at), "at": at}


def _step(
    scene: Scene, by: dict[str, Any], pk: int, method: str, days: int, place: str, note: str, *team: str,
    unit: str = "", files: tuple[File, ...] = (),
) -> None:  # fmt: skip
    inspections.record_step(
        matter_id=pk, method=method, on=scene.day(-days), place=place, note=note, files=files,
        person_ids=[scene.person(login) for login in team], unit_id=scene.unit(unit) if unit else None, **by,
    )  # fmt: skip


def _found(scene: Scene, by: dict[str, Any], pk: int, unit: str, text: str) -> int:
    return int(inspections.note_finding(matter_id=pk, unit_id=scene.unit(unit), text=text, **by).pk)


def _followed(scene: Scene, days: int, finding_id: int, title: str) -> Iterator[datetime]:
    """李敏 dockets a finding; it is another matter than any of chance that is like it."""
    by = yield from _on(scene, days, "limin")
    inspections.follow_finding(
        finding_id=finding_id, desk_id=scene.unit("lz-duc"), title=title, requirement="", due=scene.day(12),
        approver_id=scene.person("hewei"), basis="专项督查发现的问题", another_because="督查发现的具体点位。", **by,
    )  # fmt: skip


def _paper(actor: Actor, at: datetime, name: str, words: str) -> File:
    return files.store(actor=actor, stream=io.BytesIO(words.encode()), name=name, at=at)
