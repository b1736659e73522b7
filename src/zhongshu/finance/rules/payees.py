"""Who is paid, told apart by more than spelling: the same payee written another way stays the same payee."""

import re

from zhongshu.kernel.text import fold

_NOT_PART_OF_A_NAME = re.compile(r"[\W_]")
_SAME_FORM = (("有限责任公司", "有限公司"), ("股份公司", "股份有限公司"))
"""Two words of the law for one legal form (公司法 7 (2023)): the name may bear either."""
_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def payee_key(name: str) -> str:
    """``name`` without what two writings of one name differ in: widths, case, blanks, brackets, points, 有限(责任)公司.

    Nothing else is folded: 市分公司 is not its mother, 澜州蓝图网络 is not 澜州蓝图网络有限公司.
    """
    told = _NOT_PART_OF_A_NAME.sub("", fold(name))
    for written, meant in _SAME_FORM:
        told = told.replace(written, meant)
    return told


def account_key(account: str) -> str:
    """A bank account without the blanks and dashes between its digits; "" where none is given."""
    return _NOT_PART_OF_A_NAME.sub("", fold(account))


def is_credit_code(code: str) -> bool:
    """Whether ``code`` is a unified social credit code: 18 characters, the last of which checks the others.

    GB 32100-2015: the sum of the first 17 values by their weights, modulo 31.
    """
    if len(code) != len(_WEIGHTS) + 1 or any(one not in _CODE for one in code):
        return False
    total = sum(_CODE.index(one) * weight for one, weight in zip(code, _WEIGHTS, strict=False))
    return _CODE[-total % 31] == code[-1]
