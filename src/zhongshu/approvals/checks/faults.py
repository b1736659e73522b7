"""The static check of a route: every fault comes with a paper that runs into it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.facts import Facts, Place
from zhongshu.approvals.checks.samples import MOST, TooMany, conditions_of, samples
from zhongshu.approvals.grammar import (
    Flow,
    OnEmpty,
    OnSelf,
    Power,
    Right,
    Route,
    Stage,
    Unforeseen,
    Values,
    WhoKind,
    clash,
    holds,
)
from zhongshu.approvals.grammar.conditions import tests_of
from zhongshu.approvals.walking.words import power_words
from zhongshu.org.models import Duty

HIGHEST = 6
POWER_OF_DUTY = {Duty.PAY: Power.PAY, Duty.BOOK: Power.BOOK, Duty.REVIEW_CLAIMS: Power.REVIEW}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its code, the stage it shows in ("" for the whole), the story, and the rule it breaks."""

    code: str
    stage: str
    story: str
    rule: str = ""


def check(route: Route, facts: Facts) -> list[Fault]:
    """All faults of a route in the organisation of ``facts``; none means that it can be published."""
    found = list(_written_wrong(route))
    if found:
        return found
    try:
        papers = samples(route)
    except TooMany:
        return [Fault("too_many_cases", "", _("条件组合超过 %(most)s 种，无法逐一检查。") % {"most": MOST})]
    flow = Flow(route)
    found = list(dict.fromkeys([*_ways(route, flow, papers)]))
    if found:
        return found
    together = _met(flow, papers)
    return [*_staffed(flow, facts), *_apart(flow, together, facts)]


def _written_wrong(route: Route) -> Iterator[Fault]:
    """What can be seen without any paper: no stage, unknown fields, powers left out, ways changed behind one's back."""
    flow, fields = Flow(route), {one.code for one in route.fields}
    if not flow.stages:
        yield Fault("no_stage", "", _("路线里没有任何审批环节，提交后无人审批就通过。"))
    asked = {test.field for condition in conditions_of(route) for test in tests_of(condition)}
    for code in sorted(asked - fields):
        yield Fault("unknown_field", "", _("条件用到表单里没有的栏目“%(code)s”。") % {"code": code})
    for stage in flow.stages.values():
        where = {"stage": stage.title}
        if stage.on_empty == OnEmpty.NAMED and not stage.fallback:
            yield Fault("no_fallback", stage.code, _("“%(stage)s”写明无人时交指定人，却没有指定人。") % where)
        power = POWER_OF_DUTY.get(Duty(stage.who.duty)) if stage.who.duty in POWER_OF_DUTY else None
        if power is not None and stage.power != power:
            told = {**where, "duty": Duty(stage.who.duty).label, "power": power_words(power)}
            yield Fault(
                "power_left_out",
                stage.code,
                _("“%(stage)s”由承担“%(duty)s”的人办理，却没有写明行使“%(power)s”，职责分离查不到它。")
                % told,
                "F-01",
            )
        for code in sorted(asked & {code for code, right in stage.rights.items() if right == Right.WRITE}):
            story = _("“%(stage)s”可以改“%(code)s”，而路线按它分支：改后可能绕过应走的环节。")
            yield Fault("way_changed", stage.code, story % {**where, "code": code})


def _ways(route: Route, flow: Flow, papers: list[Values]) -> Iterator[Fault]:
    """Every paper finds an end, and passes what is prescribed for it."""
    for values in papers:
        try:
            passed = {stage.code: stage for stage in flow.expected(values)}
        except Unforeseen as gap:
            told = {"paper": _paper(route, values), "choice": gap.choice.code}
            story = _("一份单据（%(paper)s）走到“%(choice)s”时没有一支适用，停在那里。") % told
            yield Fault("no_branch", gap.choice.code, story)
            continue
        if not passed:
            story = _("一份单据（%(paper)s）不经任何人审批就通过。") % {"paper": _paper(route, values)}
            yield Fault("nobody_decides", "", story)
        yield from _paid_unapproved(route, flow, values, passed)
        for one in route.prescriptions:
            if holds(one.when, values):
                yield from _prescribed(route, values, one.title, passed.get(one.stage), one.stage)


def _paid_unapproved(route: Route, flow: Flow, values: Values, passed: dict[str, Stage]) -> Iterator[Fault]:
    """No payment before approval, no entry in the books before payment (F-01, F-03)."""
    first_of = {Power.PAY: Power.APPROVE, Power.BOOK: Power.PAY}
    for stage in passed.values():
        wanted = first_of.get(stage.power)
        before = [
            one for one in passed.values() if one.power == wanted and flow.precedes(one.code, stage.code)
        ]
        if wanted is None or any(not one.may_be_passed_over for one in before):
            continue
        told = {"paper": _paper(route, values), "stage": stage.title, "power": power_words(wanted)}
        story = _("一份单据（%(paper)s）没有人“%(power)s”就到了“%(stage)s”。") % told
        yield Fault("out_of_order", stage.code, story, "F-01")


def _prescribed(route: Route, values: Values, title: str, stage: Stage | None, code: str) -> Iterator[Fault]:
    told = {"paper": _paper(route, values), "title": title, "stage": stage.title if stage else code}
    if stage is None:
        story = _("一份单据（%(paper)s）没有经过“%(stage)s”，而规定是：%(title)s。") % told
        yield Fault("prescribed_missed", code, story, "M-16")
    elif stage.may_be_passed_over:
        story = _("一份单据（%(paper)s）可能在“%(stage)s”被自动跳过，而规定是：%(title)s。") % told
        yield Fault("prescribed_passed_over", code, story, "M-16")


def _met(flow: Flow, papers: list[Values]) -> set[tuple[str, str]]:
    """Pairs of stages that one paper can pass, both."""
    ways = {tuple(stage.code for stage in flow.expected(values)) for values in papers}
    return {pair for way in ways for pair in combinations(way, 2)}


def _staffed(flow: Flow, facts: Facts) -> Iterator[Fault]:
    """Every stage finds somebody, whoever hands the paper in."""
    told: set[tuple[str, str]] = set()
    for stage in flow.stages.values():
        for place in facts.places:
            for fault in _in_place(stage, place, facts):
                if (stage.code, fault.code) not in told:
                    told.add((stage.code, fault.code))
                    yield fault


def _in_place(stage: Stage, place: Place, facts: Facts) -> Iterator[Fault]:
    people = facts.cast(stage, place)
    words = {"place": place.name, "stage": stage.title}
    if not people and stage.who.kind != WhoKind.CHOSEN:
        if stage.on_empty in (OnEmpty.SKIP, OnEmpty.NAMED):
            return
        risen = stage.on_empty == OnEmpty.UP and any(
            _risen(one, facts, apart_from=one) for one in place.drafters[:1]
        )
        if not risen:
            story = _("%(place)s的人提交的单据到“%(stage)s”时没有人可以办理。") % words
            yield Fault("no_approver", stage.code, story)
    alone = people[0] if len(people) == 1 else None
    if alone is None or alone not in place.drafters:
        return
    words["name"] = facts.names(alone)
    if stage.on_self == OnSelf.REFUSE:
        story = _("%(place)s的%(name)s提交单据时，“%(stage)s”的审批人就是本人，提交不了。") % words
        yield Fault("cannot_submit", stage.code, story)
    elif stage.on_self == OnSelf.ALLOW and clash(Power.APPLY, stage.power):
        story = _("%(place)s的%(name)s提交的单据由本人办理“%(stage)s”。") % words
        yield Fault("approves_own", stage.code, story, "F-01")
    elif (
        stage.on_self == OnSelf.UP
        and stage.on_empty in (OnEmpty.UP, OnEmpty.REFUSE)
        and not _risen(alone, facts, apart_from=alone)
    ):
        story = _("%(place)s的%(name)s提交的单据到“%(stage)s”时，本人不能批，又没有上级可以批。") % words
        yield Fault("no_superior", stage.code, story)


def _risen(person_id: int, facts: Facts, *, apart_from: int) -> bool:
    """Whether somebody above ``person_id`` can decide instead."""
    below = [person_id]
    for _level in range(HIGHEST):
        below = [one for person in below for one in facts.above(person)]
        if any(one != apart_from for one in below):
            return True
    return False


def _apart(flow: Flow, together: set[tuple[str, str]], facts: Facts) -> Iterator[Fault]:
    """Nobody can come to hold two powers that never meet: by his own posts, or by a stand-in that is planned."""
    told: set[tuple[str, str, int]] = set()
    for one, other in sorted(together):
        first, second = flow.stages[one], flow.stages[other]
        pair = clash(first.power, second.power)
        if pair is None:
            continue
        for place in facts.places:
            able = set(facts.cast(first, place)), set(facts.cast(second, place))
            for person, way in _meeting(able[0], able[1], facts):
                if (one, other, person) in told:
                    continue
                told.add((one, other, person))
                words = {"place": place.name, "first": first.title, "second": second.title, "way": way}
                story = _("%(place)s的一份单据：%(way)s，于是同一人既办“%(first)s”又办“%(second)s”。") % words
                yield Fault("powers_meet", other, story, pair.rule)


def _meeting(first: set[int], second: set[int], facts: Facts) -> Iterator[tuple[int, str]]:
    for person in sorted(first & second):
        yield person, _("%(name)s在两个环节都是审批人") % {"name": facts.names(person)}
    seats: dict[int, set[int]] = {}
    for absent, deputy in facts.acting:
        seats.setdefault(deputy, {deputy}).add(absent)
    for deputy, taken in sorted(seats.items()):
        here, there = taken & first, taken & second
        if here and there and not (deputy in here and deputy in there):
            names = _("、").join(facts.names(one) for one in sorted((here | there) - {deputy}))
            yield deputy, _("%(name)s代%(absent)s办理") % {"name": facts.names(deputy), "absent": names}


def _paper(route: Route, values: Values) -> str:
    labels = {one.code: one.label for one in route.fields}
    choices = {one.code: dict(one.choices) for one in route.fields}
    told = [
        f"{labels.get(code, code)} {choices.get(code, {}).get(str(value), value)}"
        for code, value in values.items()
    ]
    return "，".join(told) or _("任意一份")
