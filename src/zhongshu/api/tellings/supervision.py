"""Supervised matters, texts brought in, files and who asks."""

from collections.abc import Iterable
from datetime import date

from zhongshu.api.schemas import told
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.paging import Page
from zhongshu.kernel.requests import Request
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Matter
from zhongshu.platform.files.models import File
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal import telling
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision import queries as supervision
from zhongshu.supervision.models import Ask, Finding, Intake, Round


def line(matter: Matter) -> told.Line:
    """A matter as a row."""
    return told.Line(
        id=matter.pk,
        kind=matter.kind,
        number=matter.number,
        title=matter.title,
        state=matter.state,
        lead_unit=str(matter.lead_unit or ""),
        due=matter.current_due,
        original_due=matter.original_due,
    )


def held_line(held: Assignment) -> told.Line:
    """An assignment as a row of a box."""
    matter = held.matter
    return told.Line(
        id=matter.pk,
        kind=matter.kind,
        number=matter.number,
        title=matter.title,
        state=matter.state,
        due=held.due,
        original_due=matter.original_due,
        role=held.role,
        outcome=held.outcome,
        done_at=held.done_at,
    )


def lines(page: Page[Matter]) -> told.Lines:
    """A page of matters."""
    return told.Lines(rows=[line(one) for one in page.rows], next_cursor=page.next_cursor)


def me(actor: Actor) -> told.Me:
    """Who asks."""
    return told.Me(
        person_id=actor.person_id,
        name=actor.name,
        acting_for=actor.acting_for,
        admin_role=actor.admin_role,
        unit_ids=sorted(actor.unit_ids),
        organ_ids=sorted(actor.organ_ids),
        duties=sorted({duty for duty, _organ in actor.duties}),
    )


def directive(request: Request, directive_id: int, given: Iterable[date | None] = ()) -> told.Directive:
    """A supervised matter with its holders, files and timeline, as far as the asker may know it; notes on days ``given``."""
    found = supervision.get(request.actor, directive_id)
    matter = found.matter
    body = told.Directive(
        requirement=matter.body,
        **{name: getattr(matter, name) for name in _OF_MATTER},
        **{name: getattr(found, name) for name in _OF_DIRECTIVE},
    )
    body.offered = supervision.offered(request.actor, found)
    body.holders = [_holder(one) for one in matters.open_assignments(matter.pk)]
    body.files = attached(matter)
    body.timeline = events(request, supervision.timeline(request.actor, found))
    body.notes = notes(given)
    return body


def opened(matters_: Iterable[Matter], given: Iterable[date | None]) -> told.Opened:
    """Matters just opened, with notes on the days ``given``."""
    return told.Opened(rows=[line(one) for one in matters_], notes=notes(given))


def notes(given: Iterable[date | None]) -> list[str]:
    """What is only to be known of the days ``given``: on which of them offices rest."""
    rests = supervision.resting(given)
    return [rests] if rests else []


def attached(matter: Matter) -> list[told.Attached]:
    """The files of a matter."""
    return [
        told.Attached(
            id=one.pk, name=one.file.name, role=one.role, size=one.file.blob.size, sha256=one.file.blob.sha256
        )
        for one in matters.attachments(matter)
    ]


def timeline(request: Request, stream: str) -> list[told.Event]:
    """The journal of a matter in sentences, newest first."""
    return events(request, journal.timeline(stream))


def events(request: Request, entries: list[Entry]) -> list[told.Event]:
    """Entries of a journal in sentences, in their order."""
    shown = telling.events(entries, local_day(request.at))
    return [
        told.Event(at=event.at, who=str(event.who), what=str(event.what), verb=entry.verb)
        for event, entry in zip(shown, entries, strict=True)
    ]


def round_of(found: Round) -> told.Round:
    """A reporting round."""
    return told.Round.model_validate(found, from_attributes=True)


def figure(found: Ask) -> told.Figure:
    """A figure asked for."""
    return told.Figure.model_validate(found, from_attributes=True)


def _holder(held: Assignment) -> told.Held:
    unit, person = str(held.holder_unit or ""), str(held.holder_person or "")
    return told.Held(role=held.role, unit=unit, person=person, due=held.due)


def file(stored: File) -> told.File:
    """A stored file with its digests."""
    blob = stored.blob
    return told.File(
        id=stored.pk,
        name=stored.name,
        media_type=blob.media_type,
        size=blob.size,
        sha256=blob.sha256,
        sm3=blob.sm3,
    )


def intake(found: Intake) -> told.Intake:
    """A text brought in, with the duties found in it."""
    body = told.Intake(
        id=found.pk, title=found.title, origin=found.origin, at=found.at, confirmed_at=found.confirmed_at
    )
    body.findings = [_finding(one) for one in supervision.findings(found)]
    return body


def _finding(found: Finding) -> told.Finding:
    named = {name: getattr(found, name) for name in told.Finding.model_fields if name != "support_ids"}
    return told.Finding(support_ids=[unit.pk for unit in found.support.all()], **named)


_OF_MATTER = (
    "id",
    "number",
    "title",
    "state",
    "urgency",
    "importance",
    "lead_unit_id",
    "original_due",
    "current_due",
    "due_is_provisional",
    "long_term",
    "opened_at",
    "closed_at",
    "archived_at",
)
_OF_DIRECTIVE = (
    "origin",
    "source_title",
    "source_number",
    "source_organ",
    "source_date",
    "source_excerpt",
    "ended_reason",
    "basis",
    "cycle",
    "cycle_basis",
    "cycle_until",
    "blocker",
    "risk",
    "risk_reason",
    "last_progress",
    "last_progress_at",
    "reminders",
    "returns",
    "extensions",
    "feedback",
    "answer",
)
