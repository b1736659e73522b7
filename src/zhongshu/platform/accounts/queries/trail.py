"""The whole journal as the audit administrator reads it (rule G-05); for everybody else it does not exist."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.platform.accounts import policies
from zhongshu.platform.journal.models import Checkpoint, Entry
from zhongshu.platform.journal.sentences import registered, wording

EXPORT_AT_MOST = 1_000_000  # what a sheet of Excel holds


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the journal is narrowed to; empty values narrow nothing. Days are Beijing's, both included."""

    since: date | None = None
    until: date | None = None
    who: str = ""
    verb: str = ""
    stream: str = ""

    def as_plain(self) -> dict[str, str]:
        """As plain values, to be asked for later; what narrows nothing is left out."""
        return {name: str(value) for name, value in asdict(self).items() if value}

    @classmethod
    def of_plain(cls, plain: Mapping[str, str]) -> "Wanted":
        """Back from :meth:`as_plain`."""
        days = {name: date.fromisoformat(plain[name]) for name in ("since", "until") if name in plain}
        return cls(**{**plain, **days})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as read: when, who, what, on what."""

    entry: Entry
    at: datetime
    who: str
    what: str


def page_of_lines(
    actor: Actor, wanted: Wanted, *, after: str = "", before: str = "", limit: int = 50
) -> Page[Line]:
    """One page of the journal, newest first."""
    newest = ordered(_visible(actor, wanted), newest_first=True, id=int)
    found = newest.page(after=after, before=before, size=limit)
    return Page([_line(entry) for entry in found.rows], found.next_cursor, found.previous_cursor)


def lines(actor: Actor, wanted: Wanted, *, limit: int = EXPORT_AT_MOST) -> Iterator[Line]:
    """The same as a flow, for carrying away; at most ``limit``."""
    return (_line(entry) for entry in _visible(actor, wanted)[:limit].iterator(chunk_size=2000))


def count_of_lines(actor: Actor, wanted: Wanted) -> int:
    """How many of them would be carried away."""
    return min(_visible(actor, wanted).count(), EXPORT_AT_MOST)


def last_checkpoint(actor: Actor) -> Checkpoint | None:
    """The seal last set."""
    policies.require_page(policies.reads_journal(actor))
    return Checkpoint.objects.order_by("-id").first()


def _visible(actor: Actor, wanted: Wanted) -> QuerySet[Entry]:
    policies.require_page(policies.reads_journal(actor))
    rows = Entry.objects.order_by("-pk")
    if wanted.since:
        rows = rows.filter(at__gte=_midnight(wanted.since))
    if wanted.until:
        rows = rows.filter(at__lt=_midnight(wanted.until + timedelta(days=1)))
    if wanted.who:
        rows = rows.filter(actor_name__contains=wanted.who)
    if wanted.verb:
        rows = rows.filter(verb=wanted.verb)
    if wanted.stream:
        exact = any(letter.isdigit() for letter in wanted.stream)
        rows = rows.filter(**{"stream" if exact else "stream__startswith": wanted.stream})
    return rows


def _line(entry: Entry) -> Line:
    who = entry.actor_name
    if entry.acting_for_name:
        who = _("%(name)s（代%(absent)s）") % {"name": who, "absent": entry.acting_for_name}
    what = wording(entry.verb).sentence(entry.facts) if entry.verb in registered() else entry.verb
    return Line(entry, entry.at.astimezone(BEIJING), who, what)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BEIJING)
