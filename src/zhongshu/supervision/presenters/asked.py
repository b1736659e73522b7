"""What an address asks of the ledger, and the filters above it: worked out once for each address."""

from typing import NamedTuple

from django.http import HttpRequest

from zhongshu.supervision import choices
from zhongshu.supervision.forms.ledger import FilterForm
from zhongshu.supervision.presenters.filters import filters
from zhongshu.supervision.queries import Filter
from zhongshu.ui.drawn import drawn_once
from zhongshu.ui.encoded import Encoded
from zhongshu.ui.querystrings import changed, read


class Asked(NamedTuple):
    """What an address asks: a filter and a place in its list, the boxes that are ticked.

    ``query``   the address as it stands.
    ``said``    the filter in words; ``canonical`` the filter as an address; ``here`` the whole address but for its ticks.
    ``counting`` the address that has the list counted to its end.
    ``whole``   whether the list is to be counted to its end.
    ``faulty``  something in it could not be read, and is left out.
    ``more``    whether the further conditions stand open: asked for, or one of them is set.
    ``filters`` what narrows the list, drawn.
    ``beside``  whether there are conditions that came with the address and have no place in the form.
    """

    query: str
    narrowed: Filter
    said: str
    canonical: str
    here: str
    counting: str
    faulty: bool
    more: bool
    beside: bool
    after: str
    before: str
    ticked: frozenset[int]
    whole: bool
    filters: Encoded


def asked(request: HttpRequest) -> Asked:
    """What the address of ``request`` asks."""
    address = request.META.get("QUERY_STRING", "")
    work = _read.draw if "lead" in address else _read  # a unit told by its number is looked up for its name
    return work(address, choices.unit_names())


@drawn_once(most=60)
def _read(address: str, names: choices.UnitNames) -> Asked:
    query = read(address)
    form = FilterForm(query, names=names)
    narrowed = form.narrowed()
    set_now = (narrowed.waits, narrowed.unit_id, narrowed.origin, narrowed.due_from, narrowed.due_to)
    more = "more" in query or any(set_now)
    return Asked(
        query=address,
        narrowed=narrowed,
        said=form.said,
        canonical=form.canonical,
        here=changed(query, {"ticked": None}),
        counting=changed(query, {"count": 1}),
        faulty=not form.is_valid(),
        more=more,
        beside=bool(form.beside),
        after=query.get("after", ""),
        before=query.get("before", ""),
        ticked=frozenset(int(one) for one in query.getlist("ticked") if one.isdecimal()),
        whole="count" in query,
        filters=filters(form, query, more=more),
    )
