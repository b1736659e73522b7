from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from zhongshu.approvals import queries as approvals
from zhongshu.finance import policies
from zhongshu.finance.models import ClaimKind, SplitFlag, UndertakingKind
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters.models import Matter

KINDS = (*ClaimKind.values, *UndertakingKind.values)


def flag(actor: Actor, flag_id: int) -> SplitFlag:
    """One suspicion in ``actor``'s organs; else it does not exist (404)."""
    found = _raised(actor).filter(pk=flag_id).first()
    if found is None:
        raise NotFound("no_such_flag", _("没有这条疑点。"))
    return found


def flag_of(matter_id: int) -> SplitFlag | None:
    """The suspicion that a claim has raised; None where there is none."""
    return SplitFlag.objects.select_related("explained_by").filter(matter_id=matter_id).first()


def flags(actor: Actor) -> QuerySet[SplitFlag]:
    """Suspicions of splitting in ``actor``'s organs, the unanswered first; for who watches money.

    Without those about a payee or an amount that the route hides from him.
    """
    policies.may_watch(actor).require()
    return _raised(actor)


def _raised(actor: Actor) -> QuerySet[SplitFlag]:
    rows = SplitFlag.objects.filter(organ_id__in=sorted(actor.organ_ids))
    told = approvals.readable(actor, ("amount", "payee", "party"), KINDS)
    rows = rows.filter(matter__in=Matter.objects.filter(told)) if told else rows
    return rows.select_related("matter", "threshold", "explained_by").order_by(
        F("cleared_at").asc(nulls_first=True), F("explained_at").asc(nulls_first=True), "-id"
    )
