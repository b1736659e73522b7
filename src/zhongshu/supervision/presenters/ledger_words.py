"""The words of the ledger's rows."""

from functools import cache

from django.utils.translation import gettext as _

from zhongshu.matters.models import Urgency
from zhongshu.supervision.models import STAGE_NAMES, Blocker, Risk, State
from zhongshu.supervision.presenters.directive import STATUS


class Words:
    """Every word of a row, in the language in which it is made."""

    def __init__(self) -> None:
        self.states = {state.value: (str(state.label), STATUS[state]) for state in State}
        self.blockers = {one.value: str(one.label) for one in Blocker if one.value}
        self.risks = {
            one.value: (str(one.label), "r" if one == Risk.HIGH else "y") for one in Risk if one.value
        }
        self.urgencies = {Urgency.URGENT.value: _("加急"), Urgency.EXTRA_URGENT.value: _("特急")}
        self.light_words = {"late": _("逾期"), "soon": _("临期")}
        self.late_days, self.due_today, self.left_days = _("逾期 %d 天"), _("今天到期"), _("还有 %d 个工作日")
        self.stands, self.provisional = _("中止计时"), _("（暂定）")
        self.stages = {code: str(name) for code, name in STAGE_NAMES.items()}
        self.took = _("%(stage)s用了 %(n)s 个工作日")
        self.ended, self.none_yet = _("%s 结"), _("还没有回告")


@cache
def words(language: str | None) -> Words:
    """Those of the ``language`` in use."""
    return Words()
