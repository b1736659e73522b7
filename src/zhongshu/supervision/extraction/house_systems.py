"""Which unit of the house a system's short name in a note means: 住建 is 市住房城乡建设局, where no other can be meant."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .directory import Directory
from .series import is_note
from .spans import level
from .spoken_systems import SYSTEM, is_terse, systems_in
from .vocabulary_systems import WRITTEN_OUT

# What the office of a system is called, the most proper first.
_OFFICES = ("局|委|委员会|厅|部|办|办公室", "处|科|室|股|站|所|中心|[支大总]队|集团|公司|集团公司")


def _unit_of(word: str, known: Mapping[str, str]) -> str | None:
    """The id of the one unit that ``word`` can mean; None if there is none, or if only a person can tell which."""
    hit = SYSTEM.fullmatch(word)
    place = (hit and hit["place"]) or ""
    if not hit or hit["unit"] or len(place) > 1 or place == "各":
        return None
    core = hit["name"] or hit["topic"]
    whose = f"[一-鿿]{{0,6}}{place}" if place else "(?:[一-鿿]{0,6}?[省市县区州旗镇乡校院])?"
    for offices in _OFFICES:
        sign = re.compile(rf"{whose}(?:{'|'.join((core, *WRITTEN_OUT.get(core, ())))})(?:{offices})")
        ids = {unit for name, unit in known.items() if sign.fullmatch(name)}
        if ids:
            return ids.pop() if len(ids) == 1 else None
    return None


def read_as_note(text: str, house: Directory | None) -> tuple[bool, Directory | None]:
    """Whether ``text`` is a note, and the units of the ``house`` with those whom it names by their systems.

    Where one unit of the house alone can be meant (住建: 市住房城乡建设局) the short name is its name as well.
    """
    if not (is_note(text) or is_terse(level(text))):
        return False, house
    spoken = systems_in(level(text))
    known = house.names if house else {}
    meant = {word: _unit_of(word, known) for word in spoken if word not in known}
    return True, Directory({**known, **{w: m for w, m in meant.items() if m}}, spoken) if spoken else house
