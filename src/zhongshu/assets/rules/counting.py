"""Stocktakes (rule F-12): counted by others than who keeps, each difference explained and decided, then book = stock."""

from collections.abc import Collection, Mapping
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.assets.rules.sources import GZ_35, KJ_27
from zhongshu.kernel.verdicts import YES, Verdict, no, not_yours

MONTHS = 12


def F_12_due(last: date, months: int) -> date:
    """When the next stocktake is due: so many months after the ``last``, or after the ledger was begun."""
    ahead = last.month - 1 + months
    year, month = last.year + ahead // MONTHS, ahead % MONTHS + 1
    return date(year, month, min(last.day, 28))


def F_12_counters(
    counters: Mapping[int, str], *, managers: Collection[int], keepers: Collection[int]
) -> Verdict:
    """Who keeps the ledger does not count; what a counter keeps himself needs a second one. {V}

    ``counters``  names by id.   ``keepers`` who answers for something on the list.
    """
    if not counters:
        return no("nobody_counts", _("请选盘点人。"), rule="F-12", source=GZ_35)
    manager = next((name for pk, name in counters.items() if pk in managers), "")
    if manager:
        told = _("%(name)s管资产台账，不能盘点（%(source)s）。") % {"name": manager, "source": KJ_27}
        return no("keeper_counts", told, _("请换一个人盘点。"), rule="F-12", source=KJ_27)
    alone = next(iter(counters))
    if len(counters) == 1 and alone in keepers:
        told = _("%(name)s自己保管的资产也在清单上，要由另一个人盘点。") % {"name": counters[alone]}
        return no("counts_his_own", told, _("请再选一名盘点人。"), rule="F-12", source=KJ_27)
    return YES


def F_12_counted_by(seats: Collection[int], *, keeper: int | None) -> Verdict:
    """Nobody counts what he answers for himself. {V}"""
    if keeper not in seats:
        return YES
    told = _("自己保管的资产，由另一名盘点人盘点。")
    return not_yours("counts_his_own", told, rule="F-12")


def F_12_finished(*, uncounted: int) -> Verdict:
    """Counting ends when every line has been counted; what is not there is counted as 0. {V}"""
    if not uncounted:
        return YES
    told = _("还有 %(n)s 项没有盘点。") % {"n": uncounted}
    return no("not_all_counted", told, _("没有找到的，请填 0。"), rule="F-12", source=GZ_35)


def F_12_decided_by(seats: Collection[int], *, hands: Collection[int | None]) -> Verdict:
    """Who counted, who keeps it and who explained it do not decide on a difference. {V}"""
    if not set(seats) & set(hands):
        return YES
    told = _("盘点、保管和说明差异的人不能审定这项差异。")
    return not_yours("decides_his_own", told, _("请由其他机关领导审定。"), rule="F-12")


def F_12_closed(*, undecided: int) -> Verdict:
    """A stocktake ends only when every difference is decided; then the book says what was counted. {V}"""
    if not undecided:
        return YES
    told = _("还有 %(n)s 项差异没有审定，不能结束盘点。") % {"n": undecided}
    return no("differences_open", told, _("每项差异要么同意调账，要么退回复点。"), rule="F-12", source=GZ_35)


def F_12_at_rest(round_: str) -> Verdict:
    """What is being counted stays where it is: ``round_`` is the number of the stocktake, or "". {D}"""
    if not round_:
        return YES
    told = _("这项资产正在盘点（%(round)s），盘点结束以前不动。") % {"round": round_}
    return no("being_counted", told, _("请等盘点结束再办。"), rule="F-12")
