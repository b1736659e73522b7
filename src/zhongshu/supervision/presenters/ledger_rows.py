"""Rows of the ledger as plain dicts, every word and date ready; as lines of the page each drawn once."""

from datetime import date
from typing import Any

from django.utils.translation import get_language

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.told import Told
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters.models import Group, Matter
from zhongshu.supervision.models import State
from zhongshu.supervision.presenters.ledger_words import words
from zhongshu.ui.addresses import numbered
from zhongshu.ui.drawn import drawn_once, encoded
from zhongshu.ui.encoded import Encoded
from zhongshu.ui.wording import short_date

Row = dict[str, Any]
UNDER_WAY = (State.DISPATCHED, State.UNDERTAKING)


class Teller:
    """Tells matters as rows on one day, with every word translated beforehand."""

    def __init__(self, today: date, calendar: Calendar) -> None:
        self.today, self.calendar, self.words = today, calendar, words(get_language())

    def row(self, matter: Matter, lingered: str = "") -> Row:
        """One matter; with the days it took in the stage by which the list is ordered, if it is."""
        words, directive = self.words, matter.directive
        due, original = matter.current_due, matter.original_due
        (word, code), sub = words.states[matter.state], ""
        left, tone = self._left(matter)
        if tone and matter.state in UNDER_WAY:
            word, code, sub = words.light_words[tone], tone, word
        said = directive.last_progress_at
        return {
            "ref": matter.pk,
            "url": numbered("supervision:directive", matter.pk),
            "number": matter.number,
            "title": matter.title,
            "source": directive.source_title,
            "ended": directive.ended_reason,
            "urgency": words.urgencies.get(matter.urgency, ""),
            "state": code,
            "word": word,
            "sub": sub,
            "risk": words.risks.get(directive.risk),
            "unit": matter.lead_unit.short_name if matter.lead_unit else "",
            "blocker": words.blockers.get(directive.blocker, ""),
            "said_on": short_date(local_day(said), self.today) if said else "",
            "said": directive.last_progress if said else words.none_yet,
            "due": short_date(due, self.today) if due and matter.state != State.FOR_READING else "",
            "unsure": words.provisional if matter.due_is_provisional and matter.group == Group.OPEN else "",
            "left": left,
            "tone": tone,
            "took": self._took(matter, lingered) if lingered else "",
            "original": short_date(original, self.today) if original and original != due else "",
        }

    def _took(self, matter: Matter, stage: str) -> str:
        days = getattr(matter.directive, f"took_{stage}")
        return self.words.took % {"stage": self.words.stages[stage], "n": days}

    def _left(self, matter: Matter) -> tuple[str, str]:
        """How far the date is, and its tone."""
        words, due = self.words, matter.current_due
        if matter.group != Group.OPEN or due is None:
            ended = matter.closed_at
            return (words.ended % short_date(local_day(ended), self.today) if ended else ""), ""
        if matter.stopped_on:
            return words.stands, ""
        days = (due - self.today).days
        if days < 0:
            return words.late_days % -days, "late"
        working = self.calendar.count(self.today, due)
        return (words.left_days % working if days else words.due_today), ("soon" if working <= 3 else "")


@drawn_once(most=600)
def line(
    row: Told[Matter], today: date, calendar: Calendar, boxes: bool, ticked: bool, lingered: str
) -> Encoded:
    """A row of the table, with a box to tick where there are ``boxes``."""
    said = Teller(today, calendar).row(row.made(), lingered)
    return encoded("supervision/_row.html", row=said, boxes=boxes, ticked=ticked)
