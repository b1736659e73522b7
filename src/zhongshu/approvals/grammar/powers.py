"""Powers that a stage exercises, and which of them one person never holds together (rules F-01, F-02)."""

from dataclasses import dataclass
from enum import StrEnum


class Power(StrEnum):
    """What is done to a paper in a stage (分事行权). NONE takes part in no separation."""

    NONE = ""
    APPLY = "apply"
    HANDLE = "handle"
    REVIEW = "review"
    APPROVE = "approve"
    APPROVE_PAYMENT = "approve_payment"
    PAY = "pay"
    BOOK = "book"
    AUDIT = "audit"
    KEEP_GOODS = "keep_goods"
    ACCEPT_GOODS = "accept_goods"
    BUY = "buy"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two powers that never meet in one person on one paper, with the rule and its source."""

    one: Power
    other: Power
    rule: str
    source: str


_KIN = "亲属回避"
_SPENDING = "行政事业单位内部控制规范（试行）"
_BOOKS = "会计法（2017年文本）第二十七条、第三十七条"
_GOODS = "行政事业单位内部控制规范（试行）"
INCOMPATIBLE: tuple[Pair, ...] = (
    Pair(Power.APPLY, Power.APPROVE, "F-01", _SPENDING),
    Pair(Power.APPLY, Power.REVIEW, "F-01", _SPENDING),
    Pair(Power.APPLY, Power.APPROVE_PAYMENT, "F-01", _SPENDING),
    Pair(Power.APPLY, Power.PAY, "F-01", _SPENDING),
    Pair(Power.APPLY, Power.BOOK, "F-01", _SPENDING),
    Pair(Power.HANDLE, Power.APPROVE, "F-01", _BOOKS),
    Pair(Power.HANDLE, Power.BOOK, "F-01", _BOOKS),
    Pair(Power.HANDLE, Power.KEEP_GOODS, "F-01", _BOOKS),
    Pair(Power.APPROVE, Power.PAY, "F-01", _SPENDING),
    Pair(Power.APPROVE, Power.BOOK, "F-01", _BOOKS),
    Pair(Power.APPROVE, Power.KEEP_GOODS, "F-01", _BOOKS),
    Pair(Power.APPROVE_PAYMENT, Power.PAY, "F-01", _SPENDING),
    Pair(Power.APPROVE_PAYMENT, Power.BOOK, "F-01", _BOOKS),
    Pair(Power.REVIEW, Power.PAY, "F-01", _BOOKS),
    Pair(Power.PAY, Power.BOOK, "F-01", _BOOKS),
    Pair(Power.BOOK, Power.KEEP_GOODS, "F-01", _BOOKS),
    Pair(Power.BUY, Power.ACCEPT_GOODS, "F-02", _GOODS),
    Pair(Power.ACCEPT_GOODS, Power.KEEP_GOODS, "F-02", _GOODS),
    *(Pair(power, Power.AUDIT, "F-01", _BOOKS) for power in Power if power not in (Power.NONE, Power.AUDIT)),
)
DECIDING = (Power.REVIEW, Power.APPROVE, Power.APPROVE_PAYMENT)
_FOR_KIN: dict[str, Pair] = {power: Pair(Power.APPLY, power, "F-06", _KIN) for power in DECIDING}
_BY_PAIR: dict[frozenset[str], Pair] = {frozenset((pair.one, pair.other)): pair for pair in INCOMPATIBLE}


def clash(one: str, other: str) -> Pair | None:
    """The pair that forbids one person to exercise both powers on one paper; None when they go together."""
    return _BY_PAIR.get(frozenset((one, other)))


def kin_clash(power: str) -> Pair | None:
    """The pair that keeps ``power`` from the relatives of who applied (F-06: what is decided); None when it does not."""
    return _FOR_KIN.get(power)
