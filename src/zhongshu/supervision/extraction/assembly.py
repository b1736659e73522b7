"""Putting the readings of a passage together: sentences and brackets become duties."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from .actions import action_piece, trimmed, with_object
from .actors import bare_owner
from .afterwords import dates_the_one_before, means_all_before, says_it_is_done
from .answering import answers_for_it
from .assignments import passed_on
from .carrying import asks, carrying_clauses
from .casting import Segment
from .closings import assignment, same_leads
from .cycles import Cycle, find_cycles
from .dates import ALL_YEAR_CUE, Found, find_due
from .day_for_all import with_the_last_day
from .days_gone import is_long_ago, is_to_come
from .directory import Directory
from .goals import figures_in, is_goal, merge_goals
from .labels import assigns_only, merge_labels
from .leaders import ROSTER, find_leaders
from .leadins import SPEAKS
from .model import NO_DUE, Due, Duty, Mention
from .parts import apart, asking
from .people import by_name, seated, without_posts
from .roles import DUE_LABEL, Cast, Read, read_bracket
from .segmentation import NUMBERING, Sentence, cut_sentences
from .series import goes_on_asking, in_row, opens_a_row
from .spans import Passage, Span
from .splitting import pace_of, split_item, split_segment
from .subjects import read_segments
from .taking_over import charged_with, takes_over
from .targets import Figure, find_targets
from .unasked import is_requested
from .under_title import left_over, under_title
from .weighing import Weighed, weigh
from .weights import THRESHOLD

_EVERYONE = ("各有关", "有关", "各部门", "各单位", "各责任", "各地区", "各地", "相关")
_OWN_ACTOR = ("actor.subject", "actor.assigned")


@dataclass(slots=True)
class Reader:
    """Reads the duties of one passage (a paragraph or a table cell)."""

    passage: Passage
    context: date | None
    first: bool
    directory: Directory | None
    least: float = THRESHOLD
    headed_by: tuple[Mention, ...] = ()
    note: bool = False
    dues: list[Found] = field(init=False)
    cycles: list[Cycle] = field(init=False)
    figures: list[Figure] = field(init=False)
    carried: Cast = field(init=False, default_factory=Cast)
    owner: Cast = field(init=False, default_factory=Cast)
    settled: bool = field(init=False, default=False)
    stage: list[Found] = field(init=False, default_factory=list)
    asked: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self.dues = find_due(self.passage, self.context, note=self.note)
        self.cycles = find_cycles(self.passage.norm, 0, len(self.passage.norm))
        self.figures = find_targets(self.passage, 0, len(self.passage.norm))

    def duties(self) -> list[Duty]:
        """Every duty of the passage, in order."""
        found: list[Duty] = []
        item: list[Sentence] = []
        norm = self.passage.norm
        cut = apart(norm, merge_labels(norm, cut_sentences(norm)), self.directory)
        for sentence in merge_goals(norm, cut, self.figures, self.dues):
            at, cast = assignment(norm, sentence, self.first, self.directory)
            if not cast:
                item.append(sentence)
                continue
            if norm[sentence.start : at].strip():
                item.append(Sentence(sentence.start, at, sentence.block))
            found += self._assigned_item(asking(norm, item), sentence.end, cast)
            item = []
        assigned = len(found)
        for sentence in item:
            read = self._said_of(found, sentence) if found else sentence.start
            if read < sentence.end and not is_requested(norm, read, sentence.end):
                found += self._sentence(sentence._replace(start=read))
        return sorted(under_title(found[:assigned], found[assigned:]), key=lambda duty: duty.action.start)

    def _said_of(self, found: list[Duty], sentence: Sentence) -> int:
        """Up to where ``sentence`` only tells who answers for the last duty found, by when it is due, or that it is done."""
        norm, place = self.passage.norm, (sentence.start, sentence.end)
        if person := answers_for_it(norm, *place):
            named = self._mention(*by_name(norm, (*person, "cue.post")))
            found[-1] = replace(found[-1], leaders=(*found[-1].leaders, named))
        elif dated := dates_the_one_before(norm, *place, self.dues):
            meant = 0 if means_all_before(norm, sentence.start) else len(found) - 1
            told, place = dated[0].due(self.passage), (sentence.start, dated[1])
            found[meant:] = [
                one if one.due.iso or one.due.rule else replace(one, due=told) for one in found[meant:]
            ]
        elif says_it_is_done(norm, *place):
            found.pop()
        elif not found[-1].lead and assigns_only(norm, *place):
            found[-1] = self._led(
                found[-1], read_bracket(norm, *place, first=self.first, directory=self.directory)
            )
        else:
            return sentence.start
        return place[1]

    def _led(self, duty: Duty, cast: Cast) -> Duty:
        """``duty`` with those whom the sentence behind it puts in charge."""
        lead, support = (tuple(self._mention(*r) for r in reads) for reads in (cast.lead, cast.support))
        return replace(duty, lead=lead, support=duty.support or support)

    def _assigned_item(self, body: list[Sentence], end: int, cast: Cast) -> list[Duty]:
        """An item whose assignment stands in a bracket: one duty for it, and those that name their own actor."""
        own = [d for s in body for d in self._sentence(s) if d.reasons[0] in _OWN_ACTOR]
        norm = self.passage.norm
        if body and all(ROSTER.search(norm, s.start, s.end) for s in body):
            return []
        everyone = all(norm[s:e].startswith(_EVERYONE) for s, e, _ in cast.lead)
        if own and not cast.lead:
            named = tuple(self._mention(*by_name(norm, read)) for read in without_posts(norm, cast.leaders))
            return [replace(duty, leaders=duty.leaders or named) for duty in own]
        if not body or (own and everyone):
            self.owner, self.settled = (self.owner, self.settled) if body else (cast, True)  # 主办：A。 heads
            return own
        if own and same_leads(norm, cast, own):
            joining = tuple(self._once(cast.support))
            return [duty if duty.support else replace(duty, support=joining) for duty in own]
        taken = {duty.sentence for duty in own}
        free = left_over(norm, body, [self._span(s) in taken for s in body])
        hit = NUMBERING.match(norm, free[0].start, free[0].end)
        segment = Segment(
            free[0].start, free[-1].end, hit.end() if hit else free[0].start, cast, "actor.bracket"
        )
        stated = [*free, Sentence(body[-1].end, end, 0)]
        segment.dues = [d for s in stated for d in self.dues if s.start <= d.start < s.end]
        whole = Sentence(free[0].start, free[-1].end, 0)
        parts = split_item(norm, segment, free, self.figures)
        if len(parts) > 1:
            return [
                *own,
                *(self._bracketed(whole, part, [Sentence(part.start, part.end, 0)]) for part in parts),
            ]
        return [*own, self._bracketed(whole, segment, free), *self._stages(whole, body[-1].end, end, cast)]

    def _stages(self, whole: Sentence, start: int, end: int, cast: Cast) -> list[Duty]:
        """时间安排：7月底前签订协议，明年一季度开工: what is to be done by each later day is a duty as well."""
        norm = self.passage.norm
        label = DUE_LABEL.search(norm, start, end)
        pieces = carrying_clauses(norm, label.end(), end) if label else ()
        dated = [p for p in pieces if any(d.firm and p[0] <= d.start < p[1] for d in self.dues)]
        told: list[Duty] = []
        for begin, stop in dated[1:] if len(dated) == len(pieces) else ():
            step = Segment(begin, stop, begin, cast, "actor.bracket")
            step.dues = [d for d in self.dues if begin <= d.start < stop]
            told.append(self._bracketed(whole, step, [Sentence(begin, stop, 0)]))
        return told

    def _bracketed(self, whole: Sentence, segment: Segment, body: list[Sentence]) -> Duty:
        """The duty that ``body`` states and a bracket behind it assigns."""
        norm = self.passage.norm
        carrying = [p for s in body if not s.heading for p in carrying_clauses(norm, s.start, s.end)]
        weighed = Weighed(3.0, ("actor.bracket",), tuple(carrying))
        return self._duty(whole, segment, weighed, body[0].end)

    def _sentence(self, sentence: Sentence) -> list[Duty]:
        norm = self.passage.norm
        if owner := bare_owner(norm, sentence.start, sentence.end, self.directory):
            self.owner = Cast(lead=[(start, end, "cue.owner") for start, end in owner])
            self.settled = norm[sentence.start : sentence.end].rstrip().endswith("。")
            return []
        if sentence.heading and not (self.headed_by and asks(norm, sentence.start, sentence.end)):
            self.stage = [d for d in self.dues if sentence.start <= d.start < sentence.end]
            return []
        if passed := passed_on(norm, sentence.start, sentence.end, self.directory):
            self.carried = passed
            return []
        if not self.settled and not NUMBERING.match(norm, sentence.start):
            self.owner = Cast()
        segments = read_segments(norm, *sentence[:2], self.dues, self.directory, self.cycles, note=self.note)
        long_ago = is_long_ago(norm, sentence.start, sentence.end, self.dues, self.context)
        nobody = not (long_ago or any(s.actor for s in segments))
        if nobody and is_goal(norm, sentence, self.figures, self.dues):
            return self._goal(sentence)
        if SPEAKS.match(norm, sentence.start, sentence.end):
            self.carried = Cast()
        found, missed = list[Duty](), list[Segment]()
        self.asked = goes_on_asking(norm, sentence.start, sentence.end, asked=self.asked)
        for segment in segments:
            segment.in_series = in_row(norm, segment, asked=self.asked, note=self.note)
            segment.ahead, segment.long_ago = self.asked, long_ago
            duties = self._segment(sentence, segment)
            self.asked = self.asked or (bool(duties) and bool(segment.actor))
            found, missed = found + duties, missed if duties else [*missed, segment]
        found += self._in_row(sentence, missed) if found and missed else []
        return with_the_last_day(found, self.passage, sentence, self.dues)

    def _in_row(self, sentence: Sentence, missed: list[Segment]) -> list[Duty]:
        """A把预约放开；B 6月15日前…: what opens a row, before the first of it that is told by more than its place."""
        carried, row = self.carried, [one for one in missed if opens_a_row(self.passage.norm, one)]
        for segment in row:
            segment.in_series = True
        told = [duty for segment in row for duty in self._segment(sentence, segment)]
        self.carried = carried
        return told

    def _segment(self, sentence: Sentence, segment: Segment) -> list[Duty]:
        """The duties of one segment; whoever it asks something of may be meant by the next."""
        norm = self.passage.norm
        if self.owner and not segment.actor:
            segment.cast = Cast(list(self.owner.lead), list(self.owner.support))
            segment.actor = "actor.assigned"
        elif self.headed_by and not segment.actor:
            segment.actor = "actor.assigned"
        takes_over(norm, segment, self.carried, self.cycles)
        found: list[Duty] = []
        for part in split_segment(norm, segment, self.cycles, self.figures, note=self.note):
            if part.actor:
                part.dues = part.dues or self.stage
            part.ahead = segment.ahead or bool(
                part.actor and part.dues and is_to_come(part.dues, self.context)
            )
            part.in_series = segment.in_series
            part.long_ago = segment.long_ago
            place = (sentence.start, sentence.end)
            weighed = weigh(norm, part, self.figures, self.cycles, place, self.least)
            if weighed.weight >= self.least:
                found.append(self._duty(sentence, part, weighed, part.end))
            if segment.cast.lead and "past" not in weighed.reasons:
                self.carried = segment.cast if found else charged_with(norm, segment)
        return found

    def _goal(self, sentence: Sentence) -> list[Duty]:
        norm, self.asked = self.passage.norm, True
        first = figures_in(sentence, self.figures)[0]
        segment = Segment(sentence.start, sentence.end, first.start, Cast(), "")
        segment.dues = [d for d in self.dues if sentence.start <= d.start < sentence.end]
        stop = min(norm.find(c, first.end, sentence.end) % (sentence.end + 1) for c in "，；。")
        weighed = Weighed(3.0, ("target.goal",), ((first.start, stop),))
        return [self._duty(sentence, segment, weighed, stop)]

    def _duty(self, sentence: Sentence, segment: Segment, weighed: Weighed, limit: int) -> Duty:
        norm = self.passage.norm
        start, end = action_piece(norm, segment.predicate, limit, weighed.carrying, self._stated(segment))
        if end - start < 3:
            start, end = trimmed(norm, segment.start, segment.end)
        if segment.actor == "actor.assigned" and segment.cast.lead:
            start = with_object(norm, segment.start, segment.cast.lead[0][0], (start, end))
        cast = seated(norm, segment.cast)
        paced = pace_of(norm, self.cycles, sentence.start, segment) if self.cycles else None
        leaders = [self._mention(*r) for r in cast.leaders]
        told = {m.span.end for m in leaders}
        named = [
            by_name(norm, (s, e, "cue.leader")) for s, e in find_leaders(norm, segment.start, segment.end)
        ]
        leaders += [one for one in (self._mention(*r) for r in named) if one.span.end not in told]
        inside = [f for f in self.figures if segment.start <= f.start < segment.end] if self.figures else []
        return Duty(
            sentence=self._span(sentence),
            action=self.passage.span(start, end, "cue.action"),
            lead=tuple([self._mention(*r) for r in cast.lead]) if cast else self.headed_by,
            support=tuple(self._once(cast.support)),
            leaders=tuple({m.span.start: m for m in leaders}.values()),
            due=self._due(segment),
            cycle=self.passage.span(*paced) if paced else None,
            targets=tuple([f.target for f in inside if f.is_asked]),
            reasons=weighed.reasons,
            weight=round(weighed.weight, 2),
        )

    def _once(self, names: list[Read]) -> list[Mention]:
        """Each name that joins in once, however often the sentence repeats it."""
        told = {m.text: m for m in reversed([self._mention(*r) for r in names])} if names else {}
        return list(told.values())[::-1]

    def _stated(self, segment: Segment) -> tuple[int, ...]:
        """Where a duty without an actor says when, how often or how much."""
        if segment.actor:
            return ()
        places = [d.start for d in segment.dues if d.firm] + [c[0] for c in self.cycles]
        return tuple(places + [f.start for f in self.figures if f.qualified])

    def _span(self, sentence: Sentence) -> Span:
        return self.passage.span(sentence.start, sentence.end)

    def _mention(self, start: int, end: int, cue: str) -> Mention:
        known_as = self.passage.norm.find("（以下", start, end)
        span = self.passage.span(start, end if known_as < 0 else known_as, cue)
        return Mention(span, self.directory.unit_id(span.text) if self.directory else None)

    def _due(self, segment: Segment) -> Due:
        said = [d for d in segment.dues if segment.actor or d.cue != ALL_YEAR_CUE]
        dues = sorted(said, key=lambda d: (not d.firm, not d.certain, d.start))
        return dues[0].due(self.passage) if dues else NO_DUE
