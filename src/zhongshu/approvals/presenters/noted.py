"""What the strip notes beside a stage: who is asked, how many votes are missing, that others are decided meanwhile."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhongshu.approvals.grammar import Stage
from zhongshu.approvals.models import Leg
from zhongshu.approvals.walking import Walk, votes


def noted(walk: Walk, leg: Leg, names: Sequence[str]) -> str:
    """Who is asked in a stage now, and how many more votes carry it."""
    asked = _("、").join(names[:3]) + (_("等") if len(names) > 3 else "")
    found = votes(walk, leg)
    if found is None:
        return asked
    missing = ngettext("还差 %(n)s 票", "还差 %(n)s 票", found.missing) % {"n": found.missing}
    return _("，").join((asked, missing))


def beside(walk: Walk, stage: Stage, passed: Sequence[Stage], note: str) -> str:
    """The note of a stage; of one that is decided while others on the way are, with that."""
    if walk.flow.beside(stage.code).isdisjoint(one.code for one in passed):
        return note
    return _("，").join(one for one in (note, _("同时办")) if one)
