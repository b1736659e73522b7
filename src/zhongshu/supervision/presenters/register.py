"""The sheet on which a matter is entered: its origin, its tasks, the open matters each is like."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import queries as known
from zhongshu.matters.models import Matter
from zhongshu.org.models import Unit
from zhongshu.supervision import choices, queries, services
from zhongshu.supervision.forms.origins import origin_of
from zhongshu.supervision.forms.register import MOST, RegisterForm, TaskForm
from zhongshu.supervision.models import Origin
from zhongshu.supervision.presenters.alike import Like, likes
from zhongshu.ui.forms import mistakes, refuse
from zhongshu.ui.parts import Mistake

ASKED_FOR = ("about_id", "source_title", "source_number", "source_date", "basis")
"""What an address may fill in: from the page of what is to be supervised."""


@dataclass(slots=True)
class TaskCard:
    """One task on the sheet."""

    number: int
    form: TaskForm
    similar: list[Like] = field(default_factory=list)


class Sheet:
    """What was asked for in the address, or what was sent; ``data`` None for an empty sheet."""

    def __init__(self, actor: Actor, at: datetime, query: QueryDict, data: QueryDict | None) -> None:
        self.actor, self.today = actor, local_day(at)
        self.names, self.desks = choices.UnitNames(), choices.desks(actor, self.today)
        self.organ: Unit = queries.organ_of_desk(self.desks[0][0])
        self.adds = data is not None and "add" in data
        self.task_asked_for = {"title": query.get("task", "")}
        sent = None if self.adds else data
        self.origin = origin_of((data if data is not None else query).get("origin", ""))
        initial: dict[str, object] = {name: query[name] for name in ASKED_FOR if name in query}
        if sent is None:
            initial["approver_id"] = queries.last_approver(self.organ.pk)
        self.about = _about(actor, (query if data is None else data).get("about_id", ""))
        count = _number(data, "tasks") + self.adds if data is not None else 1
        self.count = max(1, min(count, MOST))
        if data is not None and self.adds:
            initial |= {name: value for name, value in data.items() if "-" not in name}
        told: dict[str, Any] = {"organ": self.organ, "today": self.today, "origin": self.origin}
        self.offers: list[services.Offer] = []
        told |= {"desks": self.desks, "names": self.names, "chains": queries.chains_named(actor)}
        self.whole = RegisterForm(sent, initial=initial, **told)
        self.cards = [TaskCard(n, self._task(n, sent, data)) for n in range(1, self.count + 1)]

    def _task(self, number: int, sent: QueryDict | None, data: QueryDict | None) -> TaskForm:
        prefix = f"t{number}"
        start = f"{prefix}-"
        kept = {n.removeprefix(start): v for n, v in (data or {}).items() if n.startswith(start)}
        first = kept if self.adds else self.task_asked_for
        form = TaskForm(sent, prefix=prefix, initial=first, names=self.names, today=self.today)
        if self.is_for_reading:
            form.only_read()
        return form

    @property
    def kinds(self) -> list[tuple[str, str, bool]]:
        """The kinds of origin to choose from: code, word, whether it is this one."""
        return [(one.value, str(one.label), one.value == self.origin) for one in Origin]

    @property
    def carried(self) -> str:
        """What the address carries on to the sheet of another origin."""
        return f"&about_id={self.about.pk}" if self.about else ""

    @property
    def next_number(self) -> int:
        """The place of the task that would be added."""
        return self.count + 1

    @cached_property
    def is_valid(self) -> bool:
        """Whether what was sent can be put to the service."""
        return all([self.whole.is_valid(), *(card.form.is_valid() for card in self.cards)])

    @property
    def is_for_reading(self) -> bool:
        return self.whole.is_for_reading

    def tasks(self) -> list[services.Task]:
        """What is to be opened."""
        shared = self.whole.shared()
        return [card.form.task(shared) for card in self.cards]

    def task_to_read(self) -> services.Task:
        """What is only to be read: a title and the origin."""
        form = self.cards[0].form
        title = form.cleaned_data["title"]
        requirement = form.cleaned_data["requirement"].strip() or title
        return services.Task(title=title, requirement=requirement, **self.whole.shared())

    def refuse(self, refusal: Refusal) -> None:
        """Put what the service refuses onto the tasks it refuses, with the open matters they are like."""
        if isinstance(refusal, services.HolderAway):
            card = self.cards[refusal.place - 1]
            refuse(card.form, refusal)
            dates = {"due": card.form.add_prefix("due")}
            self.offers = [replace(one, name=dates.get(one.name, one.name)) for one in refusal.offers]
            return
        cards = {f"task-{card.number}": card for card in self.cards}
        told = {name: text for name, text in refusal.fields.items() if name in cards}
        for name, text in told.items():
            cards[name].form.add_error(None, str(text))
        if refusal.rule == "D-04":
            self.cards[0].form.add_error(None, str(refusal))
        elif not told:
            alone = self.cards[0].form
            refuse(alone if alone.fields.keys() & refusal.fields.keys() else self.whole, refusal)
        if refusal.rule == "D-04" or told:
            self._compare()

    def _compare(self) -> None:
        found_each = services.similar_to(self.actor, self.tasks(), self.organ, today=self.today)
        for card, found in zip(self.cards, found_each, strict=True):
            card.similar = likes(found, self.today)
            card.form.offer_alike(found)

    @property
    def mistakes(self) -> list[Mistake]:
        """The summary of errors; those of a task with its number."""
        listed = list(mistakes(self.whole))
        for card in self.cards:
            place = _("第 %(n)s 项") % {"n": card.number} if self.count > 1 else ""
            for one in mistakes(card.form):
                words = f"{place} {one.label}".strip()
                listed.append(Mistake(one.target or f"task-{card.number}", words, one.texts))
        return listed


def _about(actor: Actor, told: str) -> Matter | None:
    """The paper that is to be seen through, if ``actor`` may know of it; else it does not exist (404)."""
    return known.get(actor, int(told)) if told.isdecimal() else None


def _number(data: QueryDict, name: str) -> int:
    told = data.get(name, "")
    return int(told) if told.isdecimal() else 1
