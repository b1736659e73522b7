from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zhongshu.finance.models import Claim, ClaimDraft
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound


def drafts(actor: Actor) -> QuerySet[ClaimDraft]:
    """Claims that ``actor`` is filling in, the last touched first; nobody else's."""
    rows = ClaimDraft.objects.filter(person_id=actor.in_name_of or 0)
    return rows.select_related("amends__matter").order_by("-changed_at", "-pk")


def draft(actor: Actor, draft_id: int) -> ClaimDraft:
    """One of ``actor``'s drafts; another's does not exist (404)."""
    found = drafts(actor).filter(pk=draft_id).first()
    if found is None:
        raise NotFound("no_such_draft", _("没有这份草稿，可能已经提交或删除。"), hint=_("请到“草稿”里看看。"))
    return found


def draft_of(actor: Actor, claim: Claim) -> ClaimDraft | None:
    """What ``actor`` has begun to put right in a claim that was given back; None where he has not begun."""
    return drafts(actor).filter(amends=claim).first()
