"""Named filters as links with their present count: beside the ledger's filter, and on the desk."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.paging import Total
from zhongshu.matters.registry import KeptList
from zhongshu.supervision import figures, queries
from zhongshu.supervision.forms.ledger import FilterForm
from zhongshu.supervision.models import SavedFilter
from zhongshu.ui.addresses import fixed

MOST = 999
"""So far a filter is counted beside its name; on the page of filters it is counted whole."""


@dataclass(frozen=True, slots=True)
class Named:
    """A named filter. ``whose`` is who shares it, "" for one's own; ``said`` the filter in words."""

    kept: SavedFilter
    url: str
    count: str
    whose: str
    said: str
    current: bool = False


def named(actor: Actor, today: date, *, present: str = "", whole: bool = False) -> list[Named]:
    """All that ``actor`` sees, counted ``whole`` or up to ``MOST``; the one whose query is ``present`` is marked."""
    return list(_named(actor, today, present, whole=whole))


def kept_lists(actor: Actor, today: date) -> list[KeptList]:
    """The same for the desk."""
    return [KeptList(one.kept.name, one.url, one.count, one.whose) for one in _named(actor, today, "")]


def _named(actor: Actor, today: date, present: str, *, whole: bool = False) -> Iterator[Named]:
    ledger, keeps = fixed("supervision:ledger"), queries.saved_filters(actor)
    forms = [FilterForm(QueryDict(kept.query)) for kept in keeps]
    totals = _totals(actor, [form.narrowed() for form in forms], today, whole=whole)
    for kept, form, total in zip(keeps, forms, totals, strict=True):
        yield Named(
            kept,
            f"{ledger}?{kept.query}",
            f"{total.number}+" if total.more else str(total.number),
            kept.person.name if kept.person_id != actor.person_id else "",
            form.said,
            current=kept.query == present,
        )


def _totals(actor: Actor, many: list[queries.Filter], today: date, *, whole: bool) -> list[Total]:
    if whole:
        return queries.total_each(actor, many, today=today, whole=True)
    return figures.total_each(actor, many, today, most=MOST)
