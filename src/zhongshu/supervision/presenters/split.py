"""The split page: the text with its found sentences marked, and a card for each duty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import choices, proofs, queries, services
from zhongshu.supervision.extraction import bare_task
from zhongshu.supervision.forms.findings import MOST, PREFIX, ConfirmForm, FindingForm
from zhongshu.supervision.models import Cycle, Finding, Intake, Origin
from zhongshu.supervision.presenters.alike import Like, likes
from zhongshu.supervision.presenters.finding import doubts, initial_of, named_first, said, task_of
from zhongshu.supervision.presenters.phrases import PHRASES
from zhongshu.supervision.services.due import Terms, limit_of, reckoned
from zhongshu.ui.parts import Mistake

LOOKED_UP = 100
"""So many duties of a text are looked up among what is open before anybody has pressed."""


@dataclass(slots=True)
class Card:
    """A card: its form, what the text says, and what a person should look at (amber)."""

    number: int
    form: FindingForm
    finding: Finding | None = None
    doubts: list[str] = field(default_factory=list)
    said: list[tuple[str, str]] = field(default_factory=list)
    how: str = ""
    how_url: str = ""
    similar: list[Like] = field(default_factory=list)
    offers: list[services.Offer] = field(default_factory=list)

    @property
    def place(self) -> tuple[int, int]:
        """The characters of the text it was read from, or added for; (0, 0) if it was added for none."""
        if self.finding:
            return self.finding.start, self.finding.end
        return _number(self.form, "start"), _number(self.form, "end")

    @property
    def left_out(self) -> str:
        """Why nothing follows from this duty, where the form sent says so (不需督办)."""
        return str(self.form["reason"].value() or "") if self.form["no_follow_up"].value() else ""

    @property
    def asks(self) -> bool:
        doubtful = not self.left_out and (self.doubts or self.similar)
        return bool(doubtful or self.form.errors)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; ``numbers`` of the cards read from it."""

    text: str
    numbers: tuple[int, ...] = ()
    asks: bool = False


class Split:
    """The page of an intake that is not yet confirmed."""

    phrases = PHRASES["aside"]

    def __init__(self, actor: Actor, intake: Intake, at: datetime, data: QueryDict | None = None) -> None:
        self.actor, self.intake, self.today = actor, intake, local_day(at)
        self.names, self.calendar = choices.UnitNames(), workdays.calendar()
        self.found = queries.findings(intake)
        people = choices.approvers(intake.organ, self.today)
        sent = data.get("origin", "") if data is not None else ""
        self.origin = sent if sent in Origin.values else intake.origin
        initial = {
            "origin": self.origin,
            "basis": f"《{intake.title}》"[:200],
            "cards": len(self.found),
            "approver_id": queries.last_approver(intake.organ_id),
            "instructed_by_id": named_first(people, f"{intake.title}\n{intake.text}"),
            "instructed_on": intake.document_date,
        }
        self.whole = ConfirmForm(data, people=people, origin=self.origin, initial=initial)
        self.cards = list(self._posted(data)) if data is not None else self._fresh()

    def _fresh(self) -> list[Card]:
        duties = [self._of_text(number, finding) for number, finding in enumerate(self.found, 1)]
        self._look_up(duties[:LOOKED_UP])
        return [card for card, _task in duties]

    def _of_text(self, number: int, finding: Finding) -> tuple[Card, services.Task]:
        card, due = self._card(number, finding), self._due(finding)
        card.form = self._form(number, initial=initial_of(finding, self.names, due))
        return card, self._duty(card, task_of(finding), finding.lead_id, due, cycle=finding.cycle)

    def _posted(self, data: QueryDict) -> Iterator[Card]:
        by_id = {finding.pk: finding for finding in self.found}
        sent = data.get("cards", "")
        count = min(int(sent), MOST) if sent.isdecimal() else len(self.found)
        for number in range(1, count + 1):
            form = self._form(number, data)
            finding_id = data.get(form.add_prefix("finding_id"), "")
            yield self._card(number, by_id.get(int(finding_id)) if finding_id.isdecimal() else None, form)

    def _form(self, number: int, data: QueryDict | None = None, **kwargs: Any) -> FindingForm:
        return FindingForm(data, prefix=f"{PREFIX}{number}", names=self.names, today=self.today, **kwargs)

    def _card(self, number: int, finding: Finding | None, form: FindingForm | None = None) -> Card:
        card = Card(number, form or self._form(number), finding)
        if finding is None:
            return card
        due = self._due(finding)
        card.doubts = list(doubts(finding, due, self.today))
        card.said = said(finding)
        card.how = self._how(finding, due)
        if due and not finding.due:
            query = f"?due={due.isoformat()}"
            card.how_url = reverse("supervision:finding-reckoning", args=[self.intake.pk, finding.pk]) + query
        return card

    def _due(self, finding: Finding) -> date | None:
        """The day offered: as read, or counted from today by the written rule; None for repeating duties."""
        if finding.due or not limit_of(finding.due_rule):
            return finding.due
        return self._reckoned(finding)

    def _reckoned(self, finding: Finding) -> date:
        since = self.intake.document_date
        terms = Terms(self.today, self.origin, finding.due_rule, finding.cycle, since=since)
        return reckoned(terms, self.calendar).day

    def _how(self, finding: Finding, due: date | None) -> str:
        if finding.due:
            return ""
        if due:
            return _("按“%(words)s”推算") % {"words": finding.due_text}
        day = self._reckoned(finding)
        if finding.cycle != Cycle.ONCE or finding.long_term:
            return _("首次回告 %(day)s") % {"day": day.isoformat()}
        return _("不填则按本单位规定：%(day)s") % {"day": day.isoformat()}

    def add(self, place: str = "") -> None:
        """加一条: one more card, empty or for the sentence at ``place`` ("120-164")."""
        number = len(self.cards) + 1
        sign = next((one for one in self.left if one.place == place), None)
        first = {"action": bare_task(sign.text)[:200], "start": sign.start, "end": sign.end} if sign else {}
        self.cards.append(self._card(number, None, self._form(number, initial=first)))
        self.whole.data = self.whole.data.copy()  # type: ignore[attr-defined]
        self.whole.data["cards"] = str(len(self.cards))  # type: ignore[index]
        self._compare()

    @property
    def is_valid(self) -> bool:
        """Whether everything filled in can be put to the service. All forms are asked, for all their messages."""
        answers = [form.is_valid() for form in self.forms]
        return all(answers)

    @property
    def forms(self) -> list[ConfirmForm | FindingForm]:
        return [*(card.form for card in self.cards), self.whole]

    @property
    def asking(self) -> int:
        return sum(card.asks for card in self.cards)

    @cached_property
    def signs(self) -> list[proofs.Sign]:
        return proofs.signs(self.intake)

    @property
    def left(self) -> list[proofs.Sign]:
        """Sentences that read like a duty and have no card."""
        places = [(finding.start, finding.end) for finding in self.found]
        places += [card.place for card in self.cards if not card.finding]
        return proofs.without(self.signs, places)

    @property
    def leftover(self) -> list[tuple[proofs.Sign, str]]:
        """Each of them with the reason of its own that was typed for it."""
        own = self.whole.asides
        return [(one, own.get(one.place, "")) for one in self.left]

    @property
    def pieces(self) -> list[Piece]:
        return pieces(self.intake.text, self.cards, self.left)

    @property
    def mistakes(self) -> list[Mistake]:
        """The summary of errors: each said with the number of its card."""
        listed = [mistake for card in self.cards for mistake in _mistakes(card.form, card.number)]
        return listed + _mistakes(self.whole, None)

    def refuse(self, refusal: Refusal) -> None:
        """Put what the service refuses onto the cards it refuses."""
        if "aside" in refusal.fields:
            self.whole.add_error("aside", str(refusal))
            return
        cards = {f"choice-{card.finding.pk}": card for card in self.cards if card.finding}
        cards |= {f"choice-new{card.number}": card for card in self.cards if not card.finding}
        for name, text in refusal.fields.items():
            if name in cards:
                cards[name].form.add_error(None, str(text))
        if isinstance(refusal, services.ChoicesRefused):
            for name, offers in refusal.offers.items():
                card = cards[name]
                card.offers = [replace(one, name=card.form.add_prefix(one.name)) for one in offers]
        if not set(refusal.fields) & set(cards):
            self.whole.add_error(None, str(refusal))
        self._compare()

    def _compare(self) -> None:
        """Beside each duty the open matters that it is like, to be decided about."""
        duties = []
        for card in self.cards:
            filled_in = card.form.is_bound and not card.form.errors.keys() & {"action", "lead_id", "due"}
            choice = card.form.choice() if filled_in else None
            if choice and not choice.no_follow_up:
                told = (choice.action, choice.lead_id, choice.due)
                duties.append((card, self._duty(card, *told, cycle=choice.cycle)))
        self._look_up(duties)

    def _duty(
        self, card: Card, action: str, lead_id: int | None, due: date | None, *, cycle: str
    ) -> services.Task:
        rule = card.finding.due_rule if card.finding else ""
        return services.duty(action, lead_id, due, rule=rule, cycle=cycle, origin=self.origin)

    def _look_up(self, duties: Sequence[tuple[Card, services.Task]]) -> None:
        tasks = [task for _card, task in duties]
        found_each = services.similar_to(self.actor, tasks, self.intake.organ, today=self.today)
        for (card, _task), found in zip(duties, found_each, strict=True):
            card.similar = likes(found, self.today)
            card.form.offer_alike(found)


def _number(form: FindingForm, name: str) -> int:
    told = str(form[name].value() or "")
    return int(told) if told.isdecimal() else 0


def pieces(text: str, cards: list[Card], left: Sequence[proofs.Sign] = ()) -> list[Piece]:
    """The text cut at the edges of the found sentences; a sentence with several duties is marked once, one ``left`` asks."""
    spans = [(*card.place, card) for card in cards if card.place[1] > card.place[0]]
    edges = sorted(
        {0, len(text), *(s for s, _e, _c in spans), *(e for _s, e, _c in spans)}
        | {at for one in left for at in (one.start, one.end)}
    )
    cut = []
    for start, end in zip(edges, edges[1:], strict=False):
        over = [card for s, e, card in spans if s <= start and end <= e]
        numbers = tuple(card.number for card in over)
        open_ = any(one.start <= start and end <= one.end for one in left)
        cut.append(Piece(text[start:end], numbers, open_ or any(card.asks for card in over)))
    return cut


def _mistakes(form: ConfirmForm | FindingForm, number: int | None) -> list[Mistake]:
    place = _("第 %(n)s 条") % {"n": number} if number else ""
    if not form.is_bound:
        return []
    general = [
        Mistake(f"card-{number}" if number else "", place, (str(text),)) for text in form.non_field_errors()
    ]
    return general + [
        Mistake(bound.id_for_label, f"{place} {bound.label}".strip(), tuple(map(str, bound.errors)))
        for bound in form
        if bound.errors
    ]
