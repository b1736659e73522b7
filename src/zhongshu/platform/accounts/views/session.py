"""Entering and leaving."""

from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.platform.accounts import doorkeeper, queries, services
from zhongshu.platform.accounts.forms import LogInForm, PasswordForm
from zhongshu.platform.accounts.models import User
from zhongshu.ui.forms import refuse
from zhongshu.ui.pages import moved, page, say

GET_OR_POST = require_http_methods(["GET", "HEAD", "POST"])


@GET_OR_POST
@sensitive_post_parameters("password")
def enter(request: Request) -> HttpResponse:
    """The door: log-in name and password."""
    form = LogInForm(request.POST or None)
    asked = request.POST.get("next", request.GET.get("next", ""))
    if request.method == "POST" and form.is_valid():
        verdict = doorkeeper.knock(
            request, form.cleaned_data["username"], form.cleaned_data["password"], request.at
        )
        if verdict.user:
            return moved(request, doorkeeper.pass_password(request, verdict.user, asked, request.at))
        form.add_error(None, _wrong(verdict))
    elif request.actor and isinstance(request.user, User):
        return moved(request, doorkeeper.way_on(request, request.user, asked))
    return _door(request, form, asked)


@require_POST
def enter_as(request: Request, guest_id: int) -> HttpResponse:
    """One click: in as one of the demonstration's cast. Nowhere but there, and from this machine only."""
    guest = queries.demo_guest(guest_id) if doorkeeper.is_demo_here(request) else None
    if guest is None:
        raise Http404
    doorkeeper.let_in(request, guest.user, "demo", request.at)
    return moved(request, doorkeeper.way_on(request, guest.user, request.POST.get("next", "")))


@require_POST
def leave(request: Request) -> HttpResponse:
    """Out of the house."""
    doorkeeper.see_out(request, request.at)
    say(request, _("您已退出。"))
    return moved(request, reverse("accounts:log-in"))


@GET_OR_POST
@sensitive_post_parameters("old", "new", "again")
def password(request: Request) -> HttpResponse:
    """One's own password, changed; also where one is sent who must change it."""
    if not request.actor or not isinstance(request.user, User):
        return moved(request, reverse("accounts:log-in"))
    form = PasswordForm(request.POST or None)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("old", "new")}
        try:
            user = services.change_password(actor=request.actor, at=request.at, **given)
            update_session_auth_hash(request, user)
            say(request, _("密码已修改。"))
            return moved(request, doorkeeper.way_on(request, user, ""))
        except Refusal as refusal:
            refuse(form, refusal)
    return _password_page(request, form, request.user)


def _password_page(request: Request, form: PasswordForm, user: User) -> HttpResponse:
    return page(request, "accounts/password.html", form=form, forced=bool(queries.owed_by(user)), user=user)


@require_http_methods(["GET", "HEAD"])
def left_over(request: Request) -> HttpResponse:
    """What one sent after one's session had ended, to be sent again; offered once, on entering."""
    user = request.user
    left = services.left_over_for(request, user) if request.actor and isinstance(user, User) else None
    if left is None:
        return moved(request, reverse("accounts:log-in"))
    return page(request, "accounts/left_over.html", left=left)


def too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A page drawn before one entered anew: what was written in it is offered again. Called by the framework."""
    if request.path.startswith(reverse("accounts:log-in")):
        say(request, _("页面放得太久了，请再试一次。"), tone="warn")
        return moved(request, reverse("accounts:log-in"))
    left = services.left_over_of(request) if getattr(request, "actor", None) else None
    if left is None:
        return render(request, "403_csrf.html", status=403)
    return page(request, "accounts/left_over.html", status=403, left=left)


def locked_out(request: Request, *args: object, **kwargs: object) -> HttpResponse:
    """Too many failed tries (rule G-02): say so, and what to do. Called by the throttle itself."""
    form = LogInForm(request.POST)
    wait = queries.locked_for(request, request.POST.get("username", ""), request.at)
    form.add_error(None, _wrong(doorkeeper.Verdict(wait_minutes=wait)))
    return _door(request, form, request.POST.get("next", ""))


def _wrong(verdict: doorkeeper.Verdict) -> str:
    if not verdict.wait_minutes:
        return _("登录名或密码不对，请重新输入。忘记密码的，请联系安全管理员重置。")
    told = {"n": verdict.wait_minutes}
    return (
        ngettext(
            "连续输错次数过多，已暂停登录。请 %(n)d 分钟后再试，或请安全管理员解锁。",
            "连续输错次数过多，已暂停登录。请 %(n)d 分钟后再试，或请安全管理员解锁。",
            verdict.wait_minutes,
        )
        % told
    )


def _door(request: HttpRequest, form: LogInForm, asked: str) -> HttpResponse:
    demo = doorkeeper.is_demo_here(request)
    guests = queries.demo_guests() if demo else []
    stranger = request.user.is_authenticated and not getattr(request, "actor", None)
    return page(request, "accounts/enter.html", form=form, asked=asked, guests=guests, stranger=stranger)
