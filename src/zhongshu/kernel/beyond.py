"""A number that no record can bear: what the databases say of it, as the refusal that it amounts to."""

from typing import Any

from django.db import DataError
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import NotFound

OUT_OF_RANGE = "22003"  # PostgreSQL's SQLSTATE
# As the drivers of SQLite and of PostgreSQL say it.
TOO_BIG = ("too large to convert to SQLite", "int too big to convert")


def beyond(error: BaseException) -> NotFound | None:
    """That nothing bears the number asked for; None for any other error."""
    cause: Any = error.__cause__
    by_driver = isinstance(error, OverflowError) and any(words in str(error) for words in TOO_BIG)
    by_server = isinstance(error, DataError) and getattr(cause, "sqlstate", "") == OUT_OF_RANGE
    if not by_driver and not by_server:
        return None
    return NotFound(
        "no_such_number",
        _("没有这个编号，它大得超出了范围。"),
        hint=_("请核对编号或地址；从列表里打开最稳妥。"),
    )
