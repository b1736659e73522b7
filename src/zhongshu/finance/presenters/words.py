"""Words and figures of money as pages show them."""

from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance.queries import Sight
from zhongshu.kernel.clock import local_day
from zhongshu.ui.wording import short_date


def yuan(amount: Decimal | None) -> str:
    """12,000.00 元; nothing for None."""
    return _("%(amount)s 元") % {"amount": f"{amount:,.2f}"} if amount is not None else ""


def told(amount: Decimal, seen: Sight) -> str:
    """12,000.00 元, or that it is not told."""
    return yuan(seen.sum(amount)) or _("不向您显示")


def figure(amount: Decimal) -> str:
    """12,000.00, for a column whose head says 元."""
    return f"{amount:,.2f}"


def day(moment: datetime | None, today: date) -> str:
    """The local day of ``moment``; nothing for None."""
    return short_date(local_day(moment), today) if moment else ""
