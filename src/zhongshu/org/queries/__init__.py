"""Reading the organisation: who somebody is today, who leads what, what units are called."""

from zhongshu.org.queries.actors import actor_of, actor_standing_in, organ_of
from zhongshu.org.queries.people import (
    away,
    colleague,
    heads,
    holders_of,
    is_away,
    is_nobody_here,
    leaders_of,
    people_of,
    receivers,
    stand_ins_for,
)
from zhongshu.org.queries.periods import appointments_on, in_force, stand_ins_on
from zhongshu.org.queries.units import Node, directory, flat, open_units, tree, unit, unit_called

__all__ = [
    "Node",
    "actor_of",
    "actor_standing_in",
    "appointments_on",
    "away",
    "colleague",
    "directory",
    "flat",
    "heads",
    "holders_of",
    "in_force",
    "is_away",
    "is_nobody_here",
    "leaders_of",
    "open_units",
    "organ_of",
    "people_of",
    "receivers",
    "stand_ins_for",
    "stand_ins_on",
    "tree",
    "unit",
    "unit_called",
]
