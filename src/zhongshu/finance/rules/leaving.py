"""What is asked of money before somebody leaves: a rule of the house, by its first law, and of nobody else."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.verdicts import YES, Verdict, no


def settled_before_leaving(numbers: Collection[str | None]) -> Verdict:
    """Whoever leaves has settled his advances, of which those with ``numbers`` are open: nobody can do it for him."""
    if not numbers:
        return YES
    told = _("还有没结清的借款：%(numbers)s。") % {"numbers": "、".join(map(str, numbers))}
    return no("advances_open", told, _("请先报销冲抵或还款，再办离任。"))
