"""Every night: the rounds of matters in hand are moved on to the new day."""

from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import rounds, trail


@use_case("supervision.turn_rounds")
def turn_rounds(*, actor: Actor, directive_id: int, at: datetime) -> Directive:
    """Move the rounds of one matter on to today: missed, laid before its holder, reminded of, planned.

    Conflict where there is nothing to move, as after a second run on the same day.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "remind", directive)
    directive.move("remind")
    if not rounds.turn(directive, at=at):
        raise Conflict("rounds_stand_as_they_should", _("回告期今天没有变化。"), rule="D-24")
    ahead = queries.pending_rounds(directive)
    trail.keep(directive, "rounds_turned", actor=actor, at=at, due=ahead[-1].due if ahead else None)
    return directive


def turn_all(*, actor: Actor, at: datetime) -> int:
    """Move on the rounds of all matters that need it today; how many. Begun again, it goes on where it stopped.

    Each matter is its own use case: what somebody has meanwhile reported on is passed over.
    """
    turned = 0
    for directive_id in queries.to_turn(local_day(at), workdays.calendar()):
        try:
            turn_rounds(actor=actor, directive_id=directive_id, at=at)
            turned += 1
        except Conflict:
            continue
    return turned
