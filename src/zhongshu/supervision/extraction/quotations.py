"""What stands in quotation marks."""

from __future__ import annotations


def inside_quotes(norm: str, at: int) -> bool:
    """Whether a date is part of a name in quotation marks; what somebody is quoted as saying (：“…) is none."""
    opened = norm.rfind("“", max(0, at - 40), at)
    return opened >= 0 and "”" not in norm[opened:at] and not norm.startswith("：", max(0, opened - 1))
