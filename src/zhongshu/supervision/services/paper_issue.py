"""A paper of supervision goes out: numbered, set, kept, attached to its matter, sent."""

from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, Role
from zhongshu.org import queries as org
from zhongshu.org.models import Person
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.platform.journal import services as journal
from zhongshu.platform.notify import services as notify
from zhongshu.platform.numbering import services as numbering
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import papers, policies, queries
from zhongshu.supervision.models import Directive, Paper, PaperKind
from zhongshu.supervision.services import line, trail
from zhongshu.supervision.services.file_paper import as_matter, file_away
from zhongshu.supervision.services.paper import refuse_archived
from zhongshu.supervision.services.set_paper import kept_paper, number_paper


@use_case("supervision.issue_paper")
def issue_paper(*, actor: Actor, paper_id: int, at: datetime) -> Paper:
    """Issue a draft: it takes the next number of its series, is set as PDF and Word, and never changes again.

    The files are stored by content and become papers of the matter, so that they go into its archive package; a
    paper over a selection is filed as a matter of its own. Those it is for are told. A 督办通报 is the
    approver's (D-10). The paper it replaces, if any, is marked so and its number made void. Refused where a
    character cannot be drawn. Conflict where its matter is in the archive.
    """
    paper = queries.paper_for_update(actor, paper_id)
    policies.may_issue_paper(actor, paper).require()
    paper.require_draft()
    refuse_archived(paper.directive)
    today = local_day(at)
    if paper.replaces:
        _withdraw(paper.replaces, reason=paper.reason, actor=actor, at=at)
    number = number_paper(paper.organ, paper.kind, actor=actor, at=at)
    told = papers.composed(paper, actor=actor, number=number.text, today=today)
    people = _addressed(paper, actor, at)
    pdf, docx = kept_paper(told, actor=actor, at=at)
    paper.content, paper.number = told.as_data(), number
    if paper.directive is None:
        as_matter(paper, actor=actor, at=at)
    paper.issue(number, pdf, docx, by=actor.person_id, at=at)
    _send(paper, people, actor=actor, at=at)
    if paper.directive is None:
        file_away(paper, actor=actor, at=at)
    return paper


@use_case("supervision.take_paper")
def take_paper(*, actor: Actor, paper_id: int, form: str, at: datetime) -> File:
    """Let somebody who may see an issued paper have its ``pdf`` or ``docx``; journalled (law 4)."""
    paper = queries.paper(actor, paper_id)
    file = {"pdf": paper.pdf, "docx": paper.docx}.get(form)
    if file is None:
        raise NotFound("no_such_file", _("这份文书还没有发出，没有文件。"))
    files.note_download(actor=actor, file=file, stream=paper.stream, at=at)
    return file


def _withdraw(old: Paper, *, reason: str, actor: Actor, at: datetime) -> None:
    old.replace()
    assert old.number is not None
    numbering.void(old.number, reason=reason, actor=actor, at=at)


def _send(paper: Paper, people: list[Person], *, actor: Actor, at: datetime) -> None:
    """Attach, write the record, tell those it is for."""
    paper.sent_to.set(people)
    names = "、".join(person.name for person in people)
    assert paper.pdf is not None and paper.docx is not None
    facts = {
        "kind": str(paper.get_kind_display()),
        "number": str(paper.number),
        "title": str(paper),
        "to": names,
        "sha256": paper.pdf.blob.sha256,
        "version": paper.version,
    }
    journal.record(stream=paper.stream, verb="supervision.paper_issued", actor=actor, at=at, data=facts)
    told = on_record("收到%(kind)s（%(number)s）：%(title)s") % facts
    if paper.directive:
        matters.attach(paper.directive.matter, (paper.pdf, paper.docx), role=AttachmentRole.PAPER, at=at)
    for person in people:
        _tell(paper, person, told, at)


def _tell(paper: Paper, person: Person, told: str, at: datetime) -> None:
    url = trail.paper_address(paper)
    if paper.directive:
        matters.tell_person(paper.directive.matter, person.pk, told, url=url, at=at)
    else:
        notify.tell(person_id=person.pk, subject=f"paper:{paper.pk}", text=told, url=url, at=at)


def _addressed(paper: Paper, actor: Actor, at: datetime) -> list[Person]:
    """Whom the paper is for: the unit, the rung of the slip, the leaders, or every unit named."""
    day = local_day(at)
    if paper.kind == PaperKind.REPORT:
        return org.leaders_of(paper.organ_id, day)
    if paper.directive is None:
        found = papers.selected(actor, papers.filter_of(paper.selection), today=day)
        units = dict.fromkeys(one.lead_unit_id for one in found.matters if one.lead_unit_id)
        return list(dict.fromkeys(one for pk in units for one in org.receivers(pk, day)))
    people = list(paper.slip.to.all()) if paper.slip else []
    return list(dict.fromkeys([*people, *_of_units(paper.directive, at)]))


def _of_units(directive: Directive, at: datetime) -> list[Person]:
    """Those on whose desks the matter lies, in the lead and in the supporting units."""
    day = local_day(at)
    held = matter_queries.open_assignments(directive.pk).filter(role=Role.SUPPORT)
    supporting = [one for row in held if row.holder_unit_id for one in org.receivers(row.holder_unit_id, day)]
    lead = line.holders(directive, day)
    unit = directive.matter.lead_unit_id
    return [*(lead or (org.receivers(unit, day) if unit else [])), *supporting]
