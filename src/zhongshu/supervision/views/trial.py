"""A ledger kept in a sheet: read and checked, nothing stored."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.supervision import policies
from zhongshu.supervision.forms.trial import TrialForm
from zhongshu.supervision.presenters.trial import MOST_BYTES, Trial, try_ledger
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import page

SHOWN = 300


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: Request) -> HttpResponse:
    """The file handed in, and what the system makes of it."""
    policies.may_supervise(request.actor).require()
    if request.method != "POST":
        return page(request, "supervision/trial.html", form=TrialForm())
    form, trial = TrialForm(request.POST, request.FILES), None
    with Attempt(form):
        trial = _tried(request, form) if form.is_valid() else None
    return page(request, "supervision/trial.html", form=form, trial=trial, most=SHOWN)


def _tried(request: Request, form: TrialForm) -> Trial:
    sent = form.cleaned_data["file"]
    return try_ledger(sent.name, sent.read(MOST_BYTES + 1), local_day(request.at))
