"""What the pages of claims, contracts and projects have in common beside their papers."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.approvals.presenters.paper import Doors, PaperPage
from zhongshu.finance import policies, queries
from zhongshu.finance.models import Outlay
from zhongshu.finance.presenters.supervised import Seen, seen_through, sheet_address
from zhongshu.finance.queries import Sight


class OutlayPage(PaperPage):
    """The paper with the money it is about."""

    outlay: Outlay

    @cached_property
    def seen(self) -> Sight:
        """What of the money the reader is told."""
        return Sight(self.hidden)

    @cached_property
    def limit_reached(self) -> bool:
        return bool(queries.limit_of(self.outlay))

    @property
    def is_large(self) -> bool:
        """Whether it is large, or was decided by a meeting, and the reader is told so."""
        return self.seen.of_size and (self.outlay.decision_id is not None or self.limit_reached)

    @cached_property
    def needs_decision(self) -> bool:
        """Whether it is large and no meeting has been named yet (M-15)."""
        undecided = self.matter.is_open and self.outlay.decision_id is None
        return self.seen.of_size and undecided and self.limit_reached

    @property
    def may_link(self) -> bool:
        recorder = policies.may_record_decision(self.actor, self.matter.organ_id)
        return self.needs_decision and bool(recorder) and not policies.is_involved(self.actor, self.outlay)

    @cached_property
    def links_first(self) -> bool:
        """Whether the reader is asked, and it is for him to link the decision without which he cannot agree."""
        return self.may_link and self.hindrance is not None and self.hindrance.code == "needs_a_decision"

    @property
    def linking(self) -> Doors:
        """The door to the decision, where that is what to do first."""
        url = reverse("finance:link-decision", args=[self.matter.pk])
        return [(_("关联会议决定"), url)] if self.links_first else []

    @property
    def supervised(self) -> list[Seen]:
        """The supervised matters that see it through."""
        found = queries.supervised(self.actor, [self.outlay.pk])
        return seen_through(found.get(self.outlay.pk, ()), self.today)

    @property
    def may_supervise(self) -> bool:
        return bool(policies.may_put_under_supervision(self.actor, self.outlay))

    @property
    def supervision_sheet(self) -> str:
        """Where it is docketed as a supervised matter."""
        return sheet_address(self.outlay)
