"""Amounts in capital figures (金额大写), as vouchers write them against forgery."""

from decimal import Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "兆")


def capitals(amount: Decimal) -> str:
    """``amount`` in yuan, two decimals at most, not negative: 1409.50 is 壹仟肆佰零玖元伍角.

    After 《支付结算办法》附一 (正确填写票据和结算凭证的基本规定): 零 once for any run of zeros within, 整 where it
    ends with 元.
    """
    cents = int(amount * 100)
    assert cents == amount * 100 and cents >= 0, "an amount has at most two decimals"
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    whole = f"{_whole(yuan)}元" if yuan else ""
    if not jiao and not fen:
        return f"{whole or '零元'}整"
    gap = "零" if yuan and not jiao else ""
    tail = (f"{DIGITS[jiao]}角" if jiao else gap) + (f"{DIGITS[fen]}分" if fen else "")
    return whole + tail


def _whole(number: int) -> str:
    told, gap = "", False
    for place in range(len(GROUPS) - 1, -1, -1):
        group = number // 10 ** (4 * place) % 10_000
        if not group:
            gap = bool(told)
            continue
        zero = "零" if told and (gap or group < 1000) else ""
        told += zero + _group(group) + GROUPS[place]
        gap = False
    return told


def _group(number: int) -> str:
    told, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if not digit:
            gap = bool(told)
            continue
        told += ("零" if gap else "") + DIGITS[digit] + PLACES[place]
        gap = False
    return told
