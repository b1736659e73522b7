"""Accounts, kept by the security administrator."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.platform.accounts import policies, queries, services
from zhongshu.platform.accounts.forms import AccountForm, FindForm, RoleForm
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.telling import events
from zhongshu.ui.forms import refuse
from zhongshu.ui.pages import moved, page, say

# What can be done to an account by one button, and what is said when it is done.
DEEDS: dict[str, tuple[Callable[..., object], object]] = {
    "close": (services.close_account, gettext_lazy("账号已停用，登录即时结束。")),
    "reopen": (services.reopen, gettext_lazy("账号已恢复。")),
    "unlock": (services.unlock, gettext_lazy("已解除锁定，可以重新登录。")),
    "end-sessions": (services.end_sessions, gettext_lazy("该账号的登录都已结束。")),
    "remove-factor": (services.remove_factor, gettext_lazy("动态口令已停用。")),
    "withdraw": (services.withdraw_admin_role, gettext_lazy("管理员角色已撤销。")),
}


@require_safe
def index(request: Request) -> HttpResponse:
    """All accounts."""
    form = FindForm(request.GET)
    told = form.cleaned_data if form.is_valid() else {}
    shown = queries.cards(
        request.actor,
        words=told.get("q", "").strip(),
        state=told.get("state", ""),
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    return page(request, "accounts/list.html", rows=shown, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request) -> HttpResponse:
    """A new account; its one-time password stands on the answer and nowhere else."""
    policies.require_page(policies.keeps_accounts(request.actor))
    form = AccountForm(request.POST or None)
    if form.is_valid():
        try:
            user = services.open_account(actor=request.actor, at=request.at, **form.cleaned_data)
            secret = services.reset_password(actor=request.actor, user_id=user.pk, at=request.at)
            return page(request, "accounts/one_time.html", account=user, secret=secret)
        except Refusal as refusal:
            refuse(form, refusal)
    return page(request, "accounts/new.html", form=form)


@require_safe
def show(request: Request, user_id: int) -> HttpResponse:
    """One account: its state, what can be done, what was done."""
    shown = queries.card(request.actor, user_id)
    told = events(journal.timeline(shown.user.stream, limit=50), local_day(request.at))
    own = request.actor.user_id == user_id
    return page(request, "accounts/account.html", shown=shown, events=told, form=RoleForm(), own=own)


@require_POST
def do(request: Request, user_id: int, deed: str) -> HttpResponse:
    """One of DEEDS."""
    policies.require_page(policies.keeps_accounts(request.actor))
    if deed not in DEEDS:
        raise Http404
    service, said = DEEDS[deed]
    service(actor=request.actor, user_id=user_id, at=request.at)
    say(request, said)
    return moved(request, reverse("accounts:account", args=[user_id]))


@require_POST
def reset(request: Request, user_id: int) -> HttpResponse:
    """A new one-time password, shown once."""
    shown = queries.card(request.actor, user_id)
    secret = services.reset_password(actor=request.actor, user_id=user_id, at=request.at)
    return page(request, "accounts/one_time.html", account=shown.user, secret=secret)


@require_POST
def grant(request: Request, user_id: int) -> HttpResponse:
    """Make somebody one of the three administrators."""
    policies.require_page(policies.keeps_accounts(request.actor))
    role = request.POST.get("role", "")
    services.grant_admin_role(actor=request.actor, user_id=user_id, role=role, at=request.at)
    say(request, _("已授予管理员角色。"))
    return moved(request, reverse("accounts:account", args=[user_id]))
