"""A case made ready for its page: strip, papers, what the agency said, timeline."""

from datetime import date, datetime
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters import queries as matters
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.telling import events
from zhongshu.ui import parts
from zhongshu.ui.wording import Due, file_size, short_date
from zhongshu.welfare import deeds, policies
from zhongshu.welfare.models import Case, State
from zhongshu.welfare.presenters.listing import SHAPES, due_of

STRIP = {State.ASKED: 1, State.RETURNED: 1, State.SUBMITTED: 2, State.ANSWERED: 3, State.DONE: 4}
DUES = {
    State.ASKED: gettext_lazy("报送时限"),
    State.RETURNED: gettext_lazy("报送时限"),
    State.SUBMITTED: gettext_lazy("机构答复时限"),
    State.ANSWERED: gettext_lazy("回告时限"),
}


class CasePage:
    """One case as ``actor`` sees it at ``at``."""

    def __init__(self, actor: Actor, one: Case, at: datetime) -> None:
        self.actor, self.one, self.matter, self.today = actor, one, one.matter, local_day(at)
        self.status, self.word = SHAPES[one.state], one.state.label
        self.due_title = DUES.get(one.state, "")

    @cached_property
    def offered(self) -> list[deeds.Deed]:
        """What can be done now, the most pressing first."""
        return deeds.offered(policies.offered(self.actor, self.one))

    @property
    def due(self) -> Due:
        return due_of(self.one, self.today)

    @property
    def steps(self) -> list[parts.Step]:
        """申请, 报送, 答复, 回告."""
        at = STRIP.get(self.one.state, 0)
        one = self.one
        told = [
            (_("定期生成") if one.period else _("申请"), self._day(one.asked_on)),
            (_("报送经办机构"), self._day(one.submitted_on)),
            (_("机构答复"), self._day(one.answered_on)),
        ]
        if not one.period:
            told.append((_("回告本人"), ""))
        return [
            parts.Step(title, note, "done" if place < at else "now" if place == at else "ahead")
            for place, (title, note) in enumerate(told)
        ]

    def _day(self, day: date | None) -> str:
        return short_date(day, self.today) if day else ""

    @property
    def facts(self) -> list[tuple[str, str]]:
        """For whom, what, where."""
        one = self.one
        pairs = [
            (_("职工"), one.person.name if one.person else _("单位定期事项")),
            (_("类别"), one.service.branch),
            (_("经办机构"), one.service.agency),
            (_("从哪天起"), f"{one.since:%Y-%m-%d}" if one.since else ""),
            (_("经办科室"), self.matter.unit.short_name),
            (_("申请人"), self.matter.drafter.name if self.matter.drafter else ""),
            (_("受理号"), one.receipt),
        ]
        return [pair for pair in pairs if pair[1]]

    @property
    def times(self) -> list[tuple[str, str]]:
        """The window and the date that follows from it."""
        one = self.one
        pairs = [(_("受理期"), f"{one.opens_on:%Y-%m-%d} — {one.closes_on:%Y-%m-%d}")]
        if self.matter.is_open and self.matter.current_due:
            pairs.append((str(self.due_title), f"{self.matter.current_due:%Y-%m-%d}"))
        return pairs

    @property
    def papers(self) -> list[tuple[str, bool]]:
        """The papers it needs, and whether each is there."""
        return [(paper, paper in self.one.handed) for paper in self.one.service.papers]

    @cached_property
    def files(self) -> list[parts.File]:
        """All its files, in the order in which they came."""
        return [
            parts.File(
                one.file.name,
                reverse("welfare:file", args=[self.matter.pk, one.pk]),
                file_size(one.file.blob.size),
            )
            for one in matters.attachments(self.matter)
        ]

    @cached_property
    def entries(self) -> list[parts.Event]:
        return events(journal.timeline(self.matter.stream), self.today)
