from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance import policies
from zhongshu.finance.models import LargeKind, Threshold
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.set_threshold")
def set_threshold(
    *, actor: Actor, organ_id: int, kind: str, amount: Decimal, paper: str, valid_from: date, at: datetime
) -> Threshold:
    """Set from which amount on a collective decision is needed; in writing, and never for days past (M-16)."""
    policies.may_set_thresholds(actor, organ_id).require()
    if not paper.strip():
        raise Refusal("no_paper", _("请写明书面规定的文件名和文号。"), at="paper", rule="M-16")
    if valid_from < local_day(at):
        raise Refusal("for_days_past", _("标准只能从今天或以后起用。"), at="valid_from")
    if amount <= 0:
        raise Refusal("not_positive", _("标准应大于零。"), at="amount")
    if Threshold.objects.filter(organ_id=organ_id, kind=kind, valid_from=valid_from).exists():
        raise Conflict("threshold_exists", _("这一天已经有一个标准。"), hint=_("请另选启用日期。"))
    made = Threshold.objects.create(
        organ_id=organ_id,
        kind=LargeKind(kind),
        amount=amount,
        paper=paper.strip(),
        valid_from=valid_from,
        set_by_id=actor.person_id,
        set_at=at,
    )
    told = {"kind": kind, "amount": f"{amount:.2f}", "paper": made.paper, "since": valid_from}
    stream = f"organ-money:{organ_id}"
    journal.record(stream=stream, verb="finance.threshold_set", actor=actor, at=at, data=told)
    return made
