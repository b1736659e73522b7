from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.finance import policies, queries
from zhongshu.finance.models import Undertaking
from zhongshu.finance.services.days import between
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole
from zhongshu.platform.files.models import File
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.accept_undertaking")
def accept_undertaking(
    *,
    actor: Actor,
    matter_id: int,
    accepted_on: date,
    acceptance: str,
    files: Sequence[File] = (),
    at: datetime,
) -> Undertaking:
    """Accept what a contract or project delivered, in words; never by who prepared or signed it (F-13)."""
    one = queries.undertaking_for_change(actor, matter_id)
    policies.may_accept(actor, one).require()
    if not one.in_force or one.accepted_on is not None:
        raise Conflict("nothing_to_accept", _("还没有签订（或批准），或者已经验收过。"))
    if not acceptance.strip():
        raise Refusal("no_finding", _("请写明验收意见。"), at="acceptance")
    since = one.signed_on or one.starts_on
    between(accepted_on, since, at, "accepted_on", _("验收日期应在签订之后、今天以前。"))
    one.accepted_on, one.accepted_by_id = accepted_on, actor.in_name_of
    one.acceptance = acceptance.strip()
    one.save(update_fields=["accepted_on", "accepted_by", "acceptance"])
    matters.attach(one.matter, files, role=AttachmentRole.EVIDENCE, at=at)
    told = {"day": accepted_on.isoformat(), "text": one.acceptance}
    verb = "finance.undertaking_accepted"
    journal.record(stream=one.matter.stream, verb=verb, actor=actor, at=at, data=told)
    return one
