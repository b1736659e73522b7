"""Texts brought in, what was found in them and opened from them."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters.models import Matter
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.supervision.extraction import Directory
from zhongshu.supervision.models import Finding, Intake
from zhongshu.supervision.models.intake import digest_of_words


def intake_for(actor: Actor, intake_id: int) -> Intake:
    """An intake of an organ for which ``actor`` supervises; else 404."""
    return _intake(Intake.objects.all(), actor, intake_id)


def intake_for_update(actor: Actor, intake_id: int) -> Intake:
    """As ``intake_for``, with the row locked."""
    return _intake(Intake.objects.select_for_update(), actor, intake_id)


def _intake(intakes: QuerySet[Intake], actor: Actor, intake_id: int) -> Intake:
    found = intakes.filter(pk=intake_id, organ_id__in=actor.organs_with("supervise")).first()
    if found is None:
        raise NotFound("no_such_intake", _("没有这份材料，或者它不归您办理。"))
    return found


def intakes(actor: Actor, *, cursor: str = "", before: str = "", size: int = 25) -> Page[Intake]:
    """Texts brought in for the organs that ``actor`` supervises, newest first."""
    found = Intake.objects.filter(organ_id__in=actor.organs_with("supervise"))
    rows = found.select_related("brought_by").defer("text")
    newest = ordered(rows, newest_first=True, at=datetime.fromisoformat, id=int)
    return newest.page(after=cursor, before=before, size=size)


def brought_in_before(organ: Unit, text: str) -> Intake | None:
    """The newest intake of ``organ`` with the same words, blanks and line breaks aside."""
    same = Intake.objects.filter(organ=organ, words_digest=digest_of_words(text))
    return same.select_related("brought_by").order_by("-id").first()


def findings(intake: Intake) -> list[Finding]:
    """The duties found in an intake, in the order of the text."""
    return list(intake.findings.select_related("lead").prefetch_related("support").order_by("order"))


def opened_from(actor: Actor, intake: Intake) -> list[Matter]:
    """The matters opened from an intake, and those its duties were merged into, as far as ``actor`` may know."""
    decided = intake.findings.filter(directive__isnull=False).values("directive_id")
    found = Matter.objects.visible_to(actor).filter(Q(directive__intake=intake) | Q(pk__in=decided))
    return list(found.select_related("lead_unit", "directive").order_by("id"))


def directory(organ_id: int) -> Directory:
    """The names and aliases under which the house's units are read in a text."""
    return Directory({name: str(unit_id) for name, unit_id in org.directory().items()})


def organ_of_desk(unit_id: int) -> Unit:
    """The organ for which a supervising unit works."""
    unit = org.known_unit(unit_id)
    return unit.organ or unit
