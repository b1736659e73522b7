"""Proof that the journal is whole, for those who audit."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import Router

from zhongshu.api.schemas import told
from zhongshu.kernel.refusals import Forbidden
from zhongshu.kernel.requests import Request
from zhongshu.org.models import Duty
from zhongshu.platform.accounts.models import AdminRole
from zhongshu.platform.journal import queries

router = Router(tags=[gettext_noop("审计")])


@router.get("/journal/verification", response=told.Soundness, summary=gettext_noop("校验留痕"))
def verify(request: Request) -> told.Soundness:
    """Check every chain and every seal; name the first entry that does not hold."""
    actor = request.actor
    if not actor.has_duty(Duty.AUDIT) and actor.admin_role != AdminRole.AUDIT:
        raise Forbidden(
            "not_an_auditor", _("校验留痕由审计人员办理。"), hint=_("请联系审计专员或审计管理员。")
        )
    broken = queries.first_break()
    return (
        told.Soundness(whole=True)
        if broken is None
        else told.Soundness(whole=False, where=broken.where, why=broken.why)
    )
