from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters import services as matters
from zhongshu.matters.models import Light, Outcome
from zhongshu.platform.notify import services as notify
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries
from zhongshu.supervision.models import Decision, Directive, Finding
from zhongshu.supervision.services import rounds, trail

Deed = Literal["reminder", "opening"]


@use_case("supervision.take_back")
def take_back(
    *, actor: Actor, deed: Deed, directive_ids: Sequence[int], done_at: datetime, at: datetime
) -> list[Directive]:
    """Undo what was done at ``done_at`` while its notices have not left: nobody has been told.

    A reminder is uncounted; an opening ends the matter again, whose number stays with it, and gives the
    text it came from back to its desk. Both stand in the trail. All of them or none: Conflict once the
    notices of one have left.
    """
    return [_one(actor, deed, directive_id, done_at, at) for directive_id in sorted(set(directive_ids))]


def _one(actor: Actor, deed: Deed, directive_id: int, done_at: datetime, at: datetime) -> Directive:
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "remind", directive)
    if deed == "opening" and directive.matter.opened_at != done_at:
        raise Conflict("not_opened_then", _("这件不是刚才立的，不能这样撤回。"))
    if not notify.recall(subject=directive.matter.stream, told_at=done_at, at=at):
        raise Conflict(
            "already_out", _("通知已经送达，撤不回来了。"), hint=_("请与承办单位说明，或办理终止。")
        )
    if deed == "reminder":
        directive.reminders -= 1
        trail.keep(directive, "reminder_taken_back", actor=actor, at=at)
    else:
        _close_again(directive, actor, at)
    return directive


def _close_again(directive: Directive, actor: Actor, at: datetime) -> None:
    directive.move("terminate")
    directive.matter.closed_at, directive.matter.light = at, Light.GREY
    why = on_record("交办后随即撤回")
    matters.finish_all(directive.matter, actor=actor, at=at, outcome=Outcome.WITHDRAWN, opinion=why)
    rounds.end(directive, actor=actor, at=at)
    trail.keep(directive, "opening_taken_back", actor=actor, at=at)
    if directive.intake and directive.intake.confirmed_at:
        directive.intake.confirmed_at = None
        directive.intake.save(update_fields=["confirmed_at"])
        Finding.objects.filter(intake=directive.intake).update(
            decision=Decision.PENDING, directive=None, reason=""
        )
