"""What became of each sentence of a text that was brought in: no duty in it is left without an answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings

from zhongshu.kernel.clock import local_day
from zhongshu.supervision import queries
from zhongshu.supervision.extraction import asks_for_a_thing, extract, sentences, title_of
from zhongshu.supervision.models import Decision, Finding, Intake

OPENED, DROPPED, PENDING, UNRESOLVED, PLAIN = "opened", "dropped", "pending", "unresolved", "plain"


@dataclass(frozen=True, slots=True)
class Sign:
    """A sentence that reads like a duty: its place, its words, how much speaks for it (0: a thing is asked, of nobody)."""

    start: int
    end: int
    text: str
    weight: float

    @property
    def place(self) -> str:
        """Its place as forms and the API name it: "120-164"."""
        return f"{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what became of it; ``findings`` are those read from it."""

    start: int
    end: int
    text: str
    fate: str
    findings: tuple[Finding, ...] = ()


def signs(intake: Intake) -> list[Sign]:
    """Every sentence of the text that bears signs of a duty, read anew, in the order of the text; its bare heading is none.

    So does one that asks for a thing and names nobody (要研究解决停车难问题), if the setting M-12.nobody_named is on.
    """
    duties = extract(
        intake.text,
        context_date=intake.document_date or local_day(intake.at),
        doc_convention="first_is_lead" if intake.first_is_lead else None,
        directory=queries.directory(intake.organ_id),
        least=float(settings.RULES["M-12.sign_weight"]),
    )
    headings = {intake.title.strip(), title_of(intake.text)}
    found: dict[tuple[int, int], Sign] = {}
    for duty in duties:
        if duty.sentence.text.strip() in headings and not (duty.lead or duty.due.raw):
            continue
        place = (duty.sentence.start, duty.sentence.end)
        if place not in found or found[place].weight < duty.weight:
            found[place] = Sign(*place, duty.sentence.text, duty.weight)
    told = list(found.values())
    if settings.RULES["M-12.nobody_named"]:
        told += without([Sign(*one) for one in _asking(intake.text)], found)
    return sorted(told, key=lambda one: one.start)


def _asking(text: str) -> Iterator[tuple[int, int, str, float]]:
    for span in sentences(text):
        if asks_for_a_thing(span.text):
            yield span.start, span.end, span.text, 0.0


def unresolved(intake: Intake, places: Iterable[tuple[int, int]]) -> list[Sign]:
    """The signs that none of ``places`` (start, end of what has an answer) touches."""
    return without(signs(intake), places)


def without(found: Iterable[Sign], places: Iterable[tuple[int, int]]) -> list[Sign]:
    """Those of ``found`` that none of ``places`` touches."""
    answered = [place for place in places if place[1] > place[0]]
    return [one for one in found if not any(_touch(one, *place) for place in answered)]


def coverage(intake: Intake) -> Iterator[Sentence]:
    """Every sentence of the text, in order, with what became of it."""
    found = [one for one in queries.findings(intake) if one.end > one.start]
    open_signs = unresolved(intake, [(one.start, one.end) for one in found])
    for span in sentences(intake.text):
        here = tuple(one for one in found if one.start < span.end and span.start < one.end)
        signed = any(_touch(one, span.start, span.end) for one in open_signs)
        yield Sentence(span.start, span.end, span.text, _fate(here, signed=signed), here)


def _fate(findings: tuple[Finding, ...], *, signed: bool) -> str:
    decisions = {one.decision for one in findings}
    if signed:
        return UNRESOLVED
    if Decision.PENDING in decisions:
        return PENDING
    if Decision.OPENED in decisions:
        return OPENED
    return DROPPED if decisions else PLAIN


def _touch(sign: Sign, start: int, end: int) -> bool:
    return sign.start < end and start < sign.end
