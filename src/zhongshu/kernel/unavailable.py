"""What a person is told where the database is busy or away: that nothing was saved, and what to do."""

from typing import Any

from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import Unavailable

BUSY = (
    "database_busy",
    _("数据库正忙，等了一会儿还没有轮到。这一步没有办成，什么都没有保存。"),
    _("请过十来秒再试一次；一直这样，请把时间和做的事告诉管理员。"),
)
AWAY = (
    "database_away",
    _("暂时连不上数据库。没有办完的一步已经整体撤销，不会只存一半。"),
    _("请过一两分钟再试一次；一直这样，请告诉管理员检查数据库。"),
)
FULL = (
    "disk_failed",
    _("存放数据的磁盘写不进去（满了、只读或者出错）。这一步没有办成，什么都没有保存。"),
    _("请告诉管理员清理磁盘或者改好权限，然后再试一次。"),
)
# What the driver says: SQLite's result code, PostgreSQL's SQLSTATE.
OF_SQLITE = {5: BUSY, 6: BUSY, 8: FULL, 10: FULL, 13: FULL, 14: FULL}
OF_POSTGRES = {"55P03": BUSY, "57014": BUSY, "40001": BUSY, "40P01": BUSY, "53100": FULL}


def unavailable(error: BaseException | None) -> Unavailable | None:
    """The refusal that an error of the database amounts to; None for any other error, which is a fault of ours."""
    told = None
    cause: Any = getattr(error, "__cause__", None)
    if isinstance(error, OperationalError) and hasattr(cause, "sqlite_errorcode"):
        told = OF_SQLITE.get(cause.sqlite_errorcode & 0xFF)  # the lowest byte is the kind
    elif isinstance(error, OperationalError | InterfaceError) and hasattr(cause, "sqlstate"):
        told = OF_POSTGRES.get(cause.sqlstate, AWAY)
    return Unavailable(told[0], told[1], hint=told[2]) if told else None
