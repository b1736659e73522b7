from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals import choices, policies, queries, registry
from zhongshu.approvals.models import Approval
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import Role
from zhongshu.org import queries as org
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("approvals.copy")
def copy(*, actor: Actor, matter_id: int, person_ids: Sequence[int], at: datetime) -> Approval:
    """Let colleagues read the paper (抄送), whoever the form offers; they decide nothing."""
    walk = queries.walk_for_update(actor, matter_id, at)
    approval = walk.approval
    if not policies.may_copy(actor, walk):
        raise Refusal("not_yours_to_copy", _("提交人和现在的办理人可以抄送。"))
    people = [org.person(person_id) for person_id in dict.fromkeys(person_ids)]
    if not people:
        raise Refusal("nobody_to_read", _("请选择抄送给谁。"), fields={"person_ids": _("请至少选一人。")})
    choices.require_colleagues(people, approval.matter.organ_id, walk.casting.today)
    url = registry.address(approval)
    for person in people:
        matters.assign(approval.matter, Role.READ, person_id=person.pk, due=walk.casting.due(3), at=at)
        told = on_record("抄送给您：%(title)s") % {"title": approval.matter.title}
        matters.tell_person(approval.matter, person.pk, told, url=url, at=at)
    names = "、".join(person.name for person in people)
    journal.record(
        stream=approval.matter.stream, verb="approvals.copied", actor=actor, at=at, data={"names": names}
    )
    return approval
