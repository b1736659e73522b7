from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.platform.accounts.models import User


def found(user_id: int) -> User:
    """The account, held against others who would change it; NotFound when there is none."""
    user = User.objects.select_for_update().filter(pk=user_id).first()
    if user is None:
        raise NotFound("no_such_account", _("没有这个账号。"))
    return user


def own(actor: Actor) -> User:
    """The account of ``actor`` himself."""
    return found(actor.user_id or 0)
