from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.finance import policies, queries
from zhongshu.finance.models import Undertaking
from zhongshu.finance.services.days import between
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole
from zhongshu.platform.files.models import File
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.sign_contract")
def sign_contract(
    *, actor: Actor, matter_id: int, signed_on: date, files: Sequence[File] = (), at: datetime
) -> Undertaking:
    """Note when an approved contract was signed, with its text; from then on it can be paid. Never before approval."""
    one = queries.undertaking_for_change(actor, matter_id)
    policies.may_sign(actor, one).require()
    if not one.is_contract or one.approved_at is None:
        raise Conflict("not_approved", _("合同还没有批准，不能签订。"), hint=_("请等审批通过。"), rule="M-15")
    if one.signed_on is not None:
        raise Conflict("signed_already", _("这份合同已经登记签订。"))
    between(signed_on, local_day(one.approved_at), at, "signed_on", _("签订日期应在批准之后、今天以前。"))
    one.signed_on, one.signed_by_id = signed_on, actor.in_name_of
    one.save(update_fields=["signed_on", "signed_by"])
    matters.attach(one.matter, files, role=AttachmentRole.EVIDENCE, at=at)
    told = {"day": signed_on.isoformat()}
    journal.record(stream=one.matter.stream, verb="finance.contract_signed", actor=actor, at=at, data=told)
    return one
