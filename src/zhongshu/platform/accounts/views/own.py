"""One's own account: password, second factor, keys, sessions."""

from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.platform.accounts import queries, services
from zhongshu.platform.accounts.forms import KeyForm
from zhongshu.ui.forms import refuse
from zhongshu.ui.pages import moved, page, say


@require_safe
def show(request: Request) -> HttpResponse:
    """My account."""
    return _page(request, KeyForm())


@require_POST
def make_key(request: Request) -> HttpResponse:
    """A key for programs; its text stands on this one page and nowhere else."""
    form, key = KeyForm(request.POST), None
    if form.is_valid():
        try:
            name, own = form.cleaned_data["name"], request.actor.user_id or 0
            key = services.make_token(actor=request.actor, user_id=own, name=name, at=request.at)
            form = KeyForm()
        except Refusal as refusal:
            refuse(form, refusal)
    return _page(request, form, key)


@require_POST
def revoke_key(request: Request, key_id: int) -> HttpResponse:
    """The key opens nothing any more."""
    services.revoke_token(actor=request.actor, token_id=key_id, at=request.at)
    say(request, _("密钥已停用。"))
    return moved(request, reverse("accounts:me"))


@require_POST
def end_sessions(request: Request) -> HttpResponse:
    """Out everywhere but here."""
    own = services.end_sessions(actor=request.actor, user_id=request.actor.user_id or 0, at=request.at)
    update_session_auth_hash(request, own)
    say(request, _("其他地方的登录都已结束。"))
    return moved(request, reverse("accounts:me"))


def _page(request: Request, form: KeyForm, key: services.Secret | None = None) -> HttpResponse:
    left = queries.recovery_codes_left(request.user) if request.user.is_authenticated else 0
    keys = queries.keys_of(request.actor)
    return page(
        request, "accounts/own.html", form=form, keys=keys, made=key, codes_left=left, user=request.user
    )
