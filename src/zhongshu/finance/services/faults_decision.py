"""What is wrong with the decision of a meeting that a claim, contract or project names."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance import queries
from zhongshu.finance.models import Claim, Decision
from zhongshu.kernel.actors import Actor
from zhongshu.org.models import Unit


def decision_faults(
    decision_id: int, amount: Decimal, actor: Actor, unit: Unit, but: int, advance: Claim | None = None
) -> Iterator[tuple[str, object]]:
    """It is the organ's, it has passed enough, and who names it has not recorded it himself; it is locked meanwhile."""
    rows = Decision.objects.select_for_update()
    found = rows.filter(pk=decision_id, organ_id=unit.organ_id or unit.pk).first()
    settles = advance if advance and advance.decision_id == decision_id else None
    drawn = amount - min(amount, settles.unsettled) if settles else amount
    if found is None or drawn > queries.left_of(found, but=but):
        yield "decision_id", _("所选会议决定不属于本机关，或者批准金额不够。")
    elif found.recorded_by_id in actor.seats:
        yield "decision_id", _("不能用自己登记的会议决定，请提交后由财务审核岗位的其他人关联。")
