from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import services as matters
from zhongshu.platform.notify.models import Weight
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries
from zhongshu.supervision.models import Blocker, Directive
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.blocked import blocked


@use_case("supervision.note_wait")
def note_wait(*, actor: Actor, directive_id: int, blocker: str, reason: str, at: datetime) -> Directive:
    """The supervisors write down what a matter waits for, as they found out, with a sentence how.

    It stands until the unit itself reports otherwise; "" says that it goes on. Who carries it out is told. It
    carries nothing on: what nobody moves is still found by its rest.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "note_wait", directive)
    directive.move("remind")
    if blocker not in Blocker.values:
        raise Refusal("no_such_blocker", _("没有这一项。"), fields={"blocker": _("请选一项。")})
    words = reasons.given(reason, _("一句话：怎么了解到的，等什么。")) if blocker else reason.strip()
    blocked(directive, blocker, at=at)
    directive.blocker_note = words[:200] if blocker else ""
    directive.blocker_noted_by_id = actor.in_name_of if blocker else None
    label = str(Blocker(blocker).label)
    trail.keep(directive, "wait_noted", actor=actor, at=at, label=label, reason=words[:200])
    matter = directive.matter
    if matter.lead_unit_id is not None:
        told = on_record("督查部门注明“%(title)s”%(label)s。%(reason)s")
        facts = {"title": matter.title, "label": label, "reason": reason.strip()[:200]}
        url = trail.address(directive)
        matters.tell_unit(matter, matter.lead_unit_id, told % facts, url=url, at=at, weight=Weight.WATCH)
    return directive
