"""A case with its files and how its date was reckoned; a service with its calendar."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files
from zhongshu.ui.pages import page
from zhongshu.welfare import queries, services
from zhongshu.welfare.presenters.case import CasePage
from zhongshu.welfare.presenters.reckoning import Reckoning
from zhongshu.welfare.presenters.service import ServicePage


@require_GET
def case(request: Request, matter_id: int) -> HttpResponse:
    """The case."""
    one = queries.case(request.actor, matter_id)
    shown = CasePage(request.actor, one, request.at)
    return page(request, "welfare/case.html", shown=shown, one=one, matter=one.matter)


@require_GET
def reckoning(request: Request, matter_id: int) -> HttpResponse:
    """这个日期怎么算的."""
    one = queries.case(request.actor, matter_id)
    return page(request, "welfare/reckoning.html", shown=Reckoning(one), one=one, matter=one.matter)


@require_GET
def service(request: Request, service_id: int) -> HttpResponse:
    """The service: what it needs, when its agency takes papers in."""
    one = queries.service(request.actor, service_id)
    shown = ServicePage(request.actor, one, local_day(request.at))
    return page(request, "welfare/service.html", shown=shown, one=one)


file = files.serving(services.take_file)
