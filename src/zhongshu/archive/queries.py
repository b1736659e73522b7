"""Reading the archive; always through the actor."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from zhongshu.archive import policies, settings
from zhongshu.archive.models import Deposit, DepositedFile
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.kernel.refusals import NotFound
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.models import Entry


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to; empty values narrow nothing. ``unit`` is an id."""

    year: int | None = None
    retention: str = ""
    unit: int | None = None
    text: str = ""


def visible(actor: Actor, filters: Filters | None = None) -> QuerySet[Deposit]:
    """Deposits that ``actor`` may know of, within ``filters``, newest first."""
    wanted = filters or Filters()
    rows = (
        Deposit.objects.filter(policies.visible(actor)).select_related("unit").order_by("-at", "-matter_id")
    )
    if wanted.year:
        rows = rows.filter(year=wanted.year)
    if wanted.retention:
        rows = rows.filter(retention=wanted.retention)
    if wanted.unit:
        rows = rows.filter(unit_id=wanted.unit)
    for word in wanted.text.split():
        rows = rows.filter(Q(title__icontains=word) | Q(code__icontains=word))
    return rows


def page(
    actor: Actor, filters: Filters | None = None, *, after: str = "", before: str = "", limit: int = 50
) -> Page[Deposit]:
    """One page of :func:`visible`, ``limit`` rows, from behind ``after`` or up to ``before`` (cursors)."""
    newest = ordered(visible(actor, filters), newest_first=True, at=datetime.fromisoformat, matter_id=int)
    return newest.page(after=after, before=before, size=limit)


def get(actor: Actor, matter_id: int) -> Deposit:
    """The deposit of a matter; NotFound when there is none that ``actor`` may know of."""
    found = (
        Deposit.objects.filter(policies.visible(actor), pk=matter_id).select_related("organ", "unit").first()
    )
    return found or _nothing()


def by_code(actor: Actor, code: str) -> Deposit:
    """The deposit with this archival code; NotFound when there is none that ``actor`` may know of."""
    found = Deposit.objects.filter(policies.visible(actor), code=code).select_related("organ", "unit").first()
    return found or _nothing()


def files_of(deposit: Deposit) -> list[DepositedFile]:
    """The file list with its digests, in order. The caller has got the deposit by the actor."""
    return list(deposit.files.order_by("order"))


def file_of(deposit: Deposit, order: int) -> DepositedFile:
    """One file of the list; NotFound when there is none."""
    found = deposit.files.filter(order=order).first()
    if found is None:
        raise NotFound("no_such_file", _("这个归档包里没有这份文件。"))
    return found


def years(actor: Actor) -> list[int]:
    """Years in which something visible was filed, newest first."""
    return list(visible(actor).order_by("-year").values_list("year", flat=True).distinct())


def units(actor: Actor) -> list[tuple[int, str]]:
    """Units that kept what is visible: id and short name."""
    rows = visible(actor).order_by("unit__path").values_list("unit_id", "unit__short_name").distinct()
    return list(rows)


def history(deposit: Deposit) -> list[Entry]:
    """What happened to a package since it was deposited, newest first. The caller has got it by the actor."""
    return journal.timeline(deposit.stream, limit=50)


def place_of(deposit: Deposit) -> Path:
    """Where the package lies."""
    return settings.root() / deposit.folder


def _nothing() -> Deposit:
    raise NotFound("no_such_deposit", _("没有这份归档，或者您没有权限知悉它。"))


def strays() -> list[str]:
    """Package folders that no deposit knows: leavings of killed processes, or put there by somebody."""
    known = set(Deposit.objects.values_list("folder", flat=True))
    root = settings.root()
    found = (
        path.relative_to(root).as_posix() for path in root.glob("*/*/*") if ".arriving" not in path.parts
    )
    return sorted(folder for folder in found if folder not in known)
