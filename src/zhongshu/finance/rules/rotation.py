"""How long one person holds a post of money."""

from datetime import date

from django.conf import settings


def F_04_rotation_due(since: date, today: date) -> bool:
    """Whether a post of money has been held longer than the settings allow (定期轮岗, 内控规范 15 {M}; a warning)."""
    years = int(settings.RULES["F-04.rotation_years"])
    return (today.year - since.year, today.month, today.day) > (years, since.month, since.day)
