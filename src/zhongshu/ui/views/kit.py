"""Every component of the look in every state."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from zhongshu.ui import samples
from zhongshu.ui.pages import page

SHOWN = (
    "STEPS",
    "EVENTS",
    "FACTS",
    "ORIGINS",
    "TABS",
    "BOXES",
    "CHIPS",
    "DEEDS",
    "JOBS",
    "PAGE",
    "ROWS",
)


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The kit page, drawn from fictional samples."""
    shown = {name.lower(): getattr(samples, name) for name in SHOWN}
    return page(request, "ui/kit.html", sample=samples.wrong_form(), dues=samples.dues(), **shown)
