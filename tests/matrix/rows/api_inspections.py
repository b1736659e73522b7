"""Inspections through the API: the same people as on the pages; each unit its own conclusion."""

from collections.abc import Mapping

from tests.matrix.matrix import Answer, Arguments, Row
from tests.matrix.rows import inspections as pages
from tests.matrix.rows.api import CLOSED, UNSEEN, shown
from tests.matrix.rows.inspections import INSPECTED, OVERSEEING, among
from tests.world import (
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    TODAY,
    WANG_JIANPING,
    WU_XIAOFANG,
    ZHENG_GUODONG,
    ZHOU_QIMING,
    World,
)


def planned(world: World) -> Arguments:
    return {"matter_id": pages.planned(world)["ref"]}


def finding(world: World) -> Arguments:
    return {"finding_id": pages.finding(world)["ref"]}


def to_review(world: World) -> Arguments:
    return {"matter_id": pages.to_review(world)["ref"]}


def reviewed(world: World) -> Arguments:
    return {"matter_id": pages.to_reissue(world)["ref"]}


def of_organ(world: World) -> Arguments:
    return {"organ_id": pages.organ(world)["ref"]}


def sent(
    name: str, data: Mapping[str, object], but: Mapping[str, Answer], *, all: Answer = UNSEEN, prepare: object
) -> Row:
    return Row(
        f"api:inspections_{name}", all, but, CLOSED, method="post", json=True, data=data, prepare=prepare  # type: ignore[arg-type]
    )  # fmt: skip


OVERSEEN = among(OVERSEEING, 403)
NOBODY = {"leader_id": 0}
ROWS = [
    shown("inspections"),
    shown("conclusions"),
    shown("designations"),
    shown("show_inspection", all=UNSEEN, but=among(OVERSEEING, 200), prepare=pages.running),
    shown("show_conclusion", all=UNSEEN, but=among((*OVERSEEING, *INSPECTED), 200), prepare=pages.told),
    shown("inspection_file", all=UNSEEN, but=among(OVERSEEING, 200), prepare=pages.with_evidence),
    shown(
        "designation_paper", all=UNSEEN, but=among((*OVERSEEING, WU_XIAOFANG, ZHENG_GUODONG), 200),
        prepare=pages.designated,
    ),
    sent("plan_inspection", {}, {}, all=422, prepare=lambda world: {}),
    sent("designate", {}, {}, all=422, prepare=of_organ),
    sent(
        "withdraw_designation", {"reason": " "},
        among((*OVERSEEING, WU_XIAOFANG, ZHENG_GUODONG), 403) | among((HE_WEI, CHEN_LI), 422),
        prepare=pages.designated,
    ),
    sent("approve", NOBODY, OVERSEEN | among((HE_WEI, CHEN_LI), 422), prepare=planned),
    sent("stop", {"reason": " "}, OVERSEEN | among((HE_WEI, CHEN_LI), 422), prepare=planned),
    sent(
        "change_team", {**NOBODY, "member_ids": [], "reason": "换人。"}, OVERSEEN | among((HE_WEI, CHEN_LI), 422),
        prepare=pages.running,
    ),
    sent(
        "record_step",
        {"method": "visit", "on": str(TODAY), "place": " ", "note": " ", "person_ids": []},
        OVERSEEN | among(pages.story.TEAM, 422), prepare=pages.running,
    ),
    sent(
        "note_finding", {"unit_id": 0, "text": " "}, OVERSEEN | among(pages.story.TEAM, 422),
        prepare=pages.running,
    ),
    sent(
        "follow_finding", {"desk_id": 0, "title": "", "requirement": "", "approver_id": None, "basis": ""},
        OVERSEEN | among((LI_MIN, HE_WEI), 404), prepare=finding,
    ),
    sent("join_finding", {"directive_id": 0}, OVERSEEN | among((LI_MIN, HE_WEI), 404), prepare=finding),
    sent("leave_finding", {"reason": " "}, OVERSEEN | among((LI_MIN, HE_WEI), 422), prepare=finding),
    sent(
        "reissue_report", {"overview": "机密★1年"}, OVERSEEN | among((LI_MIN, HE_WEI), 422), prepare=reviewed,
    ),
    sent("feed_back", {"texts": {}}, OVERSEEN | among((LI_MIN,), 422), prepare=pages.running),
    sent("accept_conclusion", {}, OVERSEEN | {WANG_JIANPING: 200, ZHOU_QIMING: 409}, prepare=pages.told),
    sent("ask_review", {"reason": " "}, OVERSEEN | among(INSPECTED, 422), prepare=pages.told),
    sent(
        "decide_review", {"outcome": "upheld", "opinion": " "},
        among((*OVERSEEING, *INSPECTED), 403) | among((HE_WEI, CHEN_LI), 422), prepare=to_review,
    ),
]  # fmt: skip
