"""Whether every stage finds somebody to decide in it, whoever hands the paper in."""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.facts import Facts, Place, named_instead
from zhongshu.approvals.checks.fault import Fault, paper_words
from zhongshu.approvals.checks.spent import Together, spent
from zhongshu.approvals.grammar import Flow, OnEmpty, OnSelf, Power, Stage, Values, WhoKind, clash

HIGHEST = 6


def staffed(flow: Flow, facts: Facts, together: Together = ()) -> Iterator[Fault]:
    """Every stage finds somebody, whoever hands the paper in; of the stages ``together`` on one paper nobody takes two."""
    told: set[tuple[str, str]] = set()
    for stage in flow.stages.values():
        for place in facts.places:
            for fault in _in_place(stage, place, flow, together, facts):
                if (stage.code, fault.code) not in told:
                    told.add((stage.code, fault.code))
                    yield fault


def _in_place(stage: Stage, place: Place, flow: Flow, together: Together, facts: Facts) -> Iterator[Fault]:
    people = facts.cast(stage, place)
    words = {"place": place.name, "stage": stage.title}
    open_choice = stage.who.kind == WhoKind.CHOSEN and not stage.who.people
    stuck = [
        drafter
        for drafter in (place.drafters if not people and not open_choice else ())
        if not instead(
            stage, place, facts, drafter, spent(stage, place, flow, together, facts, drafter) | {drafter}
        )
    ]
    if stuck:
        yield _stuck(stage, place, stuck, facts)
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
    elif stage.on_self == OnSelf.UP and not (
        _risen(alone, facts, {alone}) or instead(stage, place, facts, alone, {alone})
    ):
        story = _("%(place)s的%(name)s提交的单据到“%(stage)s”时，本人不能批，又没有上级可以批。") % words
        yield Fault("no_superior", stage.code, story)


def _stuck(stage: Stage, place: Place, drafters: list[int], facts: Facts) -> Fault:
    """The papers of ``drafters`` find nobody: told of the whole place, or by name where others of it would get on."""
    words = {"place": place.name, "stage": stage.title, "name": facts.names(drafters[0])}
    if len(drafters) == len(place.drafters):
        story = _("%(place)s的人提交的单据到“%(stage)s”时没有人可以办理。") % words
    else:
        story = _("%(place)s的%(name)s提交的单据到“%(stage)s”时没有人可以办理，别人的有。") % words
    return Fault("no_approver", stage.code, story)


def instead(stage: Stage, place: Place, facts: Facts, drafter: int, barred: Collection[int]) -> bool:
    """Whether a paper of ``drafter`` goes on where nobody is found for ``stage``, without asking who is ``barred``."""
    if stage.on_empty == OnEmpty.NAMED:
        return any(one not in barred for one in facts.cast(named_instead(stage), place))
    if stage.on_empty == OnEmpty.UP:
        return _risen(drafter, facts, barred)
    return stage.on_empty == OnEmpty.SKIP


def unseen(flow: Flow, papers: list[Values], facts: Facts) -> Iterator[Fault]:
    """No paper gets past every one of its stages by rules alone, whoever hands it in."""
    ways = {tuple(stage.code for stage in flow.expected(values)): values for values in papers}
    for way, values in ways.items():
        for place in facts.places:
            passed = [_skips(flow.stages[code], place, facts) for code in way]
            through = frozenset.intersection(*passed) if passed else frozenset()
            if through:
                told = {
                    "place": place.name,
                    "name": facts.names(min(through)),
                    "paper": paper_words(flow.route, values),
                }
                story = _("%(place)s的%(name)s提交的%(paper)s各环节都自动跳过，无人审批就通过。") % told
                yield Fault("all_passed_over", way[-1], story)
                return


def _skips(stage: Stage, place: Place, facts: Facts) -> frozenset[int]:
    """Drafters of ``place`` whose papers ``stage`` lets pass without anybody deciding."""
    people = facts.cast(stage, place)
    if not people:
        chosen = stage.who.kind == WhoKind.CHOSEN
        return frozenset(place.drafters if stage.on_empty == OnEmpty.SKIP and not chosen else ())
    own = len(people) == 1 and stage.on_self == OnSelf.SKIP
    return frozenset(people if own else ()) & frozenset(place.drafters)


def _risen(person_id: int, facts: Facts, barred: Collection[int]) -> bool:
    """Whether somebody above ``person_id`` who is not ``barred`` can decide instead."""
    return any(one not in barred for level in risers(person_id, facts, HIGHEST) for one in level)


def risers(person_id: int, facts: Facts, highest: int) -> Iterator[list[int]]:
    """Those above ``person_id``, level by level."""
    below = [person_id]
    for _level in range(highest):
        below = [one for person in below for one in facts.above(person)]
        yield below
