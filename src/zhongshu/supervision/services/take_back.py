from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict
from zhongshu.platform.notify import services as notify
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.undo_instruction import instruction_undone
from zhongshu.supervision.services.undo_opening import opening_undone
from zhongshu.supervision.services.undo_slip import slip_undone

Deed = Literal["reminder", "opening", "slip", "instruction"]
Undo = Callable[[Directive, Actor, datetime, datetime], None]


@use_case("supervision.take_back")
def take_back(
    *, actor: Actor, deed: Deed, directive_ids: Sequence[int], done_at: datetime, at: datetime
) -> list[Directive]:
    """Undo what was done at ``done_at`` while its notices have not left: nobody has been told.

    A reminder is uncounted; an opening ends the matter again, whose number stays with it, and gives the
    text it came from back to its desk; a slip is as it was before it was issued; an instruction lies before
    nobody any more, and what it had registered ends. All stand in the trail. All of them or none: Conflict once
    the notices of one have left.
    """
    return [_one(actor, deed, directive_id, done_at, at) for directive_id in sorted(set(directive_ids))]


def _one(actor: Actor, deed: Deed, directive_id: int, done_at: datetime, at: datetime) -> Directive:
    directive = queries.for_update(actor, directive_id)
    policies.require_one(actor, VERBS[deed], directive)
    if deed == "opening" and directive.matter.opened_at != done_at:
        raise Conflict("not_opened_then", _("这件不是刚才立的，不能这样撤回。"))
    if not notify.recall(subject=directive.matter.stream, told_at=done_at, at=at):
        raise Conflict(
            "already_out", _("通知已经送达，撤不回来了。"), hint=_("请与承办单位说明，或办理终止。")
        )
    UNDO[deed](directive, actor, done_at, at)
    return directive


def _reminder_undone(directive: Directive, actor: Actor, done_at: datetime, at: datetime) -> None:
    directive.reminders -= 1
    trail.keep(directive, "reminder_taken_back", actor=actor, at=at)


VERBS: dict[Deed, tuple[str, ...]] = {
    "reminder": ("remind",),
    "opening": ("remind",),
    "slip": ("issue_slip",),
    "instruction": ("instruct",),
}
UNDO: dict[Deed, Undo] = {
    "reminder": _reminder_undone,
    "opening": opening_undone,
    "slip": slip_undone,
    "instruction": instruction_undone,
}
