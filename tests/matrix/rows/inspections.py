"""Inspections: for the organ that inspects; the inspected unit knows of its own conclusion and of nothing else."""

from collections.abc import Mapping

from tests.inspections import story
from tests.inspections.test_planning import designation
from tests.inspections.test_reissue import again, reviewed
from tests.matrix.matrix import Answer, Arguments, Row
from tests.world import (
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SHEN_JING,
    WANG_JIANPING,
    WU_XIAOFANG,
    ZHENG_GUODONG,
    ZHOU_QIMING,
    World,
)

OVERSEEING = (LI_MIN, HE_WEI, CHEN_LI, SHEN_JING)
INSPECTED = (WANG_JIANPING, ZHOU_QIMING)


def among(names: tuple[str, ...], answer: Answer, **but: Answer) -> Mapping[str, Answer]:
    return {**dict.fromkeys(names, answer), **but}


def organ(world: World) -> Arguments:
    return {"ref": world.units["SWB"].pk}


def planned(world: World) -> Arguments:
    return {"ref": story.planned(world).pk}


def about_a_running_one(world: World) -> Arguments:
    return {"ref": story.running(world).pk}


def running(world: World) -> Arguments:
    return {"matter_id": story.running(world).pk}


def finding(world: World) -> Arguments:
    return {"ref": story.found(world, story.running(world)).pk}


def told(world: World) -> Arguments:
    return {"matter_id": story.fed_back(world).pk}


def to_answer(world: World) -> Arguments:
    return {"ref": story.fed_back(world).pk}


def to_review(world: World) -> Arguments:
    return {"ref": story.asked(world, by=ZHOU_QIMING, at=story.TOLD).pk}


def to_reissue(world: World) -> Arguments:
    return {"ref": reviewed(world).pk}


def reissued(world: World) -> Arguments:
    return {"matter_id": again(world, reviewed(world)).pk}


def with_evidence(world: World) -> Arguments:
    one = story.running(world)
    story.visited(world, one, files=(story.proof(world),))
    return {"matter_id": one.pk, "attachment_id": one.matter.attachments.get().pk}


def designated(world: World) -> Arguments:
    return {"designation_id": designation(world).pk}


ROWS = [
    Row("inspections:inspections", 200),
    Row("inspections:conclusions", 200),
    Row("inspections:designations", 200),
    Row("inspections:export", 200),
    Row("inspections:conclusions-export", 200),
    Row(
        "inspections:designation-file",
        404,
        among((*OVERSEEING, WU_XIAOFANG, ZHENG_GUODONG), 200),
        prepare=designated,
    ),
    Row(
        "inspections:designation-withdrawal", 404,
        among((*OVERSEEING, WU_XIAOFANG, ZHENG_GUODONG), 403) | among((CHEN_LI, HE_WEI), 200),
        prepare=lambda world: {"ref": designation(world).pk},
    ),
    Row("inspections:designation-new", 403, among((CHEN_LI, HE_WEI), 200), prepare=organ),
    Row("inspections:inspection-new", 403, among((LI_MIN, HE_WEI), 200), prepare=organ),
    Row("inspections:inspection", 404, among(OVERSEEING, 200), prepare=running),
    Row("inspections:file", 404, among(OVERSEEING, 200), prepare=with_evidence),
    Row("inspections:approve", 404, among(OVERSEEING, 403) | among((HE_WEI, CHEN_LI), 200), prepare=planned),
    Row("inspections:stop", 404, among(OVERSEEING, 403) | among((HE_WEI, CHEN_LI), 200), prepare=planned),
    Row(
        "inspections:change_team", 404, among(OVERSEEING, 403) | among((HE_WEI, CHEN_LI), 200),
        prepare=about_a_running_one,
    ),
    Row(
        "inspections:record_step", 404, among(OVERSEEING, 403) | among(story.TEAM, 200),
        prepare=about_a_running_one,
    ),
    Row(
        "inspections:note_finding", 404, among(OVERSEEING, 403) | among(story.TEAM, 200),
        prepare=about_a_running_one,
    ),
    Row(
        "inspections:feed_back", 404, among(OVERSEEING, 403) | among((LI_MIN,), 200),
        prepare=about_a_running_one,
    ),
    Row(
        "inspections:reissue_report", 404, among(OVERSEEING, 403) | among((LI_MIN, HE_WEI), 200), prepare=to_reissue
    ),
    Row("inspections:report-filed", 404, among(OVERSEEING, 303), prepare=reissued),
    Row("inspections:finding", 404, among(OVERSEEING, 403) | among((LI_MIN, HE_WEI), 200), prepare=finding),
    Row("inspections:conclusion", 404, among((*OVERSEEING, *INSPECTED), 200), prepare=told),
    Row(
        "inspections:accept_conclusion", 404, among(OVERSEEING, 403) | among(INSPECTED, 200),
        prepare=to_answer,
    ),
    Row("inspections:ask_review", 404, among(OVERSEEING, 403) | among(INSPECTED, 200), prepare=to_answer),
    Row(
        "inspections:decide_review",
        404,
        among((*OVERSEEING, *INSPECTED), 403) | among((HE_WEI, CHEN_LI), 200),
        prepare=to_review,
    ),
]  # fmt: skip
