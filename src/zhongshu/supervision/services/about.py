from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters import queries as known
from zhongshu.matters import services as matters
from zhongshu.matters.models import Link, LinkKind, Matter
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import trail


@use_case("supervision.link_about")
def link_about(*, actor: Actor, directive_id: int, about_id: int, at: datetime) -> Directive:
    """Say that an open supervised matter sees through what another paper is about: a contract, a project, a payment."""
    directive = queries.for_update(actor, directive_id)
    policies.may_supervise(actor, directive.matter.organ_id).require()
    if not directive.matter.is_open:
        raise Conflict("supervision_has_ended", _("这件督办事项已经办结，请选在办的，或者另立一件。"))
    about = known.get(actor, about_id)
    if _tied(directive, about):
        raise Conflict("supervised_already", _("这件督办事项已经关联过了。"), hint=_("请另选一件。"))
    tie(directive, about, actor=actor, at=at)
    return directive


def tie(directive: Directive, about: Matter, *, actor: Actor, at: datetime) -> None:
    """Link the two, once, and tell it in the record of both. Part of a use case."""
    if _tied(directive, about):
        return
    matters.link(directive.matter, LinkKind.RELATES_TO, about, at=at)
    trail.record(directive, "tied", actor=actor, at=at, number=about.number)
    told = {"number": directive.matter.number}
    journal.record(stream=about.stream, verb="supervision.taken_under", actor=actor, at=at, data=told)


def _tied(directive: Directive, about: Matter) -> bool:
    both = {"source": directive.matter, "target": about, "kind": LinkKind.RELATES_TO}
    return Link.objects.filter(**both).exists()
