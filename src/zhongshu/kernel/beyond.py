"""A number that no record can bear: what the databases say of it, as the refusal that it amounts to."""

from typing import Any

from django.db import DataError
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import NotFound

OUT_OF_RANGE = "22003"  # PostgreSQL's SQLSTATE
OF_SQLITE = "too large to convert to SQLite"


def beyond(error: BaseException) -> NotFound | None:
    """That nothing bears the number asked for; None for any other error."""
    cause: Any = error.__cause__
    on_sqlite = isinstance(error, OverflowError) and OF_SQLITE in str(error)
    if not on_sqlite and not (
        isinstance(error, DataError) and getattr(cause, "sqlstate", "") == OUT_OF_RANGE
    ):
        return None
    return NotFound(
        "no_such_number",
        _("没有这个编号，它大得超出了范围。"),
        hint=_("请核对编号或地址；从列表里打开最稳妥。"),
    )
