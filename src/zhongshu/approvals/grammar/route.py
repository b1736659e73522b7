"""The parts of a route. A body is a list of items walked in order; the nesting makes every opening close again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from zhongshu.approvals.grammar.conditions import ALWAYS, Condition
from zhongshu.approvals.grammar.powers import Power

NAME = re.compile(r"[-a-zA-Z0-9_]{1,60}")
"""What a route can be called by in addresses and on the command line."""


class WhoKind(StrEnum):
    """How the approvers of a stage are found."""

    DUTY = "duty"  # whoever carries a duty in the drafter's organ
    POST = "post"  # whoever holds a certain post
    UNIT_HEAD = "unit_head"  # the head of the drafter's unit, or of one above it
    IN_CHARGE = "in_charge"  # the leader in charge of the drafter's unit
    PRINCIPAL = "principal"  # the principal leader of the drafter's organ
    NAMED = "named"  # certain persons
    CHOSEN = "chosen"  # whom the drafter chooses


class How(StrEnum):
    """How the opinions of one stage make a decision."""

    ALL = "all"
    ANY = "any"
    IN_ORDER = "in_order"
    SHARE = "share"


class OnSelf(StrEnum):
    """The approver is the submitter."""

    UP = "up"
    SKIP = "skip"
    REFUSE = "refuse"
    ALLOW = "allow"


class OnEmpty(StrEnum):
    """Nobody can approve."""

    UP = "up"
    NAMED = "named"
    SKIP = "skip"
    REFUSE = "refuse"


class OnRepeat(StrEnum):
    """The approver agreed before: SKIP in the stage just before, ONCE in any stage that leads here."""

    ASK = "ask"
    SKIP = "skip"
    ONCE = "once"


class HandOn(StrEnum):
    """To whom a part in the stage can be handed on (转办); whom powers keep from it never is one of them."""

    ENTITLED = "entitled"  # whom the stage could ask anyhow, and who is above its holder
    UNIT = "unit"  # these, and those of the holder's unit
    ANYBODY = "anybody"  # any colleague


class Overtime(StrEnum):
    """The stage is late."""

    REMIND = "remind"
    SKIP = "skip"
    RETURN = "return"
    REFUSE = "refuse"


class Right(StrEnum):
    """What an approver of a stage may do with a field."""

    READ = "read"
    WRITE = "write"
    HIDE = "hide"


class FieldKind(StrEnum):
    """What a field of a form holds."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    MONEY = "money"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of the form: ``choices`` as (code, label) for a choice."""

    code: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = True
    choices: tuple[tuple[str, str], ...] = ()
    help: str = ""


class TieKind(StrEnum):
    """What one field has to do with others."""

    NOT_BEFORE = "not_before"  # a day not before another
    WORKING_DAYS = (
        "working_days"  # how many working days there are from a day to another, half a day less allowed
    )
    CALENDAR_DAYS = "calendar_days"  # likewise all days
    DAYS = "days"  # counted in either way
    SUM = "sum"  # the sum of the others


@dataclass(frozen=True, slots=True)
class Tie:
    """A rule between fields: where ``when`` holds, ``field`` says what follows from the fields ``of``."""

    field: str
    kind: TieKind
    of: tuple[str, ...]
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Where the approvers of a stage are looked for.

    ``level``   for a unit head: 0 the drafter's own unit, 1 the one above, …
    ``unit``    code of the unit whose duty or post is meant; "" is the drafter's organ.
    ``people``  staff numbers, for named persons and as the pool of a choice.
    """

    kind: WhoKind
    duty: str = ""
    post: str = ""
    unit: str = ""
    level: int = 0
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step in which people decide.

    ``share``      percent of votes that carries, for ``How.SHARE``.
    ``within``     working days from the arrival of the paper.
    ``power``      what is exercised here; separation of duties asks it.
    ``fallback``   staff numbers that decide when nobody can be found (``OnEmpty.NAMED``).
    ``rights``     rights to fields that differ from READ.
    ``one_by_one`` whether each paper is to be read and decided by itself, never agreed to among several at once.
    """

    code: str
    title: str
    who: Who
    how: How = How.ALL
    share: int = 100
    when: Condition = ALWAYS
    within: int = 2
    power: Power = Power.APPROVE
    on_self: OnSelf = OnSelf.UP
    on_empty: OnEmpty = OnEmpty.UP
    on_repeat: OnRepeat = OnRepeat.ASK
    overtime: Overtime = Overtime.REMIND
    hand_on: HandOn = HandOn.ENTITLED
    fallback: tuple[str, ...] = ()
    rights: Mapping[str, Right] = field(default_factory=lambda: MappingProxyType({}))
    one_by_one: bool = False

    @property
    def may_be_passed_over(self) -> bool:
        """Whether a paper can get past this stage without anybody deciding in it."""
        return self.on_self == OnSelf.SKIP or self.on_empty == OnEmpty.SKIP or self.overtime == Overtime.SKIP


@dataclass(frozen=True, slots=True)
class Branch:
    """A way that is taken when its condition holds."""

    title: str
    when: Condition
    body: tuple["Item", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The first branch whose condition holds is taken; ``otherwise`` (may be empty: nothing to do) if none does."""

    code: str
    branches: tuple[Branch, ...]
    otherwise: tuple["Item", ...] | None = None


@dataclass(frozen=True, slots=True)
class Parallel:
    """All ways are walked at once; what follows waits for all of them."""

    code: str
    branches: tuple[tuple["Item", ...], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A part with a name of its own (子流程): what follows waits for its end.

    Where it calls another route by name (``route``), its body is that route's as of its ``version``, set when the
    route that holds it is published; before, there is none (0).
    """

    code: str
    title: str
    body: tuple["Item", ...]
    route: str = ""
    version: int = 0


Item = Stage | Choice | Parallel | Group


@dataclass(frozen=True, slots=True)
class Prescription:
    """Where ``when`` holds, a stage exercising ``stage`` (a code) is always passed: "above 50,000 the meeting decides"."""

    title: str
    when: Condition
    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One version of a route. ``kind`` is the kind of matter it serves ("request", "claim")."""

    name: str
    title: str
    kind: str = "request"
    fields: tuple[Field, ...] = ()
    body: tuple[Item, ...] = ()
    prescriptions: tuple[Prescription, ...] = ()
    ties: tuple[Tie, ...] = ()
