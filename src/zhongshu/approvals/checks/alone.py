"""Who alone decides in a stage, and so cannot get his own paper past it: told beforehand, since it stops no other paper."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.facts import Facts, Place, named_instead
from zhongshu.approvals.checks.fault import Fault
from zhongshu.approvals.checks.spent import Together, spent
from zhongshu.approvals.checks.staffed import HIGHEST, risers
from zhongshu.approvals.grammar import Flow, OnEmpty, OnSelf, Power, Stage, clash


def alone(flow: Flow, facts: Facts, together: Together) -> list[Fault]:
    """A note for each person whose own papers come to a stage that he alone could decide in, with nobody to take over.

    The sole cashier who hands a claim in himself: he may not pay it (F-01), his superiors have approved it.
    """
    found: dict[tuple[str, int], Fault] = {}
    for stage in flow.stages.values():
        pair = clash(Power.APPLY, stage.power)
        for place in facts.places if pair else ():
            person = _stuck(stage, place, flow, together, facts)
            if pair and person is not None and (stage.code, person) not in found:
                words = {"name": facts.names(person), "stage": stage.title}
                story = _(
                    "“%(stage)s”只有%(name)s一人能办：%(name)s本人的单据到这一步没有人可以接手，请再安排一人。"
                )
                found[stage.code, person] = Fault("alone", stage.code, story % words, pair.rule)
    return list(found.values())


def _stuck(stage: Stage, place: Place, flow: Flow, together: Together, facts: Facts) -> int | None:
    """The drafter of ``place`` who alone decides in ``stage``, if everybody who could take over is barred."""
    people = facts.cast(stage, place)
    if len(people) != 1 or people[0] not in place.drafters or stage.on_self == OnSelf.SKIP:
        return None
    drafter = people[0]
    able = (one for one in _instead(stage, place, facts, drafter) if one != drafter)
    barred = spent(stage, place, flow, together, facts, drafter)
    if any(one not in barred for one in able):
        return None
    return None if stage.on_empty == OnEmpty.SKIP else drafter


def _instead(stage: Stage, place: Place, facts: Facts, drafter: int) -> Iterator[int]:
    """Everybody who could be asked in place of the drafter."""
    if stage.on_empty == OnEmpty.NAMED:
        yield from facts.cast(named_instead(stage), place)
    if stage.on_empty == OnEmpty.UP or stage.on_self == OnSelf.UP:
        for level in risers(drafter, facts, HIGHEST if stage.on_empty == OnEmpty.UP else 1):
            yield from level
