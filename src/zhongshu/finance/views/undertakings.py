"""Contracts and major projects: listed, exported, shown. They are handed in through the door of deeds."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.approvals import services as approvals
from zhongshu.finance import policies, queries, services
from zhongshu.finance.forms.register import RegisterForm
from zhongshu.finance.presenters import register
from zhongshu.finance.presenters.undertaking import UndertakingPage
from zhongshu.kernel.requests import Request
from zhongshu.ui.downloads import workbook
from zhongshu.ui.pages import page


@require_GET
def listing(request: Request) -> HttpResponse:
    """One page of the register."""
    policies.may_claim(request.actor).require()
    form = RegisterForm(request.GET)
    narrowed = form.narrowed()
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = queries.register_page(request.actor, narrowed, cursor=after, before=before)
    unit = approvals.unit_of(request.actor)
    organ = unit.organ_id or unit.pk
    told: dict[str, Any] = {
        "rows": register.rows(found.rows, queries.sights(request.actor, [one.pk for one in found.rows])),
        "tabs": register.tabs(narrowed),
        "organ": organ,
        "may_add": policies.may_undertake(request.actor, organ),
    }
    return page(request, "finance/undertakings.html", form=form, narrowed=narrowed, found=found, **told)


@require_GET
def export(request: Request) -> FileResponse:
    """The narrowed register for Excel."""
    policies.may_claim(request.actor).require()
    narrowed = RegisterForm(request.GET).narrowed()
    book = services.export_register(actor=request.actor, narrowed=narrowed, at=request.at)
    return workbook(book, _("合同和项目"), request.at)


@require_GET
def show(request: Request, matter_id: int) -> HttpResponse:
    """A contract or project, with the paper that decides it."""
    one = queries.undertaking(request.actor, matter_id)
    shown = UndertakingPage(request.actor, one, request.at)
    return page(request, "finance/undertaking.html", shown=shown, one=one, matter=one.matter)
