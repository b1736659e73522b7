"""What a late matter brings upon itself: the slips, rung by rung (D-23), and who approves (D-10)."""

from collections.abc import Collection
from dataclasses import dataclass

from django.conf import settings

from zhongshu.supervision.models import SlipWeight


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of the ladder: after so many working days past the date, this slip, to these."""

    after: int
    weight: SlipWeight
    to: str


def D_23_ladder() -> list[Step]:
    """The rungs from the lightest to the weightiest. conv., a setting."""
    rungs = (
        Step(int(one["after_working_days"]), SlipWeight[str(one["slip"]).upper()], str(one["to"]))
        for one in settings.RULES["D-23.ladder"]
    )
    return sorted(rungs, key=lambda step: step.weight)


def D_23_next_step(*, late: int, raised: Collection[int]) -> Step | None:
    """The lightest rung that ``late`` working days reach and that is heavier than all slips raised. conv."""
    heaviest = max(raised, default=0)
    reached = (step for step in D_23_ladder() if step.weight > heaviest and late >= step.after)
    return next(reached, None)


def D_23_goes_by_itself(weight: int) -> bool:
    """Whether a slip needs nobody's press: those lighter than a 督办函. {D}"""
    return weight < SlipWeight.SUPERVISING


def D_10_needs_approver(weight: int) -> bool:
    """Criticism (通报) is approved by the head before it takes effect. {V}"""
    return weight >= SlipWeight.CIRCULAR
