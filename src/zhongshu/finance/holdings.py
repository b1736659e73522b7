"""What money tells the organisation: an advance is settled by who took it, nobody takes it over (F-14)."""

from django.utils.translation import gettext_lazy as _

from zhongshu.finance import queries
from zhongshu.kernel.verdicts import YES, Verdict, no
from zhongshu.org import registry


def advances_settled(person_id: int) -> Verdict:
    """Whether somebody who wants to leave has settled all his advances."""
    numbers = [str(one.matter.number) for one in queries.advances_open(person_id)]
    if not numbers:
        return YES
    told = _("还有没结清的借款：%(numbers)s。") % {"numbers": "、".join(numbers)}
    return no("advances_open", told, _("请先报销冲抵或还款，再办离任。"), rule="F-14")


registry.object_to_leaving("advances", advances_settled)
