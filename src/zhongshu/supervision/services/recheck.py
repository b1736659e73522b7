from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import in_office_language
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import Outcome, Role
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries
from zhongshu.supervision.models import Directive, Soundness
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.again import succeeded


@use_case("supervision.recheck")
def recheck(*, actor: Actor, directive_id: int, outcome: str, note: str, at: datetime) -> Directive:
    """Write what the re-check of a closed matter found: sound, or not sound, with what was seen.

    The closed file stays as it was deposited. Where it is not sound the work is taken up again as a
    new matter that arises from it, registered for the supervisors to docket; it is returned then.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "recheck", directive)
    directive.move("recheck")
    drawn = queries.open_recheck(directive)
    if drawn is None:
        raise Conflict("not_drawn", _("这件事没有待办的复查。"), hint=_("请刷新页面，看看是否已经复查过。"))
    if outcome not in Soundness.values:
        raise Refusal("no_outcome", _("请选择属实或不实。"), fields={"outcome": _("请选一项。")})
    if not note.strip():
        raise Refusal("no_note", _("请写明复查情况。"), fields={"note": _("请写看了什么、结果如何。")})
    drawn.outcome, drawn.note, drawn.done_by_id, drawn.done_at = outcome, note.strip(), actor.person_id, at
    ended = Outcome.DONE if outcome == Soundness.SOUND else Outcome.RETURNED
    matters.finish_all(
        directive.matter, actor=actor, at=at, roles=(Role.VERIFY,), outcome=ended, opinion=drawn.note
    )
    with in_office_language():
        label = str(Soundness(outcome).label)
    trail.keep(directive, "rechecked", actor=actor, at=at, outcome=label, note=drawn.note)
    again = None if outcome == Soundness.SOUND else succeeded(directive, drawn.note, actor=actor, at=at)
    drawn.follow_up = again.matter if again else None
    drawn.save()
    return again or directive
