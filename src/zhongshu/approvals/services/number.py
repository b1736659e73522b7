"""Where a paper is drafted, and its number."""

from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Forbidden, Refusal
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.platform.numbering import services as numbering


def unit_of(actor: Actor) -> Unit:
    """The unit in which ``actor`` drafts: that of his first post today."""
    drafter = actor.in_name_of
    if actor.admin_role or drafter is None:
        raise Forbidden("drafts_nothing", _("管理员账号不办理业务，不能发起审批。"))
    held = [one for one in org.appointments_of(drafter) if one.post.unit_id in actor.seat_unit_ids]
    if not held:
        raise Refusal("no_post", _("您现在没有任职，不能发起审批。"), hint=_("请联系机构人员管理员。"))
    primary = sorted(held, key=lambda one: (one.ends_on is not None, not one.is_primary))
    return org.unit(primary[0].post.unit_id)


def next_number(organ: Unit, *, actor: Actor, at: datetime) -> str:
    """The next number of an organ's papers; its series is made at its first use. Part of a use case."""
    prefix = organ.number_prefix or organ.short_name
    code = f"approvals:{organ.pk}"
    numbering.open_series(code, title=f"{prefix}审批", pattern=f"{prefix}审〔{{year}}〕{{n}}号")
    return numbering.next_number(code, local_day(at).year, actor=actor, at=at).text
