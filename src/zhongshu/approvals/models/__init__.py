from zhongshu.approvals.models.approval import FILED, KIND, Approval, Status
from zhongshu.approvals.models.hand import Hand
from zhongshu.approvals.models.leg import LIVE, Leg, LegState
from zhongshu.approvals.models.route import Route, RouteVersion
from zhongshu.approvals.models.seat import SEATED, Seat, SeatKind, SeatState

__all__ = [
    "FILED",
    "KIND",
    "LIVE",
    "SEATED",
    "Approval",
    "Hand",
    "Leg",
    "LegState",
    "Route",
    "RouteVersion",
    "Seat",
    "SeatKind",
    "SeatState",
    "Status",
]
