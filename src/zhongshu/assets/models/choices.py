from django.db import models
from django.utils.translation import gettext_lazy as _

STOCKTAKE = "stocktake"
MOVE = "asset_move"
"""What the spine calls a round of counting, and what has to be signed or approved before an asset moves."""


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


class Way(models.TextChoices):
    """Where assets go: to somebody else in the house, or out of it."""

    HAND_OVER = "hand_over", _("移交")
    SCRAP = "scrap", _("报废")
    SELL = "sell", _("出售")
    GIVE = "give", _("无偿划转、捐赠")


class Turn(models.TextChoices):
    """How far a move has come."""

    SIGNING = "signing", _("待签字")
    DECIDING = "deciding", _("待批准")
    DONE = "done", _("已办妥")
    REFUSED = "refused", _("未同意")
