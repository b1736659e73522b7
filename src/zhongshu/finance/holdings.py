"""What money tells the organisation: an advance is settled by who took it, nobody takes it over."""

from zhongshu.finance import queries, rules
from zhongshu.kernel.verdicts import Verdict
from zhongshu.org import registry


def advances_settled(person_id: int) -> Verdict:
    """Whether somebody who wants to leave has settled all his advances."""
    return rules.settled_before_leaving([one.matter.number for one in queries.advances_open(person_id)])


registry.object_to_leaving("advances", advances_settled)
