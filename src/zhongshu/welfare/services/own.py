from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import Group
from zhongshu.org import queries as org
from zhongshu.welfare.models import Case
from zhongshu.welfare.services.desks import lay_before, lay_before_undertakers


def lay_before_asker(case: Case, *, actor: Actor, at: datetime) -> None:
    """It lies before who asked; before the undertakers, who act for him, where he has left: it is nobody else's business."""
    assert case.person_id is not None
    if org.in_place_of(case.person_id) == case.person_id:
        lay_before(case, [case.person_id], actor=actor, at=at)
        return
    told = on_record("申请人已离任，请代为补办：%(title)s") % {"title": case.matter.title}
    lay_before_undertakers(case, told, actor=actor, at=at)


def give_back_own(from_id: int, to_id: int, actor: Actor, at: datetime) -> int:
    """What somebody who leaves asked for himself goes to the undertakers, not to who takes over his work (law 4)."""
    own = Case.objects.filter(person_id=from_id, matter__group=Group.OPEN).select_related("matter", "service")
    lies = own.filter(matter__assignments__holder_person=to_id, matter__assignments__done_at__isnull=True)
    for case in list(lies.distinct()):
        told = on_record("申请人工作已移交，请代为补办：%(title)s") % {"title": case.matter.title}
        lay_before_undertakers(case, told, actor=actor, at=at)
        matters.draw_in(case.pk, origin="handed_over", given_at=at)
    return 0
