"""What was told of a matter so far, so that nobody is asked for it again (law 11): by its unit, by its parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Matter
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision.models import Ask, Directive
from zhongshu.supervision.queries.parts import parts

REPORTED, OF_A_PART = "supervision.reported", "supervision.part_moved"
TELLING = frozenset({"reported", "completed", "accepted"})
"""What a part does that has words worth repeating in the report on the whole."""


@dataclass(frozen=True, slots=True)
class OfPart:
    """What a part came to say last: its title, who does it, its words."""

    title: str
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """``reports`` when and what, the oldest first; ``parts`` with what each said last; ``figures`` given."""

    reports: list[tuple[datetime, str]]
    parts: list[OfPart]
    figures: list[Ask]


def told_of(actor: Actor, directive: Directive) -> Told:
    """All that was told of a matter that ``actor`` may see; since it was sent back, where it was."""
    entries = journal.timeline(directive.matter.stream)
    since = directive.completed_at
    reports = [(at, text) for at, text in _reports(entries) if since is None or at > since]
    given = directive.asks.filter(given_at__isnull=False).order_by("given_at", "id")
    found = parts(actor, directive.pk) if any(one.verb == OF_A_PART for one in entries) else []
    return Told(reports[::-1], [_last_word(one) for one in found], list(given))


@dataclass(frozen=True, slots=True)
class Known:
    """``words`` of the last report that had any, whole; ``parts`` what each said since the last report."""

    words: str
    parts: list[OfPart]


def known_already(directive: Directive) -> Known:
    """What a report is filled in with beforehand, whatever period it was told for."""
    entries = journal.timeline(directive.matter.stream)
    words = next((text for _at, text in _reports(entries)), directive.last_progress)
    return Known(words, _news_of_parts(entries, since=directive.last_progress_at))


def _news_of_parts(entries: list[Entry], *, since: datetime | None) -> list[OfPart]:
    found: dict[str, OfPart] = {}
    for one in entries:
        facts = one.facts if one.verb == OF_A_PART and (since is None or one.at > since) else {}
        if facts.get("text") and facts["did"] in TELLING:
            found.setdefault(facts["number"], OfPart(facts["title"], facts["unit"], facts["text"]))
    return list(found.values())[::-1]


def _reports(entries: list[Entry]) -> Iterator[tuple[datetime, str]]:
    for one in entries:
        text = one.facts.get("text") if one.verb == REPORTED else ""
        if text:
            yield one.at, str(text)


def _last_word(part: Matter) -> OfPart:
    directive: Directive = part.directive
    text = directive.feedback or directive.last_progress
    return OfPart(part.title, str(part.lead_unit or ""), text)
