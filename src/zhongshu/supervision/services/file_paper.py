"""A paper over a selection of the ledger is about no one matter: issued, it is filed as one of its own (law 9)."""

from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.archive import services as archive
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, Group, Light, Waits
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries
from zhongshu.supervision.models import OVERVIEW, Paper, PaperState
from zhongshu.supervision.services.paper_package import packed_paper


@use_case("supervision.file_paper")
def file_paper(*, actor: Actor, paper_id: int, at: datetime) -> Paper:
    """Put an issued paper over a selection into the archive, where its issue did not: its organ had no fonds number."""
    paper = queries.paper_for_update(actor, paper_id)
    policies.may_draft_papers(actor, paper.organ_id).require()
    if paper.directive_id or paper.is_draft or paper.state == PaperState.DISCARDED:
        raise Conflict("nothing_to_file", _("只有发出的专报、通报单独归档；一件事的文书随那件事归档。"))
    if paper.filed is None:
        as_matter(paper, actor=actor, at=at)
        paper.save(update_fields=["filed"])
        _attach(paper, at=at)
    deposit(paper, actor=actor, at=at)
    return paper


def as_matter(paper: Paper, *, actor: Actor, at: datetime) -> None:
    """Make the paper known to the spine, as something that is done already; part of its issue."""
    opening = matters.Opening(
        kind=OVERVIEW, state=PaperState.ISSUED, title=str(paper)[:200], body=paper.said,
        organ_id=paper.organ_id, unit=paper.unit, due=local_day(at),
    )  # fmt: skip
    number = f"{paper.get_kind_display()}{paper.number}"[:40]
    matter = matters.open_matter(opening, number=number, actor=actor, at=at)
    matter.group, matter.closed_at, matter.light, matter.waits_for = Group.CLOSED, at, Light.GREY, Waits.NONE
    matter.save(update_fields=["group", "closed_at", "light", "waits_for"])
    paper.filed = matter


def file_away(paper: Paper, *, actor: Actor, at: datetime) -> None:
    """Its files and readers become those of its matter; into the archive, where the organ has a fonds number (A-06)."""
    assert paper.filed is not None
    _attach(paper, at=at)
    known = [f"p:{pk}" for pk in paper.sent_to.values_list("pk", flat=True)]
    matters.make_known(paper.filed.pk, known, origin="sent", at=at)
    if paper.organ.fonds_code:
        deposit(paper, actor=actor, at=at)


def deposit(paper: Paper, *, actor: Actor, at: datetime) -> None:
    """Write the package: the paper, what it is about, its journal."""
    matter = paper.filed
    assert matter is not None
    made = archive.deposit(package=packed_paper(paper, matter, at=at), actor=actor, at=at)
    journal.record(
        stream=matter.stream, verb="supervision.paper_filed", actor=actor, at=at, data={"code": made.code}
    )


def _attach(paper: Paper, *, at: datetime) -> None:
    assert paper.filed is not None and paper.pdf is not None and paper.docx is not None
    matters.attach(paper.filed, (paper.pdf, paper.docx), role=AttachmentRole.PAPER, at=at)
