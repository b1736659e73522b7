"""What trips and meetings may cost: standards with their paper and first day, measured day by day."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.models import ItemKind, Measure
from zhongshu.kernel.verdicts import YES, Verdict, no

BY_CLASS = {"second": Measure.SECOND, "third": Measure.THIRD, "fourth": Measure.FOURTH}


@dataclass(frozen=True, slots=True)
class Standard:
    """At most ``most`` of ``measure`` from ``since`` on, for ``grade`` ("": everybody), at ``place`` ("": anywhere).

    ``own``  set by the organ itself; then it goes before what the settings say.
    """

    measure: str
    most: Decimal
    since: date
    paper: str
    place: str = ""
    grade: str = ""
    own: bool = False


def starting() -> list[Standard]:
    """What the settings say, for as long as the organ has set nothing itself (sums and numbers {S}/{M})."""
    told: Iterable[dict[str, object]] = settings.RULES["F-09.standards"]
    trips = [
        Standard(
            str(one["item"]),
            Decimal(str(one["yuan"])),
            date.fromisoformat(str(one["since"])),
            str(one["paper"]),
            str(one.get("place", "")),
            str(one.get("grade", "")),
        )
        for one in told
    ]
    people: dict[str, int] = settings.RULES["F-10.people_at_most"]
    paper = str(_now("会议费管理办法"))
    return trips + [
        Standard(BY_CLASS[level], Decimal(most), date.min, paper) for level, most in people.items()
    ]


def in_force(
    standards: Iterable[Standard], measure: str, on: date, *, grade: str = "", place: str = ""
) -> Standard | None:
    """The standard of a day: the organ's own before the settings', the most particular place that ``place`` names
    before any, the grade before everybody, the newest."""
    fits = [
        one
        for one in standards
        if one.measure == measure and one.since <= on and one.place in place and one.grade in ("", grade)
    ]
    return max(fits, key=lambda one: (one.own, len(one.place), bool(one.grade), one.since), default=None)


def F_09_within(item: str, amount: Decimal, days: Sequence[Standard]) -> Verdict:
    """An item of a trip stays within the standards of its ``days`` (nights, for lodging). 差旅费管理办法 {S}/{M}."""
    most = sum((one.most for one in days), Decimal(0))
    if amount <= most:
        return YES
    parts = [
        _now("每天 %(yuan)s 元，%(units)s 天，%(paper)s")
        % {"yuan": f"{one.most:,.2f}", "units": units, "paper": one.paper}
        for one, units in Counter(days).items()
    ]
    told = {
        "item": ItemKind(item).label, "amount": f"{amount:,.2f}", "most": f"{most:,.2f}",
        "parts": _now("；").join(parts) or _now("当天往返，没有住宿"),
    }  # fmt: skip
    return no(
        "over_the_standard",
        _("%(item)s %(amount)s 元，超过标准 %(most)s 元（%(parts)s）。") % told,
        _("请按标准核减。"),
        rule="F-09",
        source=days[-1].paper if days else "",
    )


def F_10_people(people: int, standard: Standard | None) -> Verdict:
    """A meeting has no more people than its class allows. 会议费管理办法 {M}: the numbers are standards."""
    if standard is None or people <= standard.most:
        return YES
    told = {"people": people, "most": int(standard.most), "paper": standard.paper}
    return no(
        "too_many_people",
        _("参会 %(people)s 人，超过这类会议的 %(most)s 人（%(paper)s）。") % told,
        _("请核对会议审批的类别和人数。"),
        rule="F-10",
        source=standard.paper,
    )


def F_10_budget(wanted: Decimal, estimate: Decimal) -> Verdict:
    """A meeting costs no more than was approved for it. 财行〔2016〕214号 4, 5 {S}."""
    if wanted <= estimate:
        return YES
    told = {"wanted": f"{wanted:,.2f}", "estimate": f"{estimate:,.2f}"}
    return no(
        "over_the_estimate",
        _("累计 %(wanted)s 元，超过会议审批的预算 %(estimate)s 元。") % told,
        _("请核减，或先补办审批。"),
        rule="F-10",
        source="中央和国家机关会议费管理办法",
    )


def F_11_never_paid(note: str) -> Verdict:
    """No gifts and no tours at meetings and receptions. 党政机关厉行节约反对浪费条例 (2025) 22 {S}; words are settings."""
    found = next((word for word in settings.RULES["F-11.never_paid"] if word in note), "")
    if not found:
        return YES
    return no(
        "never_paid",
        _("“%(word)s”不能在会议和接待中列支。") % {"word": found},
        _("请删去这一项。"),
        rule="F-11",
        source="党政机关厉行节约反对浪费条例",
    )
