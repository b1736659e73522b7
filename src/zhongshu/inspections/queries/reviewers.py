from datetime import date

from zhongshu.inspections import policies, rules
from zhongshu.inspections.models import Conclusion
from zhongshu.inspections.queries.teams import working_in
from zhongshu.org import queries as org
from zhongshu.org.models import Duty


def reviewers(conclusion: Conclusion, day: date, until: date) -> list[int]:
    """Who may decide on a review: approvers and leaders of the organ without a part in the conclusion.

    Nobody is named who is on leave on ``day`` or on the last day of the term, ``until``.
    """
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
    able = [one for one in free if one not in inspected]
    away = org.leaves_in_the_way(able, day, until)
    return [one for one in able if one not in away]
