"""Inspections, conclusions and designations as rows of the command line."""

from collections.abc import Iterable

from zhongshu.inspections.models import Conclusion, Designation, Inspection
from zhongshu.matters.models import Matter

COLUMNS = ("id", "until", "state", "number", "units", "title")
Row = dict[str, object]


def inspection(one: Inspection) -> Row:
    """Until its last day."""
    return _row(one.matter, one.units.all(), one.matter.title, one.ends_on)


def conclusion(one: Conclusion) -> Row:
    """Until the last day for asking for a review, or for deciding on it."""
    return _row(one.matter, [one.unit], one.inspection.matter.title, one.matter.current_due or one.ask_until)


def _row(matter: Matter, units: Iterable[object], title: str, until: object) -> Row:
    told = {"id": matter.pk, "number": matter.number, "title": title, "state": matter.state}
    return {**told, "units": "、".join(str(unit) for unit in units), "until": until}


def designation(one: Designation) -> Row:
    """By the number of its paper and the unit it is given to, until its term ends."""
    told = {"id": one.pk, "number": one.paper, "title": one.matter, "state": one.unit.short_name}
    return {**told, "units": "、".join(str(unit) for unit in one.units.all()), "until": one.ends_on}
