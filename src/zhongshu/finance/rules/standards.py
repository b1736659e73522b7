"""What trips and meetings may cost: standards with their paper and first day, kept in the settings of the house."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.models import ItemKind
from zhongshu.kernel.verdicts import YES, Verdict, no


@dataclass(frozen=True, slots=True)
class Standard:
    """Up to how many yuan a day (a night, for lodging) of ``item``, from ``since`` on, at ``place`` ("": anywhere)."""

    item: str
    yuan: Decimal
    since: date
    paper: str
    place: str = ""


def standards() -> list[Standard]:
    """Every standard of the settings."""
    told: Iterable[dict[str, object]] = settings.RULES["F-09.standards"]
    return [
        Standard(
            str(one["item"]),
            Decimal(str(one["yuan"])),
            date.fromisoformat(str(one["since"])),
            str(one["paper"]),
            str(one.get("place", "")),
        )
        for one in told
    ]


def standard_of(item: str, place: str, on: date) -> Standard | None:
    """The standard in force on a day: of the most particular place that ``place`` names, the newest."""
    fits = [one for one in standards() if one.item == item and one.since <= on and one.place in place]
    return max(fits, key=lambda one: (len(one.place), one.since), default=None)


def F_09_within(item: str, amount: Decimal, days: int, *, place: str, on: date) -> Verdict:
    """An item of a trip of ``days`` days stays within its standard. 差旅费管理办法 {S}/{M}: the sums are settings."""
    found = standard_of(item, place, on)
    units = days - 1 if item == ItemKind.LODGING else days
    if found is None or amount <= found.yuan * units:
        return YES
    told = {
        "item": ItemKind(item).label, "amount": f"{amount:,.2f}", "most": f"{found.yuan * units:,.2f}",
        "yuan": f"{found.yuan:,.2f}", "units": units, "paper": found.paper,
    }  # fmt: skip
    return no(
        "over_the_standard",
        _("%(item)s %(amount)s 元，超过标准 %(most)s 元（每天 %(yuan)s 元，%(units)s 天，%(paper)s）。")
        % told,
        _("请按标准核减。"),
        rule="F-09",
        source=found.paper,
    )


def F_10_people(level: str, people: int) -> Verdict:
    """A meeting has no more people than its class allows. 会议费管理办法 {M}: the numbers are settings."""
    most = settings.RULES["F-10.people_at_most"].get(level)
    if most is None or people <= most:
        return YES
    told = {"people": people, "most": most}
    return no(
        "too_many_people",
        _("参会 %(people)s 人，超过这类会议的 %(most)s 人。") % told,
        _("请核对会议审批的类别和人数。"),
        rule="F-10",
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
