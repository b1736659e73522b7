"""While a team works and when it concludes: D-03 its methods, D-07 its conclusion."""

from datetime import date

from django.utils.translation import gettext as _

from zhongshu.inspections.models import Method
from zhongshu.inspections.rules.sources import DC_12, DC_16
from zhongshu.kernel.verdicts import YES, Verdict, no


def D_03_step(method: str, *, on: date, starts_on: date, today: date) -> Verdict:
    """What is done is done by one of eight methods, on a day of the inspection that has come. {V}"""
    if method not in Method.values:
        return no("no_such_method", _("没有这种督查方式。"), _("请选督查方式。"), rule="D-03", source=DC_12)
    if not starts_on <= on <= today:
        return no("no_day_of_it", _("日期要在督查开始之后、今天以前。"), rule="D-03", source=DC_12)
    return YES


def D_07_concluded(*, steps: int, pending: int, untold: int) -> Verdict:
    """A conclusion rests on what was done, leaves no finding open and tells each unit its own. {V}"""
    if not steps:
        return no(
            "nothing_was_done",
            _("还没有记录督查方式，不能下结论。"),
            _("请先记录检查、座谈、调阅资料等情况。"),
            rule="D-07",
            source=DC_16,
        )
    if pending:
        return no(
            "findings_open",
            _("还有 %(n)s 个问题没有处理，不能反馈结论。") % {"n": pending},
            _("每个问题要么立为督办，要么写明不立督办的理由。"),
            rule="D-07",
            source=DC_16,
        )
    if untold:
        told = _("还有 %(n)s 个被督查单位没有写结论。") % {"n": untold}
        return no("conclusion_missing", told, rule="D-07", source=DC_16)
    return YES
