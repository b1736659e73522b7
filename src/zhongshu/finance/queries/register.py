"""The register of contracts and projects, narrowed."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.models import Undertaking, UndertakingKind
from zhongshu.finance.queries.living import stopped
from zhongshu.finance.queries.running import with_paid
from zhongshu.finance.queries.sight import where_told
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.matters.models import Matter


class Stage(TextChoices):
    """How far a contract or project has come."""

    DECIDING = "deciding", _("审批中")
    APPROVED = "approved", _("待签订")
    RUNNING = "running", _("执行中")
    ACCEPTED = "accepted", _("已验收")
    STOPPED = "stopped", _("未通过或作废")


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What the register shows: contracts or projects, some words, one stage."""

    kind: str = UndertakingKind.CONTRACT
    text: str = ""
    stage: str = ""


_SIGNED = Q(signed_on__isnull=False) | Q(kind=UndertakingKind.PROJECT)
_LIVE = {
    Stage.DECIDING: Q(approved_at__isnull=True),
    Stage.APPROVED: Q(approved_at__isnull=False) & ~_SIGNED,
    Stage.RUNNING: Q(approved_at__isnull=False, accepted_on__isnull=True) & _SIGNED,
    Stage.ACCEPTED: Q(accepted_on__isnull=False),
}


def registered(actor: Actor, narrowed: Register) -> QuerySet[Any]:
    """Contracts or projects that ``actor`` may know of, with what has been paid of each."""
    known = Matter.objects.listed_for(actor).filter(kind=narrowed.kind)
    rows = Undertaking.objects.filter(matter__in=known)
    if narrowed.text:
        said = narrowed.text.strip()
        party = where_told(actor, "party", [narrowed.kind], Q(undertaking__party__icontains=said))
        found = known.filter(Q(title__icontains=said) | Q(number__icontains=said) | party)
        rows = rows.filter(matter__in=found)
    if narrowed.stage == Stage.STOPPED:
        rows = rows.filter(stopped())
    elif narrowed.stage:
        rows = rows.exclude(stopped()).filter(_LIVE[Stage(narrowed.stage)])
    return with_paid(rows).select_related("matter__unit", "handler", "decision")


def register_page(
    actor: Actor, narrowed: Register, *, cursor: str = "", before: str = "", size: int = 25
) -> Page[Any]:
    """One page of the register, the newest first."""
    rows = registered(actor, narrowed)
    return ordered(rows, newest_first=True, pk=int).page(after=cursor, before=before, size=size)
