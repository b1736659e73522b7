"""The papers of supervision, for those who make them and those they were sent to."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.kernel.prepared import prepared
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters.models import Matter
from zhongshu.org.models import Duty
from zhongshu.supervision.models import Directive, Paper, PaperState

MAKING = (Duty.SUPERVISE, Duty.APPROVE_SUPERVISION, Duty.LEAD_ORGAN)
OUT = (PaperState.ISSUED, PaperState.REPLACED)


def papers(
    actor: Actor, *, drafts: bool = False, cursor: str = "", before: str = "", size: int = 25
) -> Page[Paper]:
    """Papers that ``actor`` may see, the newest first: those issued, or the drafts."""
    found = _visible(actor).filter(state__in=(PaperState.DRAFT,) if drafts else OUT)
    rows = ordered(found.defer("content"), newest_first=True, id=int)
    return rows.page(after=cursor, before=before, size=size)


def paper(actor: Actor, paper_id: int) -> Paper:
    """One paper; NotFound where ``actor`` may not know of it."""
    found = _visible(actor).filter(pk=paper_id).first()
    if found is None:
        raise NotFound("no_such_paper", _("没有这份文书，或者没有发给您。"))
    return found


def filed_paper(actor: Actor, matter_id: int) -> Paper:
    """The paper that lies in the archive as this matter; NotFound where ``actor`` may not know of it."""
    found = _visible(actor).filter(filed_id=matter_id).first()
    if found is None:
        raise NotFound("no_such_paper", _("没有这份文书，或者没有发给您。"))
    return found


def paper_for_update(actor: Actor, paper_id: int) -> Paper:
    """As ``paper``, with its row locked until the end of the transaction."""
    paper(actor, paper_id)
    Paper.objects.select_for_update().get(pk=paper_id)
    return paper(actor, paper_id)


def papers_of(actor: Actor, directive: Directive) -> list[Paper]:
    """The papers about a matter that ``actor`` may see: drafts only where he makes them."""
    hidden: tuple[str, ...] = (PaperState.DISCARDED.value,)
    if not _makes(actor, directive.matter.organ_id):
        hidden += (PaperState.DRAFT.value,)
    return _papers_about(directive.pk, hidden)


@prepared
def _papers_about(directive_id: int, hidden: tuple[str, ...]) -> QuerySet[Paper]:
    found = Paper.objects.filter(directive=directive_id).exclude(state__in=hidden)
    return found.select_related("number").defer("content").order_by("-pk")


def _makes(actor: Actor, organ_id: int) -> bool:
    return actor.has_any(MAKING, organ_id)


def _visible(actor: Actor) -> QuerySet[Paper]:
    """Makers see all papers of their organ; auditors and readers what went out, to them or on matters they know."""
    making = actor.organs_with(*MAKING)
    known = Q(directive__isnull=False, directive__matter__in=Matter.objects.visible_to(actor))
    audited = Q(organ_id__in=actor.organs_with(Duty.AUDIT))
    mine = Q(
        pk__in=Paper.sent_to.through.objects.filter(person_id__in=sorted(actor.seats)).values("paper_id")
    )
    seen = Q(organ_id__in=sorted(making)) | (Q(state__in=OUT) & (known | audited | mine))
    related = ("organ", "unit", "directive__matter__lead_unit", "slip", "number", "drafted_by", "issued_by")
    return Paper.objects.filter(seen).select_related(
        *related, "pdf__blob", "docx__blob", "replaces__number", "filed"
    )
