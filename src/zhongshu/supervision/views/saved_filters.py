"""Named filters of the ledger."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.supervision import policies, services
from zhongshu.supervision.forms.ledger import FilterForm
from zhongshu.supervision.forms.saved_filters import NameForm, SaveForm, change_form
from zhongshu.supervision.presenters.saved_filters import named
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say


@require_GET
def listing(request: Request) -> HttpResponse:
    """Every named filter that one sees, one's own with what can be changed."""
    policies.may_keep_filters(request.actor).require()
    return _listing(request, {})


@require_GET
def name(request: Request) -> HttpResponse:
    """Ask how the filter that stands in the address is to be called, and who else sees it."""
    policies.may_keep_filters(request.actor).require()
    form = SaveForm(initial={"query": FilterForm(request.GET).canonical}, actor=request.actor)
    return page(request, "supervision/saved_filter_new.html", form=form)


@require_POST
def save(request: Request) -> HttpResponse:
    """Keep it under that name."""
    policies.may_keep_filters(request.actor).require()
    form = SaveForm(request.POST, actor=request.actor)
    if form.is_valid():
        got = form.cleaned_data
        with Attempt(form) as attempt:
            services.save_filter(
                actor=request.actor, name=got["name"], query=got["query"], unit_id=got["unit"], at=request.at
            )
        if not attempt.failed:
            say(request, _("已存下筛选“%(name)s”。") % got)
            return moved(request, f"{reverse('supervision:ledger')}?{got['query']}")
    return page(request, "supervision/saved_filter_new.html", form=form)


@require_POST
def change(request: Request, filter_id: int) -> HttpResponse:
    """Rename an own filter, share it or keep it to oneself."""
    policies.may_keep_filters(request.actor).require()
    form = NameForm(request.POST, actor=request.actor, auto_id=f"filter-{filter_id}-%s")
    if form.is_valid():
        got = form.cleaned_data
        with Attempt(form) as attempt:
            services.change_filter(
                actor=request.actor, filter_id=filter_id, name=got["name"], unit_id=got["unit"], at=request.at
            )
        if not attempt.failed:
            say(request, _("筛选“%(name)s”已改好。") % got)
            return moved(request, reverse("supervision:saved-filters"))
    return _listing(request, {filter_id: form})


@require_POST
def remove(request: Request, filter_id: int) -> HttpResponse:
    """Let an own filter go."""
    name = services.remove_filter(actor=request.actor, filter_id=filter_id, at=request.at)
    say(request, _("筛选“%(name)s”已删除。") % {"name": name})
    return moved(request, reverse("supervision:saved-filters"))


def _listing(request: Request, filled: dict[int, NameForm]) -> HttpResponse:
    found = named(request.actor, local_day(request.at), whole=True)
    rows = [
        (one, None if one.whose else filled.get(one.kept.pk) or change_form(request.actor, one.kept))
        for one in found
    ]
    return page(request, "supervision/saved_filters.html", rows=rows, forms=list(filled.values()))
