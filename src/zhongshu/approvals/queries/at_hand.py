"""A paper about which somebody wants to do something; read when it is first asked for."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property

from zhongshu.approvals import grammar, policies
from zhongshu.approvals.models import Approval, Seat
from zhongshu.approvals.queries.papers import get, walk_of
from zhongshu.approvals.walking import Walk
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day


class AtHand:
    """The paper ``matter_id`` before ``actor``, who wants to do what ``policies.offered`` calls ``verb``."""

    def __init__(self, actor: Actor, matter_id: int, verb: str, at: datetime) -> None:
        self.actor, self.matter_id, self.verb, self.at = actor, matter_id, verb, at

    @property
    def today(self) -> date:
        return local_day(self.at)

    @cached_property
    def approval(self) -> Approval:
        """The paper; NotFound where ``actor`` may not know of it."""
        return get(self.actor, self.matter_id)

    @cached_property
    def walk(self) -> Walk:
        return walk_of(self.approval, self.today)

    @cached_property
    def seat(self) -> Seat | None:
        """Where ``actor`` is asked now."""
        return policies.seat_for(self.actor, self.walk)

    @property
    def fields(self) -> Sequence[grammar.Field]:
        """The fields of its form."""
        return self.walk.flow.route.fields

    def require_offered(self) -> None:
        """Refuse what is not to be done now."""
        policies.require_offered(self.actor, self.walk, self.verb)
