"""What components are given: small frozen records, made by views and queries, drawn by the tags of ``ui``."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from zhongshu.ui.menu import Title


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the strip (步骤条). ``state`` is done, now, ahead, or no (ended here)."""

    title: Title
    note: Title = ""
    state: str = "ahead"


@dataclass(frozen=True, slots=True)
class File:
    """A file beside a text. ``thumb`` is the address of a small picture, or ""."""

    name: str
    url: str
    size: str = ""
    thumb: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the timeline, newest first.

    ``who`` and ``what``  read as one sentence: 陈立副局长 + 批示.
    ``at``      ISO moment for machines; ``at_text`` as shown.
    ``tone``    "", blue, red, amber, green or violet.
    ``hand``    the body is an instruction of a leader and is set in 楷体.
    """

    who: Title
    what: Title
    at: str
    at_text: str
    icon: str = "history"
    tone: str = ""
    body: Title = ""
    hand: bool = False
    files: Sequence[File] = ()


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the boxes or saved views."""

    text: Title
    url: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that switches ``param=value`` in the address on and off. ``state`` names a shape, or is ""."""

    text: Title
    param: str
    value: str
    count: int | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """A button of the bulk bar: posts the ticked rows to ``url``. ``confirm`` is asked first, if given."""

    text: Title
    url: str
    primary: bool = False
    confirm: Title = ""


@dataclass(frozen=True, slots=True)
class Job:
    """A long job. ``url`` answers this component again; ``done`` of ``total`` pieces, 0 if unknown."""

    title: Title
    url: str
    done: int = 0
    total: int = 0
    finished: bool = False
    failed: Title = ""
    note: Title = ""
    cancel_url: str = ""
    result_url: str = ""
    result_text: Title = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """A link of the chain 来龙去脉. ``here`` marks the matter one is looking at."""

    text: Title
    note: Title = ""
    url: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A count, and the address of the list of exactly these."""

    n: int
    url: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """A line of the error summary: the words beside the field, and the field's id."""

    target: str
    label: Title
    texts: Sequence[str] = field(default_factory=tuple)
