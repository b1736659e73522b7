from typing import TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import NotFound

M = TypeVar("M", bound=Model)


def locked(rows: QuerySet[M], pk: int) -> M:
    """The row, locked until the end of the transaction; NotFound when there is none."""
    row = rows.select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None:
        raise NotFound("gone", _("没有找到这一项，可能刚被别人改过。"), hint=_("请刷新页面。"))
    return row
