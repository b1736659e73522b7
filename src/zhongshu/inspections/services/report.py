from collections.abc import Sequence
from datetime import datetime

from zhongshu.inspections import papers
from zhongshu.inspections.models import Conclusion, Inspection, Report
from zhongshu.inspections.services import trail
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole
from zhongshu.org import queries as org
from zhongshu.supervision.models import PaperKind
from zhongshu.supervision.services import kept_paper, number_paper


def report(
    inspection: Inspection,
    conclusions: Sequence[Conclusion],
    said: papers.Said,
    *,
    actor: Actor,
    at: datetime,
) -> Report:
    """Issue the report of an inspection that concludes (督查专报); part of that use case.

    It takes the next number of the organ's 督查专报, is set as PDF and Word, becomes a paper of the inspection, so
    that it goes into its archive package, and those who lead the organ are told. Refused where a
    character cannot be drawn.
    """
    matter, day = inspection.matter, local_day(at)
    number = number_paper(matter.organ, PaperKind.REPORT, actor=actor, at=at)
    told = papers.report(inspection, conclusions, said, number=number.text, today=day)
    pdf, docx = kept_paper(told, actor=actor, at=at)
    matters.attach(matter, (pdf, docx), role=AttachmentRole.PAPER, at=at)
    made = Report.objects.create(
        inspection=inspection, number=number, content=told.as_data(), pdf=pdf, docx=docx,
        issued_by_id=actor.person_id, issued_at=at,
    )  # fmt: skip
    facts = {"number": number.text, "title": told.title, "sha256": pdf.blob.sha256}
    trail.keep(inspection, "reported", actor=actor, at=at, **facts)
    words = on_record("收到督查专报（%(number)s）：%(title)s") % facts
    for leader in org.leaders_of(matter.organ_id, day):
        matters.tell_person(matter, leader.pk, words, url=trail.address(inspection), at=at)
    return made
