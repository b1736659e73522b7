from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance import policies
from zhongshu.finance.models import OF_A_TRIP, ExpenseStandard, Measure
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.org.models import Grade
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.set_standard")
def set_standard(
    *,
    actor: Actor,
    organ_id: int,
    measure: str,
    most: Decimal,
    paper: str,
    valid_from: date,
    grade: str = "",
    place: str = "",
    at: datetime,
) -> ExpenseStandard:
    """Set what an expense comes to at most from a day on, by a paper (F-09, F-10).

    ``most`` in yuan, or people for a class of meetings; ``grade`` (of Grade) and ``place`` narrow what a trip may
    cost. Nothing is changed in place: claims are measured by the standard of each day they are for.
    """
    policies.may_set_standards(actor, organ_id).require()
    kind, place = Measure(measure), place.strip()
    _refuse_faults(kind, most, paper, grade, place)
    known = {"organ_id": organ_id, "measure": kind, "grade": grade, "place": place, "valid_from": valid_from}
    if ExpenseStandard.objects.filter(**known).exists():
        raise Conflict("standard_exists", _("这一天已经有一个标准。"), hint=_("请另选启用日期。"))
    made = ExpenseStandard.objects.create(
        **known, most=most, paper=paper.strip(), set_by_id=actor.person_id, set_at=at
    )
    told = {
        "measure": measure, "most": f"{most:.2f}", "grade": grade, "place": place, "paper": made.paper,
        "since": valid_from,
    }  # fmt: skip
    stream = f"organ-money:{organ_id}"
    journal.record(stream=stream, verb="finance.standard_set", actor=actor, at=at, data=told)
    return made


def _refuse_faults(kind: Measure, most: Decimal, paper: str, grade: str, place: str) -> None:
    faults: dict[str, object] = {}
    if not paper.strip():
        faults["paper"] = _("请写明文件名和文号。")
    if most <= 0:
        faults["most"] = _("标准应大于零。")
    if grade and grade not in Grade:
        faults["grade"] = _("请重新选择。")
    if kind not in OF_A_TRIP and (grade or place):
        faults["measure"] = _("会议标准不分职级和地点。")
    elif kind not in OF_A_TRIP and most != int(most):
        faults["most"] = _("人数应是整数。")
    if faults:
        raise Refusal("standard_has_faults", _("标准还有要改的地方。"), fields=faults, rule="F-09")
