"""Electronic invoices (PDF, OFD, XML) read for number, day, amount and seller. No database."""

from zhongshu.finance.invoices.reading import Found, read

__all__ = ["Found", "read"]
