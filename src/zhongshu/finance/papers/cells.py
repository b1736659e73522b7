"""Cells that all sheets of money share."""

from decimal import Decimal

from zhongshu.platform.typesetting.elements import Cell

UNSEEN = "—"
"""In place of what the reader may not see."""


def label(told: str) -> Cell:
    """The name of what stands beside it."""
    return Cell(text=told, label=True)


def figure(amount: Decimal, hidden: frozenset[str]) -> str:
    """``amount`` in yuan with two decimals, unless amounts are hidden."""
    return UNSEEN if "amount" in hidden else f"{amount:,.2f}"
