"""An inspection of development and reform, carried as far as a test needs, through the services."""

import io
from datetime import date, datetime, timedelta
from typing import Any

from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, TODAY, World
from zhongshu.inspections import services
from zhongshu.inspections.models import Conclusion, Finding, Inspection, Step
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File

ENDS = date(2026, 9, 30)
ASK_UNTIL = date(2026, 10, 19)  # thirty days from 19 September are 18 October, a Sunday
TOLD = AT + timedelta(days=1)
TEAM = (LI_MIN, SHEN_JING)


def ids(city: World, *names: str) -> tuple[int, ...]:
    return tuple(city.people[name].pk for name in names)


def plan(city: World, **changes: Any) -> services.Plan:
    """李敏 and 沈静 are to inspect how development and reform handles its projects."""
    given: dict[str, Any] = {
        "desk_id": city.units["SWB-DC"].pk,
        "kind": "special",
        "title": "重点项目开工情况专项督查",
        "content": "重点项目是否按期开工，资金是否到位。",
        "scope": "2026年列入计划的重点项目",
        "basis": "市委主要领导批示",
        "unit_ids": (city.units["FGW"].pk,),
        "approver_id": city.people[HE_WEI].pk,
        "leader_id": city.people[LI_MIN].pk,
        "member_ids": ids(city, *TEAM),
        "starts_on": TODAY,
        "ends_on": ENDS,
    }
    return services.Plan(**{**given, **changes})


def planned(city: World, *, by: str = LI_MIN, **changes: Any) -> Inspection:
    return services.plan_inspection(actor=city.actor(by), plan=plan(city, **changes), at=AT)


def running(city: World, *, by: str = HE_WEI, leader: str = LI_MIN, **changes: Any) -> Inspection:
    one = planned(city, **changes)
    leader_id = city.people[leader].pk
    return services.approve(actor=city.actor(by), matter_id=one.pk, leader_id=leader_id, at=AT)


def proof(city: World, *, by: str = LI_MIN, words: str = "现场照片") -> File:
    return files.store(actor=city.actor(by), stream=io.BytesIO(words.encode()), name="现场记录.txt", at=AT)


def visited(city: World, one: Inspection, *, by: str = LI_MIN, at: datetime = AT, **changes: Any) -> Step:
    given: dict[str, Any] = {
        "method": "visit",
        "on": TODAY,
        "place": "城东产业园",
        "note": "看了三个项目现场，一个没有开工。",
        "person_ids": ids(city, LI_MIN),
    }
    return services.record_step(actor=city.actor(by), matter_id=one.pk, at=at, **{**given, **changes})


def found(
    city: World, one: Inspection, *, unit: str = "FGW", text: str = "城东标准厂房项目没有按期开工。"
) -> Finding:
    return services.note_finding(
        actor=city.actor(LI_MIN), matter_id=one.pk, unit_id=city.units[unit].pk, text=text, at=AT
    )


def left(city: World, finding: Finding) -> Finding:
    return services.leave_finding(
        actor=city.actor(LI_MIN), finding_id=finding.pk, reason="当场已经改正。", at=AT
    )


def followed(city: World, finding: Finding, **changes: Any) -> Finding:
    given: dict[str, Any] = {
        "desk_id": city.units["SWB-DC"].pk,
        "title": "城东标准厂房项目开工",
        "requirement": "",
        "due": date(2026, 10, 30),
        "approver_id": city.people[HE_WEI].pk,
        "basis": "重点项目开工情况专项督查",
    }
    return services.follow_finding(
        actor=city.actor(LI_MIN), finding_id=finding.pk, at=AT, **{**given, **changes}
    )


def fed_back(city: World, one: Inspection | None = None, *, at: datetime = TOLD) -> Conclusion:
    """What development and reform is told on 19 September."""
    inspection = one or running(city)
    visited(city, inspection)
    left(city, found(city, inspection))
    texts = {city.units["FGW"].pk: "三个项目两个开工，一个没有按期开工。"}
    (told,) = services.feed_back(actor=city.actor(LI_MIN), matter_id=inspection.pk, texts=texts, at=at)
    return told


def asked(
    city: World, *, by: str, at: datetime, reason: str = "该项目因地质原因已经批准缓建。"
) -> Conclusion:
    told = fed_back(city)
    services.ask_review(actor=city.actor(by), matter_id=told.pk, reason=reason, at=at)
    return Conclusion.objects.select_related("matter", "review").get(pk=told.pk)


LEADERS = (HE_WEI, CHEN_LI)
