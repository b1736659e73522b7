"""Handing a matter over and carrying it as far as a test needs, through the services."""

import io
from datetime import date, datetime, timedelta

from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, WANG_JIANPING, ZHOU_QIMING, World
from zhongshu.kernel.actors import Actor
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.supervision import services
from zhongshu.supervision.models import Directive, Origin
from zhongshu.supervision.services import Task

DUE = date(2026, 10, 15)


def task(city: World, **changes: object) -> Task:
    """A task for development and reform, with finance supporting."""
    given: dict[str, object] = {
        "title": "编制重点项目投资计划",
        "requirement": "市发展改革委牵头编制重点项目投资计划，市财政局配合，10月15日前完成。",
        "lead_id": city.units["FGW"].pk,
        "support_ids": (city.units["CZJ"].pk,),
        "due": DUE,
        "origin": Origin.MEETING,
        "source_title": "第16次常务会议纪要",
        "basis": "第16次常务会议纪要",
        "approver_id": city.people[HE_WEI].pk,
    }
    return Task(**{**given, **changes})  # type: ignore[arg-type]


def handed_over(city: World, *, at: datetime = AT, **changes: object) -> Directive:
    return services.open_directive(
        actor=city.actor(LI_MIN), unit_id=city.units["SWB-DC"].pk, task=task(city, **changes), at=at
    )


def instructed(city: World, *, at: datetime = AT) -> Directive:
    return handed_over(
        city,
        at=at,
        origin=Origin.INSTRUCTION,
        instruction_class="order",
        instructed_by_id=city.people[CHEN_LI].pk,
        instruction="请发改委牵头办理。",
    )


def proof(actor: Actor, *, at: datetime = AT, words: str = "验收合格，共3项。") -> File:
    return files.store(actor=actor, stream=io.BytesIO(words.encode()), name="验收说明.txt", at=at)


def signed_for(city: World, directive: Directive, *, by: Actor | None = None) -> Directive:
    actor = by or city.actor(WANG_JIANPING)
    return services.sign_for(actor=actor, directive_id=directive.pk, at=AT + timedelta(hours=1))


def completed(city: World, directive: Directive, *, by: Actor | None = None) -> Directive:
    actor = by or city.actor(WANG_JIANPING)
    at = AT + timedelta(days=3)
    return services.complete(
        actor=actor,
        directive_id=directive.pk,
        feedback="投资计划已编制完成并报市政府审定。",
        signed_by_id=city.people[ZHOU_QIMING].pk,
        files=(proof(actor, at=at),),
        at=at,
    )
