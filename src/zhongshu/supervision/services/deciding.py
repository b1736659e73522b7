"""What is asked for lies with who approves, until it is decided: part of asking and of deciding."""

from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.worktime import compute
from zhongshu.matters import services as matters
from zhongshu.matters.models import Outcome, Role
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import queries, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.presence import if_there
from zhongshu.supervision.services.settle import REQUESTS


def lay_before(directive: Directive, told: str, *, at: datetime) -> None:
    """Onto the approver's desk; where he is not there, onto that of all who approve."""
    decide_by = compute(local_day(at), rules.close_out_limit(), workdays.calendar()).due
    matter, approver = directive.matter, if_there(directive.approver_id, due=decide_by, at=at)
    matters.assign(matter, Role.APPROVE, unit_id=matter.unit_id, person_id=approver, due=decide_by, at=at)
    if approver:
        matters.tell_person(matter, approver, told, url=trail.address(directive), at=at)
    else:
        matters.tell_unit(matter, matter.unit_id, told, url=trail.address(directive), at=at)


def taken_off(directive: Directive, *, approve: bool, opinion: str, actor: Actor, at: datetime) -> None:
    """Off the desk once it is decided, and kept; what else is asked for and undecided lies there still."""
    matter, outcome = directive.matter, Outcome.DONE if approve else Outcome.RETURNED
    held = matters.finish_all(
        matter, actor=actor, at=at, roles=(Role.APPROVE,), outcome=outcome, opinion=opinion
    )
    if held and queries.hanging_on([directive.pk], REQUESTS):
        unit_id, person_id = held[-1].holder_unit_id, held[-1].holder_person_id
        matters.assign(matter, Role.APPROVE, unit_id=unit_id, person_id=person_id, due=held[-1].due, at=at)
