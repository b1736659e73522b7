"""What stands in the ledger (rule F-12): whole cards, and of a purchase never more than was bought."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.assets.rules.sources import GZ_34
from zhongshu.kernel.verdicts import YES, Verdict, no

MOST_CARDS = 200


def F_12_card(
    *,
    name: str,
    place: str,
    measure: str,
    category: str,
    classes: Collection[str],
    quantity: int,
    cards: int,
    value: Decimal,
    bought_on: date,
    today: date,
) -> dict[str, object]:
    """What is wrong with a card, by its fields: it says what it is, of which class, how many, worth what, since when."""
    told = {"name": name, "place": place, "measure": measure}
    faults: dict[str, object] = {field: _("请填写。") for field, words in told.items() if not words.strip()}
    if category not in classes:
        faults["category"] = _("请选资产类别。")
    if quantity < 1:
        faults["quantity"] = _("数量要大于零。")
    if not 1 <= cards <= MOST_CARDS:
        faults["cards"] = _("一次最多登记 %(most)s 张卡片。") % {"most": MOST_CARDS}
    if value < 0:
        faults["value"] = _("价值不能小于零。")
    if bought_on > today:
        faults["bought_on"] = _("取得日期不能在今天之后。")
    return faults


def F_12_purchase(*, bought: Decimal, entered: Decimal, more: Decimal) -> Verdict:
    """Of a purchase no more comes into the ledger than was paid: ``entered`` before and ``more`` now, in yuan. {V}"""
    if entered + more <= bought:
        return YES
    told = {"bought": f"{bought:,.2f}", "left": f"{bought - entered:,.2f}"}
    return no(
        "more_than_was_bought",
        _("这张采购单 %(bought)s 元，只剩 %(left)s 元没有入账。") % told,
        _("请核对数量和价值，与入库单一致。"),
        rule="F-12",
        source=GZ_34,
    )
