from datetime import date

from zhongshu.kernel.worktime import Calendar
from zhongshu.matters.models import Light
from zhongshu.matters.settings import rest_working_days, yellow_working_days
from zhongshu.platform.workdays import queries as workdays


def light_on(today: date, due: date) -> Light:
    """The light of an open matter due on ``due``: rule D-23, thresholds are settings."""
    if today > due:
        return Light.RED
    return Light.YELLOW if due <= yellow_until(today, workdays.calendar()) else Light.GREEN


def yellow_until(today: date, calendar: Calendar) -> date:
    """The last due date that is yellow on ``today``."""
    return calendar.shift(today, yellow_working_days())


def moved_since(today: date, calendar: Calendar) -> date:
    """The day since which something must have been done about a matter for it not to be at rest on ``today``."""
    return calendar.shift(today, -rest_working_days())
