"""How long what may take: settings of the house (F-14, local conventions)."""

from django.conf import settings


def review_within() -> int:
    """Working days for the review of a claim (F-14 {D}, default 3)."""
    return int(settings.RULES["F-14.review_working_days"])


def approve_within() -> int:
    """Working days from review to approval (local convention, default 5)."""
    return int(settings.RULES["F-14.approve_working_days"])


def pay_within() -> int:
    """Working days from approval to payment (F-14 {D}, default 5)."""
    return int(settings.RULES["F-14.pay_working_days"])


def settle_within() -> int:
    """Calendar days for settling an advance (local convention, default 30)."""
    return int(settings.RULES["F-14.settle_days"])
