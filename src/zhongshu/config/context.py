"""What every page's frame needs to know."""

from django.conf import settings
from django.http import HttpRequest

from zhongshu.ui.context import Look
from zhongshu.ui.form_token import token_of


def frame(request: HttpRequest) -> dict[str, object]:
    """The actor, the moment, whether this is the demonstration; for who has entered, the token of forms."""
    actor = getattr(request, "actor", None)
    token = token_of(request) if actor else None
    return {
        **({"csrf_token": token} if token else {}),
        "actor": actor,
        "at": getattr(request, "at", None),
        "demo": settings.DEMO,
        "look": Look(request),
    }
