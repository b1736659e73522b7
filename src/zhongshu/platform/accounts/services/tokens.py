from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound, Refusal
from zhongshu.platform.accounts import policies
from zhongshu.platform.accounts.models import ApiToken
from zhongshu.platform.accounts.rules import key_digest, new_key
from zhongshu.platform.accounts.services.finding import found
from zhongshu.platform.accounts.services.secret import Secret
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case

AT_MOST = 20


@use_case("accounts.make_token")
def make_token(*, actor: Actor, user_id: int, name: str, at: datetime) -> Secret:
    """A key by which a program acts as this person; its text is shown once and kept nowhere.

    One's own only (or by the system, from the command line). Administrators get none (rule G-07).
    """
    user = found(user_id)
    if not actor.is_system and actor.user_id != user.pk:
        raise Forbidden("not_own_key", _("密钥只能由本人生成。"), rule="G-01")
    if user.admin_role:
        raise Forbidden("admins_have_no_keys", _("管理员只在自己的页面办理，不使用程序密钥。"), rule="G-07")
    label = name.strip()[:60]
    if not label:
        told = _("请写明这个密钥给什么程序用。")
        raise Refusal("unnamed_key", told, fields={"name": told})
    if ApiToken.objects.filter(user=user, revoked_at__isnull=True).count() >= AT_MOST:
        raise Refusal("too_many_keys", _("有效的密钥已有 20 个。"), hint=_("请先停用不再使用的。"))
    key = new_key()
    token = ApiToken.objects.create(user=user, name=label, digest=key_digest(key), made_at=at)
    told_data = {"name": label, "token": token.pk}
    journal.record(stream=user.stream, verb="accounts.key_made", actor=actor, at=at, data=told_data)
    return Secret(key)


@use_case("accounts.revoke_token")
def revoke_token(*, actor: Actor, token_id: int, at: datetime) -> ApiToken:
    """The key opens nothing any more. One's own, or by the security administrator."""
    token = ApiToken.objects.select_for_update().select_related("user").filter(pk=token_id).first()
    if token is None or (actor.user_id != token.user_id and not policies.keeps_accounts(actor)):
        raise NotFound("no_such_key", _("没有这个密钥。"))
    if token.revoked_at:
        raise Conflict("revoked_already", _("这个密钥已经停用。"))
    token.revoked_at = at
    token.save(update_fields=["revoked_at"])
    told = {"name": token.name, "token": token.pk}
    journal.record(stream=token.user.stream, verb="accounts.key_revoked", actor=actor, at=at, data=told)
    return token
