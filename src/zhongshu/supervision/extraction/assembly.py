"""Putting the readings of a passage together: sentences and brackets become duties."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from .actions import action_piece, trimmed
from .cycles import find_cycles
from .dates import Found, find_due
from .leaders import find_leaders
from .model import NO_DUE, Due, Duty, Mention
from .roles import BRACKET, LABEL, Cast, read_bracket, read_labels
from .segmentation import NUMBERING, Sentence, cut_sentences
from .spans import Passage
from .subjects import Segment, read_segments
from .targets import Figure, find_targets
from .units import Directory
from .weighing import Weighed, carrying_clauses, weigh


@dataclass(slots=True)
class Reader:
    """Reads the duties of one passage (a paragraph or a table cell)."""

    passage: Passage
    context: date | None
    first: bool
    directory: Directory | None
    dues: list[Found] = field(init=False)
    cycles: list[tuple[int, int, str]] = field(init=False)
    figures: list[Figure] = field(init=False)
    carried: Cast = field(init=False, default_factory=Cast)

    def __post_init__(self) -> None:
        size = len(self.passage.norm)
        self.dues = find_due(self.passage, self.context)
        self.cycles = find_cycles(self.passage.norm, 0, size)
        self.figures = find_targets(self.passage, 0, size)

    def duties(self) -> list[Duty]:
        """Every duty of the passage, in order."""
        found: list[Duty] = []
        sentences = cut_sentences(self.passage.norm)
        item: list[Sentence] = []
        for sentence in sentences:
            cast = self._assignment(sentence)
            if cast is None:
                item.append(sentence)
                continue
            body = self._before_bracket(sentence, item)
            found += self._assigned_item(body, cast)
            item = []
        for sentence in item:
            found += self._sentence(sentence)
        return sorted(found, key=lambda d: d.action.start)

    # -- brackets -------------------------------------------------------------------------------------------------

    def _assignment(self, sentence: Sentence) -> Cast | None:
        """The cast of a bracket or label that closes ``sentence``; None if there is none."""
        norm = self.passage.norm
        for hit in BRACKET.finditer(norm, sentence.start, sentence.end):
            if sentence.end - hit.end() > 2:
                continue
            cast = read_bracket(norm, *hit.span("body"), first=self.first, directory=self.directory)
            if cast:
                return cast
        label = LABEL.match(
            norm,
            sentence.start + len(re.match(r"[\s（]*", norm[sentence.start : sentence.end])[0]),
            sentence.end,
        )  # type: ignore[index]
        if label:
            cast = read_labels(norm, sentence.start, sentence.end, self.directory)
            return cast or None
        return None

    def _before_bracket(self, sentence: Sentence, item: list[Sentence]) -> list[Sentence]:
        norm = self.passage.norm
        last = [m for m in BRACKET.finditer(norm, sentence.start, sentence.end)]
        cut = last[-1].start() if last and sentence.end - last[-1].end() <= 2 else sentence.start
        rest = Sentence(sentence.start, cut, sentence.block)
        return [*item, rest] if norm[rest.start : rest.end].strip() else list(item)

    def _assigned_item(self, body: list[Sentence], cast: Cast) -> list[Duty]:
        """An item whose assignment stands in a bracket: one duty for it, and those that name their own actor."""
        own: list[Duty] = []
        for sentence in body:
            own += [d for d in self._sentence(sentence) if d.lead and d.reasons[0].startswith("actor.")]
        own = [d for d in own if d.reasons[0] in ("actor.subject", "actor.assigned")]
        generic = all(
            self.passage.norm[s:e].startswith(("各有关", "有关", "各部门", "各单位", "各责任"))
            for s, e, _ in cast.lead
        )
        if not body or (own and generic):
            return own
        start, end = body[0].start, body[-1].end
        carrying = tuple(
            p for s in body if not s.heading for p in carrying_clauses(self.passage.norm, s.start, s.end)
        )
        taken = {(d.sentence.start, d.sentence.end) for d in own}
        free = [s for s in body if (self._span(s).start, self._span(s).end) not in taken] or body[:1]
        segment = Segment(
            start, end, _past_number(self.passage.norm, free[0].start, free[0].end), cast, "actor.bracket"
        )
        carrying = tuple(p for p in carrying if any(s.start <= p[0] < s.end for s in free))
        segment.dues = [d for d in self.dues if any(s.start <= d.start < s.end for s in free)]
        weighed = Weighed(3.0, ("actor.bracket",), carrying)
        return [
            *own,
            self._duty(free[0] if len(free) == 1 else Sentence(start, end, 0), segment, weighed, free[0].end),
        ]

    # -- sentences ------------------------------------------------------------------------------------------------

    def _sentence(self, sentence: Sentence) -> list[Duty]:
        if sentence.heading:
            return []
        found: list[Duty] = []
        segments = read_segments(self.passage.norm, sentence.start, sentence.end, self.dues, self.directory)
        carried = self.carried
        for segment in segments:
            if segment.cast.lead:
                carried = segment.cast
            elif carried.lead and (segment.dues or self._has_cycle(segment)):
                segment.cast, segment.actor = Cast(lead=list(carried.lead)), "actor.carried"
            for part in self._by_due(segment):
                weighed = weigh(self.passage.norm, part, self.figures, self.cycles)
                if weighed.is_duty:
                    found.append(self._duty(sentence, part, weighed, part.end))
        self.carried = carried
        return found

    def _has_cycle(self, segment: Segment) -> bool:
        return any(segment.start <= c[0] < segment.end for c in self.cycles)

    def _by_due(self, segment: Segment) -> list[Segment]:
        """A segment with two firm deadlines in two clauses is two duties with one subject."""
        firm = [d for d in segment.dues if d.firm]
        if len(firm) < 2:
            return [segment]
        norm, parts, begin = self.passage.norm, [], segment.start
        for due in firm[1:]:
            cut = max(norm.rfind("，", begin, due.start), norm.rfind("；", begin, due.start)) + 1
            if cut <= begin + 8 or not carrying_clauses(norm, max(begin, segment.predicate), cut):
                continue
            parts.append(
                Segment(
                    begin,
                    cut,
                    max(begin, segment.predicate) if not parts else begin,
                    segment.cast,
                    segment.actor,
                )
            )
            begin = cut
        parts.append(
            Segment(
                begin, segment.end, segment.predicate if not parts else begin, segment.cast, segment.actor
            )
        )
        for part in parts:
            part.dues = [d for d in segment.dues if part.start <= d.start < part.end]
        return parts

    # -- fields ---------------------------------------------------------------------------------------------------

    def _duty(self, sentence: Sentence, segment: Segment, weighed: Weighed, limit: int) -> Duty:
        norm = self.passage.norm
        start, end = action_piece(norm, segment.predicate, limit, weighed.carrying)
        if end - start < 2:
            start, end = trimmed(norm, segment.start, segment.end)
        cast = segment.cast
        cycle = next((c for c in self.cycles if segment.start <= c[0] < segment.end), None)
        leaders = [self._mention(*r) for r in cast.leaders]
        leaders += [
            self._mention(s, e, "cue.leader") for s, e in find_leaders(norm, segment.start, segment.end)
        ]
        return Duty(
            sentence=self._span(sentence),
            action=self.passage.span(start, end, "cue.action"),
            lead=tuple(self._mention(*r) for r in cast.lead),
            support=tuple(self._mention(*r) for r in cast.support),
            leaders=tuple({m.span.start: m for m in leaders}.values()),
            due=self._due(segment),
            cycle=self.passage.span(*cycle) if cycle else None,
            targets=tuple(
                f.target
                for f in self.figures
                if segment.start <= f.start < segment.end and (f.qualified or f.measured)
            ),
            reasons=weighed.reasons,
            weight=round(weighed.weight, 2),
        )

    def _span(self, sentence: Sentence):  # type: ignore[no-untyped-def]
        return self.passage.span(sentence.start, sentence.end)

    def _mention(self, start: int, end: int, cue: str) -> Mention:
        span = self.passage.span(start, end, cue)
        return Mention(span, self.directory.unit_id(span.text) if self.directory else None)

    def _due(self, segment: Segment) -> Due:
        dues = sorted(segment.dues, key=lambda d: (not d.firm, not d.certain, d.start))
        return dues[0].due(self.passage) if dues else NO_DUE


def _past_number(norm: str, start: int, end: int) -> int:
    hit = NUMBERING.match(norm, start, end)
    return hit.end() if hit else start
