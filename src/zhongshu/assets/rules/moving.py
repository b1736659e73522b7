"""Assets that change hands or leave the house (rule F-12)."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from zhongshu.kernel.verdicts import YES, Verdict, no, not_yours


def F_12_one_keeper(keepers: Collection[int]) -> Verdict:
    """What goes on one slip is kept by one person: he signs for all of it. {D}"""
    if len(set(keepers)) == 1:
        return YES
    return no("several_keepers", _("一张单子上的资产要是同一个人保管的。"), _("请分开办理。"), rule="F-12")


def F_12_free(slip: str) -> Verdict:
    """What waits on another slip is not put on a second one: ``slip`` is its number, or "". {D}"""
    if not slip:
        return YES
    told = _("这项资产已经在%(slip)s上，等待签字或批准。") % {"slip": slip}
    return no("on_another_slip", told, _("请先办完那一张。"), rule="F-12")


def F_12_disposed_by(seats: Collection[int], *, hands: Collection[int | None]) -> Verdict:
    """Who asks for a disposal and who keeps the goods do not approve it. {V}"""
    if not set(seats) & set(hands):
        return YES
    told = _("申请处置的人和保管人不能批准处置。")
    return not_yours("approves_his_own", told, _("请由其他机关领导批准。"), rule="F-12")
