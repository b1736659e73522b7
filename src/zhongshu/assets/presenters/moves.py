"""Hand-overs and disposals made ready: rows of their list, the page of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.assets import deeds, policies
from zhongshu.assets.models import Move, Turn
from zhongshu.assets.presenters.ledger import Row, rows
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.telling import events
from zhongshu.ui import parts

SHAPES = {Turn.SIGNING: "todo", Turn.DECIDING: "review", Turn.DONE: "done", Turn.REFUSED: "hold"}


@dataclass(frozen=True, slots=True)
class Slip:
    """One hand-over or disposal."""

    url: str
    title: str
    sub: str
    state: str
    word: str
    people: str


def slips(found: Iterable[Move]) -> list[Slip]:
    """As rows of their list."""
    return [
        Slip(
            url=reverse("assets:move", args=[one.pk]),
            title=one.matter.title,
            sub=f"{one.matter.number} · {one.reason}",
            state=SHAPES[one.turn],
            word=str(one.turn.label),
            people=" → ".join(str(person) for person in (one.giver, one.keeper or one.approver) if person),
        )
        for one in found
    ]


class MovePage:
    """One of them as ``actor`` sees it at ``at``."""

    def __init__(self, actor: Actor, one: Move, at: datetime) -> None:
        self.actor, self.one, self.matter, self.today = actor, one, one.matter, local_day(at)
        self.status, self.word = SHAPES[one.turn], one.turn.label

    @cached_property
    def offered(self) -> list[deeds.Deed]:
        """What can be done now."""
        return deeds.offered(policies.moves_offered(self.actor, self.one))

    @cached_property
    def cards(self) -> list[Row]:
        """The assets on it."""
        return rows(self.one.assets.select_related("unit", "keeper").order_by("pk"))

    @property
    def facts(self) -> list[tuple[str, object]]:
        """From whom to whom, or who approves it; what it comes to."""
        one = self.one
        pairs: list[tuple[str, object]] = [
            (_("方式"), one.get_way_display()),
            (_("移交人") if one.is_hand_over else _("保管人"), self._signed(one.giver, one.giver_signed_at)),
            (_("接收人"), self._signed(one.keeper, one.keeper_signed_at) if one.keeper else ""),
            (_("使用单位"), one.unit or ""),
            (_("存放地点"), one.place),
            (_("批准"), one.approver or ""),
            (_("会议决定"), one.decision or ""),
            (_("价值"), _("%(value)s 元") % {"value": f"{one.value:,.2f}"}),
        ]
        return [pair for pair in pairs if pair[1]]

    def _signed(self, person: object, at: datetime | None) -> str:
        return f"{person} {_('已签字') if at else _('未签字')}" if self.one.is_hand_over else str(person)

    @cached_property
    def entries(self) -> list[parts.Event]:
        """What happened, newest first."""
        return events(journal.timeline(self.matter.stream), self.today)
