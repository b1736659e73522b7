"""What an institution may set about the spine; defaults say whose practice they are."""

from django.conf import settings


def yellow_working_days() -> int:
    """Working days before the date from which a light is yellow (rule D-23 {S conv.}, default 3)."""
    return int(settings.RULES["D-23.yellow_working_days"])


def rest_working_days() -> int:
    """Working days without any act after which nobody moves a matter (rule D-23 {S conv.}, default 10)."""
    return int(settings.RULES["D-23.rest_working_days"])
