"""Drafting and issuing papers of supervision, and reading what stands in them."""

from datetime import timedelta

from tests.platform.typesetting.pages import Pages
from tests.supervision import story
from tests.world import (
    AT,
    LI_MIN,
    World,
)
from zhongshu.platform.files.models import File
from zhongshu.platform.files.queries import open_for
from zhongshu.supervision import services
from zhongshu.supervision.models import Directive, Paper, PaperKind, SlipWeight
from zhongshu.supervision.queries import Filter

LATER = AT + timedelta(days=45)  # past the date of every story: Monday 2 November 2026
INTERVIEWED = {
    "title": "约谈记录",
    "held": "11月3日15时",
    "place": "督查科",
    "host": "何伟",
    "record": "已谈。",
}


def drafted(world: World, directive: Directive, kind: str = PaperKind.NOTICE, **more: object) -> Paper:
    asked = {"directive_id": directive.pk, "kind": kind, "at": AT, **more}
    return services.draft_paper(actor=world.actor(LI_MIN), **asked)  # type: ignore[arg-type]


def issued(world: World, paper: Paper, *, by: str = LI_MIN, at: object = LATER) -> Paper:
    return services.issue_paper(actor=world.actor(by), paper_id=paper.pk, at=at)  # type: ignore[arg-type]


def notice(world: World) -> Paper:
    return issued(world, drafted(world, story.signed_for(world, story.handed_over(world))), at=AT)


def slip(world: World, directive: Directive, weight: SlipWeight, *, by: str = LI_MIN) -> int:
    told = {"directive_id": directive.pk, "weight": weight, "text": "请于十日内办结。", "at": LATER}
    return services.issue_slip(actor=world.actor(by), **told).pk  # type: ignore[arg-type]


def overview(world: World, kind: str, *, by: str = LI_MIN, narrowed: Filter | None = None) -> Paper:
    asked = {"unit_id": world.units["SWB-DC"].pk, "kind": kind, "said": "在办", "at": LATER}
    return services.draft_overview(actor=world.actor(by), narrowed=narrowed or Filter(), **asked)  # type: ignore[arg-type]


def content(file: File | None) -> bytes:
    assert file is not None
    with open_for(file) as stream:
        return stream.read()


def read(paper: Paper) -> str:
    return Pages(content(paper.pdf)).text()
