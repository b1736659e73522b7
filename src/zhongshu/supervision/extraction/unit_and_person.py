"""A unit and who of it answers, told in one place: 县教育局 王磊; 县财政局（李涛）."""

from __future__ import annotations

import re

from .leaders import is_person
from .names import is_unit
from .people import is_named
from .roles import Read
from .vocabulary_people import ANY_SURNAME

_BEHIND = re.compile(
    rf"(?P<unit>.{{2,26}}?)(?:（(?P<who>[{ANY_SURNAME}][一-鿿]{{1,2}})）|：(?P<name>[{ANY_SURNAME}][一-鿿]{{1,2}}))$"
)


def told_apart(norm: str, reads: list[Read]) -> tuple[list[Read], list[Read]]:
    """The units and the persons among ``reads``, names in a list where both may stand."""
    units: list[Read] = []
    persons: list[Read] = []
    for start, end, cue in reads:
        name = norm[start:end]
        if is_named(name) or (is_person(name) and not is_unit(name) and units):
            persons.append((start, end, "cue.post"))
        elif (hit := _BEHIND.match(name)) and is_unit(hit["unit"]):
            units.append((start, start + hit.end("unit"), cue))
            begin, stop = hit.span("who" if hit["who"] else "name")
            persons.append((start + begin, start + stop, "cue.post"))
        else:
            units.append((start, end, cue))
    return units, persons
