"""What was approved beforehand: passed before it began, and for who rests on it."""

import re
from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext_lazy as _

from zhongshu.finance.rules.payees import payee_key
from zhongshu.kernel.verdicts import YES, Verdict, no

_BETWEEN_NAMES = re.compile(r"[、，,；;/\n]")

SOURCES = {
    "F-09": "差旅费管理办法",
    "F-10": "中央和国家机关会议费管理办法",
    "F-11": "党政机关厉行节约反对浪费条例",
}
"""What asks for a paper approved first, or for the letter of who comes."""


def F_09_beforehand(approved: date | None, begins: date | None, why_late: str, rule: str) -> Verdict:
    """A trip or meeting is approved first ({S}); afterwards only for a reason that stood in it for who approved it.

    ``rule`` is that of the category: F-09 of trips, F-10 of meetings, which are approved by level.
    """
    if approved is None or begins is None or approved <= begins or why_late.strip():
        return YES
    told = {"approved": approved, "begins": begins}
    return no(
        "approved_afterwards",
        _("所选审批件 %(approved)s 才批准，%(begins)s 就已经开始，不是事前审批。") % told,
        _(
            "请另选一份；确因紧急后补的，请补办一份写明“事后补办原因”的审批，批准后再报；表单没有这一栏的，请审批路线管理员补上。"
        ),
        rule=rule,
        source=SOURCES.get(rule, ""),
    )


def F_09_traveller(claimant: str, drafts_it: bool, companions: str) -> Verdict:
    """Who claims for a trip made it: it was approved for him, or names him among those who went along ({S})."""
    if drafts_it or payee_key(claimant) in names_in(companions):
        return YES
    return no(
        "another_traveller",
        _("所选审批件批的不是报销人出差，“同行人员”里也没有报销人。"),
        _("请选报销人自己的，或者写明报销人同行的出差审批；表单没有“同行人员”的，请审批路线管理员补上。"),
        rule="F-09",
        source=SOURCES["F-09"],
    )


def names_in(companions: str) -> Collection[str]:
    """The persons that a form names, parted by commas or, where nobody sets blanks within a name, by blanks."""
    parted = _BETWEEN_NAMES.split(companions)
    return {payee_key(name) for one in parted for name in (one, *one.split())} - {""}
