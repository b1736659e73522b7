"""What a category of expense asks beside the claim itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from zhongshu.finance.models import Category


@dataclass(frozen=True, slots=True)
class Needs:
    """What a category asks beside the claim: an approved paper beforehand, and files of evidence.

    ``tells``  the fields of that paper's form by which the claim is measured, with what they are called: a paper
               without them is another one.
    ``begins`` the field that tells its first day; ``alone`` whether only who made it may rest on it.
    ``called`` words in the title of a route along which such papers are meant to go.
    """

    basis: bool = False
    tells: Mapping[str, object] = field(default_factory=dict)
    begins: str = ""
    alone: bool = False
    called: tuple[str, ...] = ()
    files: tuple[object, ...] = ()
    rule: str = ""


NEEDS: Mapping[str, Needs] = {
    Category.TRAVEL: Needs(
        basis=True,
        tells={"place": _("出差地点"), "from_day": _("出发日期"), "until_day": _("返回日期")},
        begins="from_day",
        alone=True,
        called=("出差", "差旅"),
        rule="F-09",
    ),
    Category.MEETING: Needs(
        basis=True,
        tells={"day": _("会议日期"), "people": _("参会人数"), "level": _("会议类别")},
        begins="day",
        called=("会议审批", "会议计划", "办会", "召开会议"),
        files=(_("通知"), _("日程"), _("签到表")),
        rule="F-10",
    ),
    Category.RECEPTION: Needs(files=(_("公函"),), rule="F-11"),
    Category.PURCHASE: Needs(files=(_("入库单"),), rule="F-12"),
}


def needed(category: str) -> Needs:
    """What the law asks beside a claim of this category (F-09, F-10, F-11 {S}).

    What is bought stands in the ledger of goods before it is paid: nothing is kept outside the books (F-12, 行政事业性
    国有资产管理条例 34 {V}).
    """
    return NEEDS.get(category, Needs())
