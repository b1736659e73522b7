"""What expenses may come to."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_GET

from zhongshu.finance import queries
from zhongshu.finance.presenters import standards as shown
from zhongshu.finance.presenters.large import first_organ
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.org.models import Duty
from zhongshu.ui.pages import page


@require_GET
def standards(request: Request) -> HttpResponse:
    """The organ's own standards, what the settings begin with, and what is never paid."""
    context: dict[str, Any] = {
        "lines": shown.lines(queries.standards(request.actor), local_day(request.at)),
        "starting": shown.starting(),
        "never": settings.RULES["F-11.never_paid"],
        "sets": first_organ(request.actor, Duty.KEEP_BUDGET),
    }
    return page(request, "finance/standards.html", **context)
