from django.db import models
from django.utils.translation import gettext_lazy as _


class Waits(models.TextChoices):
    """What an open matter waits for: as told by those who carry it out, else as its state and its rest show.

    ``UNDER_WAY`` becomes ``NOBODY`` when no act has been done for a number of working days (a setting).
    """

    NONE = "", _("—")
    UNDER_WAY = "under_way", _("正在推进")
    MONEY = "money", _("等资金")
    SUPERIOR = "superior", _("等上级")
    DECISION = "decision", _("等领导批复")
    OTHER_UNIT = "other_unit", _("等配合单位")
    OURSELVES = "ourselves", _("承办单位自身原因")
    OFFICE = "office", _("等督查部门")
    STOPPED = "stopped", _("已中止，不计时")
    NOBODY = "nobody", _("无人推进")
