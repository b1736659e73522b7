from django.db import models
from django.utils.translation import gettext_lazy as _

STOCKTAKE = "stocktake"
"""What the spine calls a round of counting."""


class State(models.TextChoices):
    """How an asset stands."""

    IN_USE = "in_use", _("在用")
    IDLE = "idle", _("闲置")
    LENT = "lent", _("借出")
    TO_DISPOSE = "to_dispose", _("待处置")
    DISPOSED = "disposed", _("已处置")


class Stage(models.TextChoices):
    """How far a stocktake has come."""

    PLANNED = "planned", _("待开始")
    COUNTING = "counting", _("盘点中")
    EXPLAINING = "explaining", _("说明差异")
    DECIDING = "deciding", _("待审定")
    CLOSED = "closed", _("已结束")
    STOPPED = "stopped", _("已终止")
