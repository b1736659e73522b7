"""Electronic invoices as their PDF, OFD and XML tell them; what is not there is not guessed."""

from datetime import date
from decimal import Decimal

import pytest

from zhongshu.finance.invoices import Found, read

DIGITAL = """电子发票（普通发票）
发票号码： 26442000000012345678
开票日期： 2026年09月10日
购买方信息 名称：中共澄江市委办公室 统一社会信用代码：11440000000000000X
销售方信息 名称：澄江文具店 统一社会信用代码：92440000000000000Y
*计算机配套产品*硒鼓 个 2 353.98 707.96 13% 92.04
合 计 ¥707.96 ¥92.04
价税合计（大写） 捌佰圆整 （小写）¥800.00
开票人：李一"""
OLDER = """广东增值税电子普通发票
发票代码: 044002100111 发票号码: 12345678 开票日期: 2025 年 3 月 7 日
价税合计（大写）壹仟贰佰叁拾肆圆伍角 （小写） ￥1,234.50"""
XML = """<?xml version="1.0" encoding="UTF-8"?><EInvoice><Header><EIid>26312000000098765432</EIid></Header>
<EInvoiceData><SellerInformation><SellerName>澄江印刷厂</SellerName></SellerInformation>
<BasicInformation><TotalAmWithoutTax>100.00</TotalAmWithoutTax><TotalTax-includedAmount>106.00</TotalTax-includedAmount>
<RequestTime>2026-08-01 10:11:12</RequestTime></BasicInformation></EInvoiceData></EInvoice>"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (DIGITAL, Found("26442000000012345678", "", date(2026, 9, 10), Decimal("800.00"), "澄江文具店")),
        (OLDER, Found("12345678", "044002100111", date(2025, 3, 7), Decimal("1234.50"), "")),
        (XML, Found("26312000000098765432", "", date(2026, 8, 1), Decimal("106.00"), "澄江印刷厂")),
    ],
    ids=["digital", "older", "xml"],
)
def test_reads_number_day_and_amount(text: str, found: Found) -> None:
    assert read(text) == found
    assert found.is_whole


def test_labels_apart_from_their_values_are_still_read() -> None:
    """In many a PDF the labels come first and the values stand elsewhere."""
    told = read("发票号码：\n开票日期：\n26442000000012345678\n2026年09月10日\n¥707.96\n¥92.04\n¥800.00")
    assert (told.number, told.amount) == ("26442000000012345678", Decimal("800.00"))


@pytest.mark.parametrize(
    "text", ["", "会议通知", "发票号码：1234", "26442000000012345678 26442000000012345679"]
)
def test_what_is_not_there_is_not_guessed(text: str) -> None:
    assert read(text).number == ""


def test_an_impossible_day_is_none() -> None:
    assert read("开票日期：2026年02月30日").issued_on is None


def test_entities_in_xml_are_never_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "1234567890123456789012345678901234567890">]><x><EIid>&a;</EIid></x>'
    assert read(bomb).number == ""
