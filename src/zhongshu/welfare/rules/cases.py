"""What is asked of a case on its way (rule F-15 {D})."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from zhongshu.kernel.verdicts import YES, Verdict, no, not_yours
from zhongshu.kernel.worktime import Limit, Unit

_CITIZEN = re.compile(r"(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)")
_CARD = re.compile(r"(?<!\d)\d{9,15}(\d{4})(?!\d)")


def lead_working_days() -> int:
    """Working days before the closing day by which papers go out, unless the calendar says (F-15 {D}, default 3)."""
    return int(settings.RULES["F-15.lead_working_days"])


def ahead_working_days() -> int:
    """Working days before its date by which a duty of the office comes up (F-15 {D}, default 10)."""
    return int(settings.RULES["F-15.ahead_working_days"])


def answer_limit(days: int | None) -> Limit:
    """How long an agency may take to answer (F-15 {D}, default 15 working days)."""
    return Limit(days or int(settings.RULES["F-15.answer_working_days"]), Unit.WORKING_DAYS)


def report_limit() -> Limit:
    """How long the answer may take to reach who asked (F-15 {D}, default 2 working days)."""
    return Limit(int(settings.RULES["F-15.report_working_days"]), Unit.WORKING_DAYS)


def missing(needed: Sequence[str], handed: Collection[str]) -> list[str]:
    """The papers that are still wanted, in the order in which they are asked for."""
    return [paper for paper in needed if paper not in handed]


def F_15_complete(lacking: Sequence[str]) -> Verdict:
    """All that is missing is told at once."""
    if not lacking:
        return YES
    told = _("还缺 %(n)s 样材料：%(papers)s。") % {"n": len(lacking), "papers": "、".join(lacking)}
    return no("papers_missing", told, _("请一次备齐，在“已备的材料”里勾选后再提交。"), rule="F-15")


def F_15_in_window(on: date, *, is_open: bool, opens: date, closes: date, because: str) -> Verdict:
    """Papers go in while the agency takes them in; otherwise it is said why it took them all the same."""
    if is_open or because.strip():
        return YES
    told = _("%(day)s机构不受理，本期受理期是%(opens)s至%(closes)s。") % {
        "day": on, "opens": opens, "closes": closes,
    }  # fmt: skip
    return no("outside_the_window", told, _("请核对报送日期；机构破例受理的，请写明情况。"), rule="F-15")


def F_15_not_his_own(able: Sequence[str]) -> Verdict:
    """Nobody carries what he asked for himself, nor has it carried in his name; ``able`` are those who do. {D from F-01}"""
    names = _("、").join(able)
    hint = _("请由%(names)s办理。") % {"names": names} if able else _("请由其他经办人办理。")
    return not_yours("his_own_case", _("自己的事自己不能经办。"), hint, rule="F-15")


def masked(text: str) -> str:
    """``text`` with numbers of identity and bank cards made unreadable: they are not needed here."""
    return _CARD.sub(r"****\1", _CITIZEN.sub(r"\1********\2", text.strip()))
