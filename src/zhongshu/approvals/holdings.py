"""What approvals tell the organisation: what people hold in papers, and who may not stand in for whom."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import queries, rules
from zhongshu.approvals.services.hand_over import hand_over, held_by_person, held_by_unit
from zhongshu.kernel.verdicts import YES, Verdict
from zhongshu.org import queries as org
from zhongshu.org import registry


def may_stand_in(absent_ids: Collection[int], deputy_id: int, day: date) -> Verdict:
    """Whether the deputy's powers along every route in force go with those of all whom he stands in for (F-01, on grant)."""
    for route in queries.routes().filter(current__isnull=False, withdrawn_at__isnull=True):
        powers = queries.powers_along(route, day)
        own = powers.get(deputy_id, set())
        taken = set[str]().union(*(powers.get(one, ()) for one in absent_ids))
        if not taken:
            continue
        verdict = rules.F_01_stand_in(own, taken, org.person(deputy_id).name, route.title)
        if not verdict:
            return verdict
    return YES


registry.register(
    "approvals", _("在办审批"), of_person=held_by_person, of_unit=held_by_unit, hand_over=hand_over
)
registry.object_to_stand_ins("approvals", may_stand_in)
