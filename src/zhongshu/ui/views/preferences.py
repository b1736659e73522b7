"""Switching letter size, density, single keys and language."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from zhongshu.ui.preferences import Preferences, keep_language


@require_POST
def update(request: HttpRequest) -> HttpResponse:
    """Keep what was asked for and go back to the page it was asked on."""
    back = request.POST.get("next", "")
    hosts = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=hosts, require_https=request.is_secure())
    response = HttpResponseRedirect(back if safe else "/")
    wishes = {key: value for key, value in request.POST.items() if isinstance(value, str)}
    Preferences.of(request).changed(wishes).keep(response, secure=request.is_secure())
    if wishes.get("language") in dict(settings.LANGUAGES):
        keep_language(response, wishes["language"], secure=request.is_secure())
    return response
