from datetime import datetime

from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.matters import queries as matters
from zhongshu.matters import services as desks
from zhongshu.matters.models import Outcome
from zhongshu.platform.usecases.registry import use_case
from zhongshu.welfare import policies, queries, rules
from zhongshu.welfare.models import Case
from zhongshu.welfare.services import trail
from zhongshu.welfare.services.desks import take_off, tell_asker


@use_case("welfare.withdraw")
def withdraw(*, actor: Actor, matter_id: int, reason: str, at: datetime) -> Case:
    """Take a case back before it goes to the agency, with the reason; the undertaker says so of a duty of the office
    that this period has none of.
    """
    case = queries.case_for_update(actor, matter_id)
    policies.require(actor, "withdraw", case)
    words = reasons.given(rules.masked(reason), rule="F-15")
    held = {one.holder_person_id for one in matters.open_assignments(case.pk)} - {None} - actor.seats
    case.move("withdraw")
    case.reason = words[:300]
    take_off(case, actor=actor, at=at, outcome=Outcome.WITHDRAWN)
    told = on_record("已撤回：%(title)s。%(reason)s") % {"title": case.matter.title, "reason": words}
    for person_id in held - {case.person_id, case.matter.drafter_id}:
        desks.tell_person(case.matter, person_id or 0, told, url=trail.address(case), at=at)
    tell_asker(case, told, actor=actor, at=at)
    trail.keep(case, "withdrawn", actor=actor, at=at, reason=words)
    return case
