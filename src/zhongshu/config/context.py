"""What every page's frame needs to know."""

from django.conf import settings
from django.http import HttpRequest

from zhongshu.ui.context import Look


def frame(request: HttpRequest) -> dict[str, object]:
    """The actor, the moment, and whether this is the demonstration."""
    return {
        "actor": getattr(request, "actor", None),
        "at": getattr(request, "at", None),
        "demo": settings.DEMO,
        "look": Look(request),
    }
