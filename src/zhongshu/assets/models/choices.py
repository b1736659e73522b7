from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How an asset stands."""

    IN_USE = "in_use", _("在用")
    IDLE = "idle", _("闲置")
    LENT = "lent", _("借出")
    TO_DISPOSE = "to_dispose", _("待处置")
    DISPOSED = "disposed", _("已处置")
