"""What is told of origins and returns."""

from typing import NamedTuple


class OriginCount(NamedTuple):
    """Matters of one kind of origin: in hand, overdue and near their date of these, ended in the span."""

    open: int
    late: int
    soon: int
    ended: int


class ReturnedCount(NamedTuple):
    """Matters of one unit that were sent back at least once: in hand, ended in the span."""

    open: int
    ended: int


NO_ORIGIN = OriginCount(0, 0, 0, 0)
NO_RETURNS = ReturnedCount(0, 0)
