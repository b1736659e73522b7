from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries
from zhongshu.supervision.models import Directive, Risk
from zhongshu.supervision.services import trail


@use_case("supervision.judge_risk")
def judge_risk(*, actor: Actor, directive_id: int, risk: str, reason: str, at: datetime) -> Directive:
    """Record the supervisor's judgement of a matter ("", "watch" or "high") with a sentence why.

    It stands beside the light, which dates alone compute, and changes neither date nor light.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "judge_risk", directive)
    directive.move("instruct")
    if risk not in Risk.values:
        raise Refusal("no_such_risk", _("没有这一级风险。"), fields={"risk": _("请选一级。")})
    words = reasons.given(reason, _("一句话：哪里有风险。")) if risk else reason.strip()
    directive.risk, directive.risk_reason = risk, words[:200]
    directive.risk_judged_by_id, directive.risk_judged_at = actor.in_name_of, at
    facts = {"risk": risk, "label": str(Risk(risk).label), "reason": directive.risk_reason}
    trail.keep(directive, "risk_judged", actor=actor, at=at, **facts)
    return directive
