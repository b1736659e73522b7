"""An inspection as it is planned by a program."""

from datetime import date

from ninja import Field

from zhongshu.api.schemas.sent import Sent
from zhongshu.inspections.models import Kind


class PlanSent(Sent):
    """What an inspection is to be (督查方案, rule D-04); a department names its ``designation_id``."""

    desk_id: int
    kind: Kind
    title: str = Field(max_length=200)
    content: str = Field(max_length=4000)
    scope: str = Field(max_length=300)
    basis: str = Field(max_length=200)
    unit_ids: list[int]
    approver_id: int
    leader_id: int
    member_ids: list[int] = Field(max_length=60)
    starts_on: date
    ends_on: date
    occasion: str = Field("", max_length=300)
    designation_id: int | None = None
    instead_ids: list[int] = []
