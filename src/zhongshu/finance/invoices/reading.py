"""What an electronic invoice says of itself, from its text or its XML; what it does not say stays empty.

A digital invoice (数电票) has a number of 20 digits and no code; an older electronic one has a code of 10 or 12
and a number of 8 (国家税务总局公告2024年第11号). Nothing is guessed: a wrong number would let an invoice pass twice.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

_SPACED = re.compile(r"[ \t\u3000]+")
_NUMBER = re.compile(r"发\s*票\s*号\s*码\s*[:：]?\s*(\d{20}|\d{8})(?!\d)")
_CODE = re.compile(r"发\s*票\s*代\s*码\s*[:：]?\s*(\d{12}|\d{10})(?!\d)")
_DAY = re.compile(r"开\s*票\s*日\s*期\s*[:：]?\s*(\d{4})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})")
_TOTAL = re.compile(r"(?:小\s*写|价税合计)[^¥￥\d]{0,20}[¥￥]?\s*(\d[\d,]*\.\d{2})")
_SELLER_BLOCK = re.compile(r"销\s*(?:售\s*方\s*)?[\s\S]{0,200}?名\s*称\s*[:：]\s*([^\s:：]{2,60})")
_LOOSE_NUMBER = re.compile(r"(?<!\d)\d{20}(?!\d)")
_ANY_TOTAL = re.compile(r"[¥￥]\s*(\d[\d,]*\.\d{2})")
_TAG = re.compile(r"<(?:\w+:)?(\w[\w\-]*)(?:\s[^<>]*)?>([^<>]{1,200})</")
_XML_NUMBER = ("InvoiceNumber", "EIid", "Fphm", "InvoiceNo", "eInvoiceNumber")
_XML_CODE = ("InvoiceCode", "Fpdm")
_XML_DAY = ("IssueTime", "IssueDate", "RequestTime", "Kprq", "InvoiceDate")
_XML_TOTAL = (
    "TotalTax-includedAmount",
    "TotalTaxIncludedAmount",
    "TaxInclusiveTotalAmount",
    "Jshj",
    "TotalAmount",
)
_XML_SELLER = ("SellerName", "Xfmc", "SellerFullName")


@dataclass(frozen=True, slots=True)
class Found:
    """What was read; ``amount`` in yuan, tax included. ``certain``: by its label, not by its look alone."""

    number: str = ""
    code: str = ""
    issued_on: date | None = None
    amount: Decimal | None = None
    seller: str = ""
    certain: bool = field(default=False, compare=False)

    @property
    def is_whole(self) -> bool:
        """Whether number, day and amount are known."""
        return bool(self.number and self.issued_on and self.amount is not None)


def read(text: str) -> Found:
    """Read an invoice from the text of its PDF or OFD, or from its XML."""
    return _from_xml(text) if text.lstrip("\ufeff \r\n").startswith("<") else _from_text(text)


def _from_text(text: str) -> Found:
    told = _SPACED.sub(" ", text)
    number = _NUMBER.search(told)
    loose = set(_LOOSE_NUMBER.findall(told))
    day, total = _DAY.search(told), _TOTAL.search(told)
    seller = _SELLER_BLOCK.search(told)
    sums = [amount for one in _ANY_TOTAL.findall(told) if (amount := _money(one)) is not None]
    largest = max(sums) if len(sums) >= 2 else None
    return Found(
        number=number[1] if number else (loose.pop() if len(loose) == 1 else ""),
        code=code[1] if (code := _CODE.search(told)) else "",
        issued_on=_date(day.groups()) if day else None,
        amount=_money(total[1]) if total else largest,
        seller=seller[1] if seller else "",
        certain=bool(number and total),
    )


def _from_xml(text: str) -> Found:
    tags: dict[str, str] = {}
    for name, value in _TAG.findall(text):
        tags.setdefault(name, value.strip())
    day = re.match(r"(\d{4})\D?(\d{2})\D?(\d{2})", _first(tags, _XML_DAY))
    return Found(
        number=re.sub(r"\D", "", _first(tags, _XML_NUMBER)),
        code=re.sub(r"\D", "", _first(tags, _XML_CODE)),
        issued_on=_date(day.groups()) if day else None,
        amount=_money(_first(tags, _XML_TOTAL)),
        seller=_first(tags, _XML_SELLER),
        certain=bool(_first(tags, _XML_NUMBER) and _first(tags, _XML_TOTAL)),
    )


def _first(tags: dict[str, str], names: Iterable[str]) -> str:
    return next((tags[name] for name in names if tags.get(name)), "")


def _date(parts: Iterable[str]) -> date | None:
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None


def _money(text: str) -> Decimal | None:
    try:
        amount = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and amount > 0 else None
