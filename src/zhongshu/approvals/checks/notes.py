"""What a sound route should still be looked at for; it keeps no route from being published."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.alone import alone
from zhongshu.approvals.checks.deputies import unreplaced
from zhongshu.approvals.checks.facts import Facts
from zhongshu.approvals.checks.fault import Fault
from zhongshu.approvals.checks.samples import TooMany, samples
from zhongshu.approvals.checks.ways import met
from zhongshu.approvals.grammar import Flow, OnEmpty, Route, Unforeseen, Values, Who, WhoKind


def notes(route: Route, facts: Facts) -> list[Fault]:
    """Whose own papers find nobody to take over, stages without anybody, stages that no paper comes to."""
    flow = Flow(route)
    try:
        papers = samples(route)
        together = met(flow, papers)
    except (TooMany, Unforeseen):  # the check tells of these
        return [*_unpeopled(facts), *_vacant(flow, facts)]
    return [
        *_unpeopled(facts),
        *alone(flow, facts, together),
        *unreplaced(route, facts, together),
        *_vacant(flow, facts),
        *_gone(flow, facts),
        *_idle(flow, papers),
    ]


def _unpeopled(facts: Facts) -> Iterator[Fault]:
    """A house still empty: that every stage finds somebody was not seen."""
    if not facts.places:
        yield Fault("unpeopled", "", _("还没有人员任职，各环节由谁办理没有检查。"))


def _vacant(flow: Flow, facts: Facts) -> Iterator[Fault]:
    """Stages in which nobody can be found anywhere, so that every paper goes past them."""
    for stage in flow.stages.values():
        passed = stage.on_empty == OnEmpty.SKIP and stage.who.kind != WhoKind.CHOSEN
        if passed and facts.places and not any(facts.cast(stage, place) for place in facts.places):
            story = _("“%(stage)s”现在没有人可以办理，所有单据到这一步都跳过。")
            yield Fault("vacant", stage.code, story % {"stage": stage.title})


def _gone(flow: Flow, facts: Facts) -> Iterator[Fault]:
    """Staff numbers that nobody in service has."""
    for stage in flow.stages.values() if facts.places else ():
        for number in dict.fromkeys((*stage.who.people, *stage.fallback)):
            asked = replace(stage, who=Who(kind=WhoKind.NAMED, people=(number,)))
            if not facts.cast(asked, facts.places[0]):
                story = _("“%(stage)s”写的工号“%(number)s”没有在任的人。")
                yield Fault("gone", stage.code, story % {"stage": stage.title, "number": number})


def _idle(flow: Flow, papers: list[Values]) -> Iterator[Fault]:
    reached = {stage.code for values in papers for stage in flow.expected(values)}
    for code in [one for one in flow.stages if one not in reached]:
        story = _("没有一份单据会走到“%(stage)s”：条件互相矛盾，或者都走了前面的分支。")
        yield Fault("idle", code, story % {"stage": flow.stages[code].title})
