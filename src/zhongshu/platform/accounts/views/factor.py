"""The second factor: asked for at the door, added by its owner."""

from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.platform.accounts import doorkeeper, enrolment, queries, services
from zhongshu.platform.accounts.forms import CodeForm
from zhongshu.platform.accounts.models import User
from zhongshu.ui.forms import refuse
from zhongshu.ui.pages import moved, page

GET_OR_POST = require_http_methods(["GET", "HEAD", "POST"])


@GET_OR_POST
def ask(request: Request) -> HttpResponse:
    """After the password: the code of one's device, or a recovery code."""
    awaited = doorkeeper.awaited(request, request.at)
    if awaited is None:
        return moved(request, reverse("accounts:log-in"))
    user, asked = awaited
    form = CodeForm(request.POST or None)
    if form.is_valid():
        early = queries.factor_waits(user)
        if doorkeeper.try_code(request, user, form.cleaned_data["code"], request.at):
            return moved(request, doorkeeper.way_on(request, user, asked))
        form.add_error("code", _too_early(early) if early else _wrong(user))
    return page(request, "accounts/factor.html", form=form)


@GET_OR_POST
def add(request: Request) -> HttpResponse:
    """Set up a device: scan, then prove it by a code; the recovery codes are shown this once."""
    if not request.actor or not isinstance(request.user, User):
        return moved(request, reverse("accounts:log-in"))
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            codes = enrolment.finish(request, request.actor, form.cleaned_data["code"], request.at)
            update_session_auth_hash(request, queries.user_of(request.user.pk) or request.user)
            return page(request, "accounts/codes.html", codes=codes)
        except Refusal as refusal:
            refuse(form, refusal)
    forced = bool(queries.owed_by(request.user))
    return page(
        request, "accounts/factor_add.html", form=form, key=enrolment.readable(request), forced=forced
    )


@require_safe
def picture(request: Request) -> HttpResponse:
    """What the device scans: drawn here, so that the secret goes nowhere else."""
    if not request.actor:
        raise Http404
    drawn = enrolment.picture(request, request.user.get_username())
    return HttpResponse(drawn, content_type="image/svg+xml")


@require_POST
def codes(request: Request) -> HttpResponse:
    """Fresh recovery codes in place of the old ones."""
    if not request.actor:
        raise Http404
    fresh = services.new_recovery_codes(actor=request.actor, at=request.at)
    return page(request, "accounts/codes.html", codes=fresh)


def _wrong(user: User) -> str:
    seconds = queries.factor_waits(user)
    if seconds:
        told = _("口令不对。请 %(n)d 秒后再试，输入手机上当前显示的 6 位数字，或一个没有用过的恢复码。")
        return told % {"n": seconds}
    return _("口令不对，请输入手机上当前显示的 6 位数字，或一个没有用过的恢复码。")


def _too_early(seconds: int) -> str:
    """While tries wait, nothing is looked at: what was typed may well be right."""
    return _("刚才输错过，这一次没有核对。请 %(n)d 秒后再试。") % {"n": seconds}
