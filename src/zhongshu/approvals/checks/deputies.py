"""Any choice of stand-ins: whom the rules let act for whom along a route, and whom nobody could act for.

Powers that never meet do not meet by standing in: who would come to hold two of them along a route in force is not
let stand in (``approvals.rules.F_01_stand_in``, asked when a stand-in is named), and whoever has had a part in a paper
is stopped in it, whatever the stand-ins are by then. So what is left to be found is where nobody remains to act.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.facts import Facts, Place, people_in
from zhongshu.approvals.checks.fault import Fault
from zhongshu.approvals.checks.spent import Together, perhaps_spent
from zhongshu.approvals.checks.staffed import HIGHEST, risers
from zhongshu.approvals.grammar import Flow, How, Pair, Power, Route, Stage, clash
from zhongshu.approvals.rules import meeting


@dataclass(frozen=True, slots=True)
class Tried:
    """All choices of one person standing in for one: how many there are, how many are refused, one of those told."""

    choices: int
    refused: int
    example: str = ""

    @property
    def story(self) -> str:
        """What becomes of the choices by which powers would meet."""
        told = {"choices": self.choices, "refused": self.refused, "example": self.example}
        return (
            _(
                "两两代理共 %(choices)s 种，其中 %(refused)s 种会使不相容的职权落在一人身上（如%(example)s），登记代理时即拒绝。"
            )
            % told
        )


class Deputies:
    """Who may stand in for whom among those who have a part along one route."""

    def __init__(self, route: Route, facts: Facts) -> None:
        self.flow, self.facts = Flow(route), facts
        self.powers = people_in(self.flow.stages.values(), facts)
        self._organs: dict[int, set[int]] = {}
        self._staff: dict[int, set[int]] = {}
        for place in facts.places:
            self._staff.setdefault(place.organ_id, set()).update(place.drafters)
            for person in place.drafters:
                self._organs.setdefault(person, set()).add(place.organ_id)
        self._able: dict[int, list[int]] = {}

    def colleagues(self, absent: int) -> list[int]:
        """Everybody else of the same organ: the only ones who can stand in at all."""
        everybody = set[int]().union(*(self._staff[organ] for organ in self._organs.get(absent, ())))
        return sorted(everybody - {absent})

    def clashing(self, absent: int, deputy: int) -> Pair | None:
        """The powers that would meet in ``deputy``; None when they go together."""
        return meeting([*self.powers.get(deputy, ()), *self.powers.get(absent, ())])

    def able(self, absent: int) -> list[int]:
        """Who may stand in for ``absent``."""
        if absent not in self._able:
            free = (one for one in self.colleagues(absent) if not self.clashing(absent, one))
            self._able[absent] = [one for one in free if self.facts.lawful(absent, one)]
        return self._able[absent]

    def told(self, absent: int, deputy: int) -> str:
        """Which two stages would meet in ``deputy``."""
        pair = self.clashing(absent, deputy)
        held = self.powers.get(deputy, set()) | self.powers.get(absent, set())
        stages = [one for one in self.flow.stages.values() if one.power in held]
        first, second = (
            next(one.title for one in stages if pair and one.power == power)
            for power in ((pair.one, pair.other) if pair else ())
        )
        names = {"deputy": self.facts.names(deputy), "absent": self.facts.names(absent)}
        story = _("%(deputy)s代%(absent)s，就既办“%(first)s”又办“%(second)s”")
        return story % {**names, "first": first, "second": second}


def tried(route: Route, facts: Facts) -> Tried:
    """Every choice of stand-ins along ``route``: what is refused when it is named, so that it never comes about."""
    known, choices, refused, example = Deputies(route, facts), 0, 0, ""
    for absent in sorted(known.powers):
        colleagues = known.colleagues(absent)
        kinds = Counter(frozenset(known.powers.get(one, ())) for one in colleagues)
        clashing = {kind for kind in kinds if meeting([*kind, *known.powers[absent]])}
        choices += len(colleagues)
        refused += sum(kinds[kind] for kind in clashing)
        if clashing and not example:
            deputy = next(one for one in colleagues if frozenset(known.powers.get(one, ())) in clashing)
            example = known.told(absent, deputy)
    return Tried(choices, refused, example)


def unreplaced(route: Route, facts: Facts, together: Together) -> Iterator[Fault]:
    """Whoever is asked alone and could be replaced by nobody while away, or by one whose own papers then stop."""
    known, told = Deputies(route, facts), set[tuple[str, int]]()
    for stage in known.flow.stages.values():
        for place in facts.places if stage.power != Power.NONE else ():
            people = facts.cast(stage, place)
            for absent in people:
                fault = _nobody(stage, people, absent, known) or _one(stage, place, absent, known, together)
                if fault and (stage.code, absent) not in told:
                    told.add((stage.code, absent))
                    yield fault


def _nobody(stage: Stage, people: Sequence[int], absent: int, known: Deputies) -> Fault | None:
    """The story of somebody for whom nobody may stand in, since each would come to hold two powers that never meet."""
    clashing = next((one for one in known.colleagues(absent) if known.clashing(absent, one)), None)
    if known.able(absent) or clashing is None or not _needed(stage, people):
        return None
    pair = known.clashing(absent, clashing)
    words = {
        "stage": stage.title,
        "absent": known.facts.names(absent),
        "example": known.told(absent, clashing),
    }
    story = _(
        "%(absent)s不在时“%(stage)s”没有人可以代理：%(example)s；其他人也不行。单据要等他回来，请再安排一人。"
    )
    return Fault("nobody_stands_in", stage.code, story % words, pair.rule if pair else "")


def _one(stage: Stage, place: Place, absent: int, known: Deputies, together: Together) -> Fault | None:
    """The story of the only one who may stand in for ``absent``, and has a paper of his own."""
    able, pair = known.able(absent), clash(Power.APPLY, stage.power)
    if len(able) != 1 or able[0] not in place.drafters or pair is None:
        return None
    drafter, people = able[0], known.facts.cast(stage, place)
    others = [one for one in people if one != drafter]
    if not _needed(stage, others) or _handed_on(stage, place, absent, drafter, known, together):
        return None
    words = {
        "stage": stage.title,
        "absent": known.facts.names(absent),
        "deputy": known.facts.names(drafter),
    }
    story = _(
        "%(absent)s不在时“%(stage)s”只有%(deputy)s能代理：%(deputy)s本人的单据到这一步不能代办，又没有别人可转，请再安排一人。"
    )
    return Fault("one_stands_in", stage.code, story % words, pair.rule)


def _needed(stage: Stage, people: Sequence[int]) -> bool:
    """Whether the stage stands still without any one of ``people``."""
    return stage.how != How.ANY or len(people) == 1


def _handed_on(
    stage: Stage, place: Place, absent: int, drafter: int, known: Deputies, together: Together
) -> bool:
    """Whether somebody is left to whom a stand-in, who may not decide on his own paper, can hand it on."""
    barred = perhaps_spent(stage, place, known.flow, together, known.facts) | {drafter, absent}
    levels = risers(absent, known.facts, HIGHEST)
    return any(one not in barred for one in chain(known.facts.cast(stage, place), *levels))
