from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.finance import policies, queries
from zhongshu.finance.models import SplitFlag
from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Forbidden, NotFound
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.explain_flag")
def explain_flag(*, actor: Actor, flag_id: int, explanation: str, at: datetime) -> SplitFlag:
    """Answer a suspicion of splitting in writing; it stays to be read by the auditor."""
    flag = SplitFlag.objects.select_for_update().filter(pk=flag_id).first()
    if flag is None or (flag.organ_id not in actor.organ_ids and not actor.is_system):
        raise NotFound("no_such_flag", _("没有这条疑点。"))
    policies.may_explain(actor, flag.organ_id).require()
    one = queries.outlay_for_update(flag.matter)
    if any(policies.is_involved(actor, paper) for paper in queries.suspected([flag])[flag.pk]):
        raise Forbidden("own_claim", _("不能说明自己单据的疑点。"), rule="F-01")
    flag.explanation = reasons.given(explanation, _("请写明核实情况。"), at="explanation")
    flag.explained_by_id, flag.explained_at = actor.person_id, at
    flag.save(update_fields=["explanation", "explained_by", "explained_at"])
    _told(one.matter.stream, "flag_explained", actor=actor, at=at, text=flag.explanation)
    return flag


def _told(stream: str, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    journal.record(stream=stream, verb=f"finance.{verb}", actor=actor, at=at, data=facts)
