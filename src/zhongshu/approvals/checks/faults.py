"""The static check of a route: every fault comes with a paper that runs into it."""

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.apart import apart
from zhongshu.approvals.checks.avoided import avoided
from zhongshu.approvals.checks.facts import Facts
from zhongshu.approvals.checks.fault import Fault
from zhongshu.approvals.checks.samples import MOST, TooMany, samples
from zhongshu.approvals.checks.staffed import staffed, unseen
from zhongshu.approvals.checks.ways import met, ways_wrong
from zhongshu.approvals.checks.written import written_wrong
from zhongshu.approvals.grammar import PART, Flow, Route

MOST_STAGES = 300


def check(route: Route, facts: Facts) -> list[Fault]:
    """All faults of a route in the organisation of ``facts``; none means that it can be published.

    A part that others call is checked for who decides in it; with each of its callers it is checked whole.
    """
    stages = len(Flow(route).stages)
    if stages > MOST_STAGES:
        told = {"stages": stages, "most": MOST_STAGES}
        story = _("路线有 %(stages)s 个环节，超过 %(most)s 个，无法逐一检查，请拆成几条路线。")
        return [Fault("too_many_stages", "", story % told)]
    if found := list(written_wrong(route)):
        return found
    if route.kind == PART:  # what comes before and after it, its callers say
        return [*staffed(Flow(route), facts), *avoided(Flow(route), facts)]
    try:
        papers = samples(route)
    except TooMany:
        return [Fault("too_many_cases", "", _("条件组合超过 %(most)s 种，无法逐一检查。") % {"most": MOST})]
    flow = Flow(route)
    if found := list(ways_wrong(route, flow, papers)):
        return found
    together = met(flow, papers)
    return [
        *staffed(flow, facts, together),
        *avoided(flow, facts),
        *unseen(flow, papers, facts),
        *apart(flow, together, facts),
    ]
