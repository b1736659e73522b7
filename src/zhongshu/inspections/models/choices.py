from django.db import models
from django.utils.translation import gettext_lazy as _

INSPECTION = "inspection"
CONCLUSION = "conclusion"
EDITION = "inspection_report"
"""What the spine calls an inspection, what it found about one unit, and a later edition of its report."""


class Kind(models.TextChoices):
    """Kinds of inspection (rule D-02 {V})."""

    COMPREHENSIVE = "comprehensive", _("综合督查")
    SPECIAL = "special", _("专项督查")
    INCIDENT = "incident", _("事件调查")
    DAILY = "daily", _("日常督办")
    CLUE = "clue", _("线索核查")


class Method(models.TextChoices):
    """The eight methods of inspection (rule D-03 {V})."""

    SELF_CHECK = "self_check", _("自查、说明情况")
    REPORT = "report", _("听取汇报")
    VISIT = "visit", _("检查、访谈、暗访")
    SITTING = "sitting", _("座谈、听证、统计、评估")
    FILES = "files", _("调阅、复制资料")
    CLUES = "clues", _("收集线索")
    INTERVIEW = "interview", _("约谈")
    ONLINE = "online", _("“互联网＋督查”")


class State(models.TextChoices):
    """How far an inspection has come."""

    PLANNED = "planned", _("待批准")
    RUNNING = "running", _("督查中")
    CONCLUDED = "concluded", _("已反馈")
    DECLINED = "declined", _("未批准")
    STOPPED = "stopped", _("已终止")


class Standing(models.TextChoices):
    """How a conclusion stands: open for review, under review, or final in one of four ways (rule D-08 {V})."""

    FED_BACK = "fed_back", _("已反馈，可申请复核")
    REVIEWING = "reviewing", _("复核中")
    FINAL = "final", _("已生效")
    UPHELD = "upheld", _("复核维持")
    CHANGED = "changed", _("复核变更")
    WITHDRAWN = "withdrawn", _("复核撤销")


class Outcome(models.TextChoices):
    """What a review decides."""

    UPHELD = Standing.UPHELD.value, _("维持原结论")
    CHANGED = Standing.CHANGED.value, _("变更结论")
    WITHDRAWN = Standing.WITHDRAWN.value, _("撤销结论")


class Settled(models.TextChoices):
    """What became of a finding."""

    PENDING = "pending", _("待处理")
    FOLLOWED = "followed", _("已立督办")
    NO_FOLLOW_UP = "no_follow_up", _("不立督办")
