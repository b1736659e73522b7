"""What was asked for lapses when the matter is done, or stands: part of the use case that makes it so."""

from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.matters import services as matters
from zhongshu.matters.models import Outcome, Role
from zhongshu.supervision.models import Directive


def withdraw_extension(directive: Directive, why: str, *, actor: Actor, at: datetime) -> None:
    """What is done, or stands, needs no later date: a request still undecided lapses, because of ``why``."""
    matters.finish_all(directive.matter, actor=actor, at=at, roles=(Role.APPROVE,), outcome=Outcome.WITHDRAWN)
    pending = directive.extension_requests.filter(decided_at__isnull=True)
    pending.update(decided_at=at, approved=False, opinion=why)


def withdraw_suspension(directive: Directive, *, at: datetime) -> None:
    """What is done needs no pause either."""
    pending = directive.suspensions.filter(decided_at__isnull=True)
    pending.update(decided_at=at, approved=False, opinion=_("已报办结，中止申请随之撤回。"))
