"""What happens to sample papers on their way: every one ends, is decided, and passes what is prescribed for it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from django.utils.translation import gettext as _

from zhongshu.approvals import registry
from zhongshu.approvals.checks.fault import Fault, paper_words
from zhongshu.approvals.grammar import Flow, Power, Route, Stage, Unforeseen, Values, holds
from zhongshu.approvals.walking.words import power_words


def ways_wrong(route: Route, flow: Flow, papers: list[Values]) -> Iterator[Fault]:
    """Every paper finds an end, and passes what is prescribed for it; of papers with one fault, the last tells."""
    found: dict[Fault, Values] = {}
    for values in papers:
        for fault in _wrong(route, flow, values):
            found[fault] = values
    for fault, values in found.items():
        told = {"paper": paper_words(route, values), "wrong": fault.story}
        yield replace(fault, story=_("%(paper)s%(wrong)s。") % told)


def _wrong(route: Route, flow: Flow, values: Values) -> Iterator[Fault]:
    """What goes wrong with one paper; each story lacks its beginning, which paper it is."""
    try:
        passed = {stage.code: stage for stage in flow.expected(values)}
    except Unforeseen as gap:
        ways = _("、").join(f"“{branch.title}”" for branch in gap.choice.branches) or gap.choice.code
        story = _("走到分支（%(ways)s）时没有一支适用，停在那里") % {"ways": ways}
        yield Fault("no_branch", gap.choice.code, story)
        return
    if all(stage.power == Power.NONE for stage in passed.values()):
        yield Fault("nobody_decides", "", _("不经任何人审批就通过"))
    yield from _paid_unapproved(flow, passed)
    wanted = registry.reviewed_when(route.kind)
    if wanted and all(values.get(code, answer) == answer for code, answer in wanted.items()):
        yield from _unreviewed(flow, passed)
    for one in route.prescriptions:
        if holds(one.when, values):
            yield from _prescribed(one.title, flow.stages.get(one.stage), one.stage, passed)


def _paid_unapproved(flow: Flow, passed: dict[str, Stage]) -> Iterator[Fault]:
    """No payment before approval, no entry in the books before payment (F-01, F-03)."""
    first_of = {Power.PAY: Power.APPROVE, Power.BOOK: Power.PAY}
    for stage in passed.values():
        wanted = first_of.get(stage.power)
        before = [
            one for one in passed.values() if one.power == wanted and flow.precedes(one.code, stage.code)
        ]
        if wanted is None or any(not one.may_be_passed_over for one in before):
            continue
        told = {"stage": stage.title, "power": power_words(wanted)}
        story = _("没有人“%(power)s”就到了“%(stage)s”") % told
        yield Fault("out_of_order", stage.code, story, "F-01")


def _unreviewed(flow: Flow, passed: dict[str, Stage]) -> Iterator[Fault]:
    """A large sum is reviewed, where its decision is asked for, before it is paid; nobody is spared that (M-15)."""
    reviews = [one for one in passed.values() if one.power == Power.REVIEW and not one.may_be_passed_over]
    paying = [one for one in passed.values() if one.power in (Power.APPROVE_PAYMENT, Power.PAY)]
    late = [one for one in paying if not any(flow.precedes(two.code, one.code) for two in reviews)]
    if late or not reviews:
        story = _("没有经过“%(power)s”，大额单据的会议决定没有人核对") % {"power": power_words(Power.REVIEW)}
        yield Fault("unreviewed", late[0].code if late else "", story, "M-15")


def _prescribed(title: str, stage: Stage | None, code: str, passed: Mapping[str, Stage]) -> Iterator[Fault]:
    told = {"title": title, "stage": stage.title if stage else code}
    if stage is None or code not in passed:
        story = _("没有经过“%(stage)s”，而规定是：%(title)s") % told
        yield Fault("prescribed_missed", code, story, "M-16")
    elif stage.may_be_passed_over:
        story = _("可能在“%(stage)s”被自动跳过，而规定是：%(title)s") % told
        yield Fault("prescribed_passed_over", code, story, "M-16")


def met(flow: Flow, papers: list[Values]) -> set[tuple[str, str]]:
    """Pairs of stages that one paper can pass, both."""
    ways = {tuple(stage.code for stage in flow.expected(values)) for values in papers}
    return {pair for way in ways for pair in combinations(way, 2)}
