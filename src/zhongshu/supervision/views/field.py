"""Report from the field, for a phone held in one hand."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.keeping import shelve
from zhongshu.supervision import policies, queries, services
from zhongshu.supervision.forms.field import FieldReport
from zhongshu.supervision.models import Directive
from zhongshu.supervision.presenters.directive import DirectivePage
from zhongshu.supervision.views.deeds import common, put
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say


def report(request: Request, directive_id: int) -> HttpResponse:
    """A photo, an answer, sent."""
    directive = queries.get(request.actor, directive_id)
    who: dict[str, Any] = {"directive": directive, "actor": request.actor, "today": local_day(request.at)}
    if request.method != "POST":
        policies.require_now(request.actor, ("report",), directive)
        return _show(request, directive, FieldReport(**who))
    form = FieldReport(request.POST, request.FILES, **who)
    policies.require_one(request.actor, ("report",), directive)
    with Attempt(form, put=put) as attempt:
        shelve(request, form)
        if form.is_valid():
            _send(request, directive, form)
    if not form.is_valid():
        return _show(request, directive, form, status=attempt.status)
    say(request, _("已报送给督查部门。"))
    return moved(request, reverse("supervision:directive", args=[directive.pk]))


def _send(request: Request, directive: Directive, form: FieldReport) -> object:
    data: dict[str, Any] = form.cleaned_data
    files = tuple(form.kept_files)
    told = common(request, directive.pk) | {"files": files}
    if data["how"] == FieldReport.DONE:
        _give(request, directive, data["figures"])
        told |= {"instead_ids": data["instead_ids"], "verify_by": data["verify_by"]}
        return services.complete(feedback=data["text"], signed_by_id=data["signed_by_id"], **told)
    text = data["text"] or (_("现场照片 %(n)s 张") % {"n": len(files)} if files else "")
    return services.report(text=text, blocker=data["blocker"], figures=data["figures"], **told)


def _give(request: Request, directive: Directive, figures: dict[int, str]) -> None:
    if any(figures.values()):
        services.give_figures(figures=figures, **common(request, directive.pk))


def _show(request: Request, directive: Directive, form: FieldReport, *, status: int = 200) -> HttpResponse:
    shown = DirectivePage(request.actor, directive, request.at)
    context = {"form": form, "shown": shown, "directive": directive, "matter": directive.matter}
    return page(request, "supervision/field.html", status=status, **context)
