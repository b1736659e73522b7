from datetime import date

from zhongshu.inspections import policies, rules
from zhongshu.inspections.models import Conclusion
from zhongshu.inspections.queries.teams import working_in
from zhongshu.org import queries as org
from zhongshu.org.models import Duty


def reviewers(conclusion: Conclusion, day: date) -> list[int]:
    """Who may decide on a review on ``day``: approvers and leaders of the organ without a part in the conclusion."""
    organ_id, theirs, kin = conclusion.matter.organ_id, policies.took_part(conclusion), org.kin()
    able = [
        one.pk
        for duty in (Duty.APPROVE_SUPERVISION, Duty.LEAD_ORGAN)
        for one in org.holders_of(duty, organ_id, day)
    ]
    free = [
        one for one in dict.fromkeys(able) if rules.D_08_by_others(seats=[one], took_part=theirs, kin=kin)
    ]
    inspected = working_in(free, [conclusion.unit], day)
    return [one for one in free if one not in inspected]
