from django.db import models
from django.utils.translation import gettext_lazy as _

KIND = "welfare"
"""What the spine calls a case."""


class Rest(models.TextChoices):
    """What becomes of a closing day on which organs rest: the agency says so."""

    BEFORE = "before", _("提前到前一个工作日")
    AFTER = "after", _("顺延到后一个工作日")
    STAYS = "stays", _("不变（休息日也受理）")


class State(models.TextChoices):
    """How far a case has come."""

    ASKED = "asked", _("待报送")
    RETURNED = "returned", _("待补材料")
    SUBMITTED = "submitted", _("已报经办机构")
    ANSWERED = "answered", _("待回告")
    DONE = "done", _("已办结")
    WITHDRAWN = "withdrawn", _("已撤回")


class Outcome(models.TextChoices):
    """What the agency answered."""

    GRANTED = "granted", _("已办成")
    REFUSED = "refused", _("未予办理")
