from datetime import datetime

from zhongshu.archive import services as archive
from zhongshu.inspections import papers, policies, queries, rules
from zhongshu.inspections.models import Edition, Inspection
from zhongshu.inspections.services import trail
from zhongshu.inspections.services.edition import as_matter
from zhongshu.inspections.services.package import packed_edition
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole
from zhongshu.org import queries as org
from zhongshu.platform.numbering import services as numbering
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision.models import PaperKind
from zhongshu.supervision.services import kept_paper, number_paper


@use_case("inspections.reissue_report")
def reissue_report(
    *, actor: Actor, matter_id: int, overview: str = "", advice: str = "", at: datetime
) -> Edition:
    """Report anew to those who lead the organ: a review changed or withdrew what their report said (rule D-08).

    The next edition tells the conclusions as they are in force and which it replaces; it has a number of its own, and that
    of the one before is void. It lies beside it with the inspection and, as a matter of its own, in the archive.
    """
    inspection = queries.inspection_for_update(actor, matter_id)
    policies.require(actor, "reissue_report", inspection)
    before = queries.reports(inspection)[-1]
    overturned = queries.overturned(inspection)
    rules.D_08_reported_anew(overturned=len(overturned)).require()
    because = queries.told_of(overturned)
    numbering.void(before.number, reason=because, actor=actor, at=at)
    number = number_paper(inspection.matter.organ, PaperKind.REPORT, actor=actor, at=at)
    conclusions = list(inspection.conclusions.select_related("matter", "unit", "review").order_by("pk"))
    told = papers.report(
        inspection, conclusions, papers.Said(overview=overview, advice=advice), number=number.text,
        today=local_day(at), replaces=papers.Replaced(number=before.number.text, because=because),
    )  # fmt: skip
    pdf, docx = kept_paper(told, actor=actor, at=at)
    made = Edition.objects.create(
        matter=as_matter(inspection, told.title, because, number, actor=actor, at=at), inspection=inspection,
        ordinal=inspection.editions.count() + 2, reason=because[:300], number=number, content=told.as_data(),
        pdf=pdf, docx=docx, issued_by_id=actor.person_id, issued_at=at,
    )  # fmt: skip
    for matter in (inspection.matter, made.matter):
        matters.attach(matter, (pdf, docx), role=AttachmentRole.PAPER, at=at)
    facts = {"number": number.text, "title": told.title, "replaces": before.number.text, "because": because}
    trail.keep(inspection, "reported_anew", actor=actor, at=at, sha256=pdf.blob.sha256, **facts)
    _tell_leaders(inspection, facts, at=at)
    archive.deposit(package=packed_edition(made, before=before, at=at), actor=actor, at=at)
    return made


def _tell_leaders(inspection: Inspection, facts: dict[str, str], *, at: datetime) -> None:
    words = on_record("收到督查专报（%(number)s），代替%(replaces)s：%(title)s") % facts
    for leader in org.leaders_of(inspection.matter.organ_id, local_day(at)):
        matters.tell_person(inspection.matter, leader.pk, words, url=trail.address(inspection), at=at)
