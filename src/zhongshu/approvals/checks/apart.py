"""Whether two powers that never meet in one person could, on one paper: by posts, by choice, by standing in."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.facts import Facts, Place, named_instead
from zhongshu.approvals.checks.fault import Fault
from zhongshu.approvals.grammar import Flow, OnEmpty, Stage, WhoKind, clash


def apart(flow: Flow, together: set[tuple[str, str]], facts: Facts) -> Iterator[Fault]:
    """Nobody can come to hold two powers that never meet: by his own posts, or by a stand-in that is planned."""
    told: set[tuple[str, str, int]] = set()
    for one, other in sorted(together):
        first, second = flow.stages[one], flow.stages[other]
        if (pair := clash(first.power, second.power)) is None:
            continue
        for place in facts.places:
            for person, way in _meeting((first, second), place, facts):
                if (one, other, person) in told:
                    continue
                told.add((one, other, person))
                words = {"place": place.name, "first": first.title, "second": second.title, "way": way}
                story = _("%(place)s的一份单据：%(way)s，于是同一人既办“%(first)s”又办“%(second)s”。") % words
                yield Fault("powers_meet", other, story, pair.rule)


def _meeting(stages: tuple[Stage, Stage], place: Place, facts: Facts) -> Iterator[tuple[int, str]]:
    first, second = (_able(stage, place, facts) for stage in stages)
    for person in sorted(first & second):
        yield person, _in_both(person, stages, place, facts)
    seats: dict[int, set[int]] = {}
    for absent, deputy in facts.acting:
        seats.setdefault(deputy, {deputy}).add(absent)
    for deputy, taken in sorted(seats.items()):
        here, there = taken & first, taken & second
        if here and there and not (deputy in here and deputy in there):
            names = _("、").join(facts.names(one) for one in sorted((here | there) - {deputy}))
            yield deputy, _("%(name)s代%(absent)s办理") % {"name": facts.names(deputy), "absent": names}


def _in_both(person: int, stages: tuple[Stage, Stage], place: Place, facts: Facts) -> str:
    """How one person comes to decide in both: asked in each, or in one of them for want of others."""
    for stage in stages:
        spare = stage.on_empty == OnEmpty.NAMED and person in facts.cast(named_instead(stage), place)
        if spare and person not in facts.cast(stage, place):
            told = {"name": facts.names(person), "stage": stage.title}
            return _("“%(stage)s”没有别人可办时交给%(name)s") % told
    return _("%(name)s在两个环节都是审批人") % {"name": facts.names(person)}


def _able(stage: Stage, place: Place, facts: Facts) -> set[int]:
    """Everybody who can come to decide in ``stage``: also whom a drafter could choose, and who is named for want of others."""
    able = set(facts.cast(stage, place))
    if stage.who.kind == WhoKind.CHOSEN and not stage.who.people:
        able |= {one for there in facts.places if there.organ_id == place.organ_id for one in there.drafters}
    if stage.on_empty == OnEmpty.NAMED:
        able |= set(facts.cast(named_instead(stage), place))
    return able
