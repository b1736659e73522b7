"""What money tells the floors below: advances are settled by who took them, funds stand on the page of their matter."""

from zhongshu.finance import queries, rules
from zhongshu.finance.presenters.funds import threads
from zhongshu.kernel.verdicts import Verdict
from zhongshu.matters import registry as matters
from zhongshu.org import registry


def advances_settled(person_id: int) -> Verdict:
    """Whether somebody who wants to leave has settled all his advances."""
    return rules.settled_before_leaving([one.matter.number for one in queries.advances_open(person_id)])


registry.object_to_leaving("advances", advances_settled)
matters.tell_threads("funds", threads)
