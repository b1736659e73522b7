"""What the organisation does not allow; no database."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.verdicts import YES, Verdict, no
from zhongshu.org.models import Duty, Unit, UnitKind

# Duties that one person never holds together, with rule and source (F-01; the seals: F-02, a local convention).
APART: tuple[tuple[Duty, Duty, str, str], ...] = (
    (Duty.PAY, Duty.BOOK, "F-01", "会计法（2017年文本）第三十七条"),
    (Duty.PAY, Duty.REVIEW_CLAIMS, "F-01", "会计法（2017年文本）第三十七条"),
    (Duty.BOOK, Duty.REVIEW_CLAIMS, "F-01", "会计法（2017年文本）第二十七条"),
    (Duty.KEEP_BUDGET, Duty.PAY, "F-01", "行政事业单位内部控制规范（试行）"),
    (Duty.BOOK, Duty.KEEP_ASSETS, "F-01", "会计法（2017年文本）第二十七条"),
    (Duty.KEEP_SEAL_FINANCE, Duty.KEEP_SEAL_NAME, "F-02", "财务印章分人保管"),
)
FINANCIAL = frozenset({Duty.PAY, Duty.BOOK, Duty.REVIEW_CLAIMS, Duty.KEEP_BUDGET, Duty.KEEP_ASSETS})
ORGANS = frozenset({UnitKind.ORGAN, UnitKind.COUNTY, UnitKind.INSTITUTION})


def period(starts_on: date, ends_on: date | None) -> Verdict:
    """A period ends on or after the day it starts on."""
    if ends_on is None or ends_on >= starts_on:
        return YES
    return no("ends_before_it_starts", _("结束日期早于开始日期。"), _("请检查两个日期。"))


def placed(kind: str, parent: Unit | None) -> Verdict:
    """A section belongs under something; what is open can only hang under what is open."""
    if kind == UnitKind.SECTION and parent is None:
        return no("section_without_parent", _("内设机构必须有上级单位。"), _("请选择它所属的机关。"))
    if parent is not None and parent.closed_on is not None:
        return no("parent_is_closed", _("上级单位已经撤销。"), _("请另选上级单位。"))
    return YES


def known_duties(duties: list[str]) -> Verdict:
    """Duties are those of the list; a post cannot carry an invented one."""
    unknown = [duty for duty in duties if duty not in Duty.values]
    if not unknown:
        return YES
    return no("unknown_duty", _("没有这种职责：%(duty)s。") % {"duty": "、".join(unknown)})


def incompatible_duties(duties: list[str]) -> Verdict:
    """Auditing does not go with doing: one post never carries both (分岗设权, rule G-07 {D})."""
    if Duty.AUDIT in duties and len(set(duties)) > 1:
        return no(
            "audit_goes_alone",
            _("审计监督不能与其他职责放在同一个岗位。"),
            _("请为审计监督单设岗位。"),
            rule="G-07",
        )
    return YES


def F_01_apart(duties: Iterable[str], name: str) -> Verdict:  # noqa: N802  named after the rule
    """Nobody holds two duties that must be kept apart, be it by his own posts or by standing in.

    ``duties`` are all that ``name`` would hold. {V} 会计法 27, 37; the two seals by local convention {S}.
    """
    held = set(duties)
    for one, other, rule, source in APART:
        if one in held and other in held:
            told = {"name": name, "one": one.label, "other": other.label, "source": source}
            return no(
                "duties_clash",
                _("%(name)s不能同时承担“%(one)s”和“%(other)s”（%(source)s）。") % told,
                _("请安排另一个人。"),
                rule=rule,
                source=source,
            )
    if Duty.AUDIT in held and held & FINANCIAL:
        return no(
            "audit_goes_alone",
            _("%(name)s承担审计监督，不能再经手财务。") % {"name": name},
            _("请安排另一个人。"),
            rule="F-01",
        )
    return YES
