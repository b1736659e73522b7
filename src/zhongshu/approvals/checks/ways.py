"""What happens to sample papers on their way: every one ends, is decided, and passes what is prescribed for it."""

from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.fault import Fault, paper_words
from zhongshu.approvals.grammar import Flow, Power, Route, Stage, Unforeseen, Values, holds
from zhongshu.approvals.walking.words import power_words


def ways_wrong(route: Route, flow: Flow, papers: list[Values]) -> Iterator[Fault]:
    """Every paper finds an end, and passes what is prescribed for it."""
    for values in papers:
        try:
            passed = {stage.code: stage for stage in flow.expected(values)}
        except Unforeseen as gap:
            told = {"paper": paper_words(route, values), "choice": gap.choice.code}
            story = _("一份单据（%(paper)s）走到“%(choice)s”时没有一支适用，停在那里。") % told
            yield Fault("no_branch", gap.choice.code, story)
            continue
        if all(stage.power == Power.NONE for stage in passed.values()):
            story = _("一份单据（%(paper)s）不经任何人审批就通过。") % {"paper": paper_words(route, values)}
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
        told = {"paper": paper_words(route, values), "stage": stage.title, "power": power_words(wanted)}
        story = _("一份单据（%(paper)s）没有人“%(power)s”就到了“%(stage)s”。") % told
        yield Fault("out_of_order", stage.code, story, "F-01")


def _prescribed(route: Route, values: Values, title: str, stage: Stage | None, code: str) -> Iterator[Fault]:
    told = {"paper": paper_words(route, values), "title": title, "stage": stage.title if stage else code}
    if stage is None:
        story = _("一份单据（%(paper)s）没有经过“%(stage)s”，而规定是：%(title)s。") % told
        yield Fault("prescribed_missed", code, story, "M-16")
    elif stage.may_be_passed_over:
        story = _("一份单据（%(paper)s）可能在“%(stage)s”被自动跳过，而规定是：%(title)s。") % told
        yield Fault("prescribed_passed_over", code, story, "M-16")


def met(flow: Flow, papers: list[Values]) -> set[tuple[str, str]]:
    """Pairs of stages that one paper can pass, both."""
    ways = {tuple(stage.code for stage in flow.expected(values)) for values in papers}
    return {pair for way in ways for pair in combinations(way, 2)}
