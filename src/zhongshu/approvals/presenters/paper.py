"""A paper made ready for its page: strip, fields, holders, opinions, buttons, timeline."""

from datetime import datetime
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.approvals import knowing, policies, queries
from zhongshu.approvals.deeds import DEEDS, Deed
from zhongshu.approvals.models import Approval, SeatKind, Status
from zhongshu.approvals.papers import values
from zhongshu.approvals.presenters import summary
from zhongshu.approvals.presenters.opinions import Line, opinions
from zhongshu.approvals.presenters.steps import steps
from zhongshu.approvals.presenters.timeline import events
from zhongshu.approvals.wording import DRAFTING, state_words
from zhongshu.archive import queries as archive
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.verdicts import YES, Verdict
from zhongshu.matters import queries as matters
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.sentences import wording
from zhongshu.ui import parts
from zhongshu.ui.wording import Due, file_size, short_moment

SHAPES = {
    Status.RUNNING.value: "doing",
    Status.SUSPENDED.value: "hold",
    Status.APPROVED.value: "done",
    Status.REFUSED.value: "late",
    Status.VOID.value: "none",
    DRAFTING: "todo",
}
SHOWN_FIRST = 4

Doors = list[tuple[str, str]]
"""Words and addresses of buttons."""


class PaperPage:
    """One paper as ``actor`` sees it at ``at``. Each part is read once, when the template asks."""

    def __init__(self, actor: Actor, approval: Approval, at: datetime) -> None:
        self.actor, self.approval, self.matter = actor, approval, approval.matter
        self.at, self.today = at, local_day(at)
        self.walk = queries.walk_of(approval, self.today)
        self.state, self.word = SHAPES[self.matter.state], state_words(self.matter.state)

    @cached_property
    def offered(self) -> list[str]:
        return policies.offered(self.actor, self.walk)

    @property
    def agreeing(self) -> str:
        """By which verb the reader agrees, where he is asked."""
        return policies.agreeing(self.actor, self.walk)

    @property
    def doors(self) -> Doors:
        """Forms of their own that stand before the verbs, the one to press first at the head; none: the first verb is."""
        return self._doors_to("approvals:form") if self.may_amend else []

    @property
    def may_amend(self) -> bool:
        """Whether it lies on its drafter's desk."""
        return "hand_in" in self.offered

    def _doors_to(self, amending: str) -> Doors:
        return [(_("修改并提交"), reverse(amending, args=[self.matter.pk]))]

    @cached_property
    def buttons(self) -> list[Deed]:
        """What can be done now, the most pressing first; for who may not agree that is to hand it on."""
        found = [one for one in DEEDS if one.offer in self.offered]
        return sorted(found, key=lambda one: one.offer != "reassign") if self.hindrance is not None else found

    @cached_property
    def hindrance(self) -> Verdict | None:
        """Why the reader may not agree where he is asked; None where he may, or is not asked."""
        found = YES if "agree" in self.offered else policies.hindrance(self.actor, self.walk)
        return found if found.code else None

    @property
    def primary(self) -> list[Deed]:
        """The deeds that stand on the page; none of what is over, of which nothing needs doing."""
        return self.buttons[:SHOWN_FIRST] if self.matter.is_open else []

    @property
    def further(self) -> list[Deed]:
        """The deeds behind the menu."""
        return self.buttons[len(self.primary) :]

    @cached_property
    def question(self) -> str:
        """What the reader is asked for his opinion on, by whoever asked him; "" where he decides himself."""
        seat = policies.seat_for(self.actor, self.walk)
        if seat is None or seat.kind != SeatKind.ADVICE:
            return ""
        asked = journal.told(self.matter.stream, "approvals.delegated")
        last = next(
            (one for one in reversed(asked) if seat.added_by_id in (one.actor_id, one.acting_for_id)), None
        )
        asked_by = seat.added_by.name if seat.added_by else ""
        return f"{asked_by}{wording(last.verb).sentence(last.facts)}" if last else ""

    @cached_property
    def steps(self) -> list[parts.Step]:
        return steps(self.walk, self.today)

    @cached_property
    def hidden(self) -> frozenset[str]:
        return knowing.hidden_from(self.actor, self.walk)

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The form, without what this reader may not see."""
        readable = [one for one in self.walk.flow.route.fields if one.code not in self.hidden]
        return values.shown(readable, self.approval.values)

    @property
    def unseen(self) -> int:
        """How many fields are not shown to this reader."""
        return sum(bool(self.approval.values.get(code)) for code in self.hidden)

    @cached_property
    def opinions(self) -> list[Line]:
        return opinions(self.walk, self.today)

    @cached_property
    def due(self) -> Due:
        return summary.due(self.approval, self.today)

    @cached_property
    def holders(self) -> str:
        """Who has it now."""
        return summary.holders(self.walk)

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Who handed it in, along which route, who has it, where it is filed."""
        return [*summary.facts(self.approval, self.holders, self.today), *self.filed]

    @property
    def filed(self) -> list[tuple[str, str]]:
        """Its archival code, once it is in the archive."""
        if not self.matter.archived_at:
            return []
        return [(_("档号"), archive.get(self.actor, self.matter.pk).code)]

    @cached_property
    def readers(self) -> list[tuple[str, str]]:
        """Who was sent a copy, and when each has read it."""
        return [
            (one.holder_person.name, short_moment(one.done_at, self.today) if one.done_at else "")
            for one in queries.readers(self.approval)
            if one.holder_person
        ]

    @cached_property
    def files(self) -> list[parts.File]:
        return [
            parts.File(
                one.file.name,
                reverse("approvals:file", args=[self.matter.pk, one.pk]),
                file_size(one.file.blob.size),
            )
            for one in matters.attachments(self.matter)
        ]

    @cached_property
    def timeline(self) -> list[parts.Event]:
        return events(journal.timeline(self.matter.stream), self.walk, self.hidden, self.today)
