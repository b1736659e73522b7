"""What floors above tell approvals: the kinds of papers that are approved, and what follows for them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.functional import Promise

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import YES, Verdict
from zhongshu.platform.typesetting.elements import Block

Words = str | Promise


def _nothing_to_ask(approval: Any, stage: Any, actor: Actor, at: datetime) -> None:
    return None


Hinders = Callable[[Any, Any], Verdict]
"""Why agreeing to an approval in a stage is refused, or YES."""


def _nothing_hinders(approvals: Sequence[Any], actor: Actor) -> Hinders:
    return lambda approval, stage: YES


def _nothing_holds(approval: Any) -> Callable[[Any], Verdict]:
    return lambda power: YES


def _nothing_follows(approval: Any, actor: Actor, at: datetime) -> None:
    return None


def _nothing_is_left(approval: Any) -> bool:
    return True


def _nothing_to_add(approval: Any) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of paper.

    ``guard``    asked with the approval and the stage (None: the drafter's) before anybody agrees;
                 raises a Refusal where the law forbids it.
    ``hinders``  what tells why a person may not agree to one of some approvals in a stage now, asked for buttons and
                 pages; ``guard`` refuses it, too. Whatever it reads, it reads once for all of them.
    ``instead``  the verb that takes the place of agreeing, by the power of the stage; plain agreeing is refused there.
    ``undoes``   what tells whether what was done can still be undone: the paper go back to a stage that exercises a
                 power, or (None) come to nothing; asked for the buttons, and refused by ``follow``, too.
    ``follow``   told after every act; moves the record of the floor above along.
    ``address``  where the paper is shown.
    ``settled``  whether all that follows from an approved paper is done, so that it can be filed.
    ``described`` what its archival package tells of it beside the paper: term → plain value.
    ``sheet``    the heading of its sheet (审批单); "" for one made from the title of its route.
    ``printed``  what stands on the sheet in place of the bare form, given the approval and the codes of the
                 fields that the reader may not see; None for the form itself.
    ``reviewed_when`` answers of its form with which it may not be approved for payment, paid or passed before a review
                 that nobody can be spared; empty for kinds that ask no such thing.
    ``chooses``  whether its form asks its drafter whom he chooses, for the stages that leave it to him.
    ``tells``    verbs of its journal whose sentences tell fields of its form, with the codes of these.
    """

    kind: str
    title: Words
    address: Callable[[int], str]
    guard: Callable[[Any, Any, Actor, datetime], None] = _nothing_to_ask
    follow: Callable[[Any, Actor, datetime], None] = _nothing_follows
    settled: Callable[[Any], bool] = _nothing_is_left
    described: Callable[[Any], Mapping[str, object]] = _nothing_to_add
    sheet: Words = ""
    printed: Callable[[Any, frozenset[str]], Sequence[Block]] | None = None
    tells: Mapping[str, frozenset[str]] = field(default_factory=dict)
    reviewed_when: Mapping[str, str] = field(default_factory=dict)
    chooses: bool = False
    hinders: Callable[[Sequence[Any], Actor], Hinders] = _nothing_hinders
    undoes: Callable[[Any], Callable[[Any], Verdict]] = _nothing_holds
    instead: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a floor above reads from papers of the common kind along a route whose title has one of the words ``called``.

    ``fields`` by the codes that it goes by; ``rule`` the rule that asks for them.
    """

    called: tuple[str, ...]
    fields: Mapping[str, object]
    rule: str


_readings: list[Reading] = []
_subjects: dict[str, Subject] = {}
_shipped: dict[str, Mapping[str, Any]] = {}


def register(subject: Subject) -> None:
    """Make a kind of paper known; the same kind again replaces the former."""
    _subjects[subject.kind] = subject


def subject_of(kind: str) -> Subject:
    """The kind of paper called ``kind``."""
    return _subjects[kind]


def reviewed_when(kind: str) -> Mapping[str, str]:
    """``reviewed_when`` of the papers called ``kind``; nothing for a kind that is not known."""
    return _subjects[kind].reviewed_when if kind in _subjects else {}


def address(approval: Any) -> str:
    """Where a paper is shown."""
    return _subjects[approval.matter.kind].address(approval.pk)


def ship(folder: Path) -> None:
    """Make the routes known that come with a floor: files of JSON to begin with, in force nowhere until published."""
    for path in sorted(folder.glob("*.json")):
        spec = json.loads(path.read_text("utf-8"))
        _shipped[spec["name"]] = spec


def shipped() -> Mapping[str, Mapping[str, Any]]:
    """The routes that come with the house, as decoded JSON by their names."""
    return _shipped


def read_from(reading: Reading) -> None:
    """Make known what is read from certain papers: the check of routes tells which of it a form does not ask."""
    _readings.append(reading)


def readings() -> list[Reading]:
    """What is read from papers of the common kind, by whom their routes are meant for."""
    return _readings


def kinds() -> list[str]:
    """The codes of all kinds of papers."""
    return list(_subjects)
