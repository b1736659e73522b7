"""Which days the drawing of re-checks has come to."""

from datetime import date, datetime, timedelta

from django.conf import settings

from zhongshu.kernel.clock import local_day
from zhongshu.supervision.models import SampleDraw


def sampled_until(at: datetime) -> date:
    """The last day whose closed matters are due for the drawing of re-checks."""
    return local_day(at) - timedelta(days=int(settings.RULES["D-25.recheck_after_days"]))


def last_draw() -> SampleDraw | None:
    """The latest drawing."""
    return SampleDraw.objects.order_by("-closed_until").first()


def is_draw_due(at: datetime) -> bool:
    """Whether there are closed days that no drawing has considered."""
    last = last_draw()
    return last is None or last.closed_until < sampled_until(at)
