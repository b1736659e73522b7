from datetime import date

from django.utils.translation import gettext as _

from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.supervision import choices
from zhongshu.supervision.services import HolderAway, Offer

OFFERED = 3


def approver_there(approver_id: int, organ: Unit, *, today: date, due: date) -> None:
    """Refuse to ask somebody on leave for approval; others who approve there are offered."""
    leaves = list(org.leaves_in_the_way([approver_id], today, due).values())
    if not leaves:
        return
    able = [(pk, name) for pk, name in choices.approvers(organ, today) if pk != approver_id]
    gone = org.leaves_in_the_way([pk for pk, _name in able], today, due)
    offers = [
        Offer("approver_id", str(pk), _("请%(name)s批准") % {"name": name})
        for pk, name in able
        if pk not in gone
    ]
    raise HolderAway(organ, leaves, offers[:OFFERED], "approver_id")
