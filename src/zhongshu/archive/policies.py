"""Who may do what with deposits, and who may know of them."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhongshu.archive.models import Deposit
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Forbidden
from zhongshu.matters.models import Matter
from zhongshu.org.models import Duty

READERS = (Duty.KEEP_ARCHIVE, Duty.AUDIT, Duty.LEAD_ORGAN)
CHECKERS = (Duty.KEEP_ARCHIVE, Duty.AUDIT)


def visible(actor: Actor) -> Q:
    """Deposits of organs whose archive the actor keeps, audits or leads, and of matters made known to him."""
    if actor.is_system:
        return Q()
    organs = actor.organs_with(*READERS)
    return Q(organ_id__in=sorted(organs)) | Q(matter_id__in=Matter.objects.visible_to(actor).values("pk"))


def may(actor: Actor, act: str, deposit: Deposit) -> bool:
    """Whether ``actor`` may ``act`` ("check") on a deposit he may see."""
    return actor.is_system or actor.has_any(CHECKERS, deposit.organ_id)


def require(actor: Actor, act: str, deposit: Deposit) -> None:
    """Refuse what :func:`may` does not allow."""
    if not may(actor, act, deposit):
        raise Forbidden(
            "not_an_archivist",
            _("只有本机关的档案管理人员或审计人员可以检查归档包。"),
            hint=_("请把档号告诉档案管理人员。"),
        )
