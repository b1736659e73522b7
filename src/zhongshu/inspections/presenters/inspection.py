"""An inspection made ready for its page: strip, team, steps, findings, conclusions, timeline."""

from datetime import date, datetime
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.inspections import deeds, policies, queries
from zhongshu.inspections.models import Conclusion, Finding, Inspection, Member, Settled, State, Step
from zhongshu.inspections.presenters.listing import SHAPES, STANDINGS
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Attachment, AttachmentRole
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.telling import events
from zhongshu.platform.workdays import queries as workdays
from zhongshu.ui import parts
from zhongshu.ui.wording import Due, due_words, file_size, short_date

STRIP = {State.PLANNED: 1, State.RUNNING: 2, State.CONCLUDED: 4}
SETTLED = {Settled.PENDING: "todo", Settled.FOLLOWED: "done", Settled.NO_FOLLOW_UP: "none"}


class InspectionPage:
    """One inspection as ``actor`` sees it at ``at``. Each part is read once, when the template asks."""

    def __init__(self, actor: Actor, one: Inspection, at: datetime) -> None:
        self.actor, self.one, self.matter, self.today = actor, one, one.matter, local_day(at)
        self.status, self.word = SHAPES[one.state], one.state.label

    @cached_property
    def offered(self) -> list[deeds.Deed]:
        """What can be done now, the most pressing first; concluding only once nothing is open."""
        verbs = policies.offered(self.actor, self.one)
        if self.pending or not self.recorded:
            verbs = [verb for verb in verbs if verb != "feed_back"]
        if "reissue_report" in verbs and not queries.overturned(self.one):
            verbs.remove("reissue_report")
        return deeds.offered(verbs)

    @cached_property
    def recorded(self) -> list[Step]:
        """What the team did, in the order of days."""
        rows = self.one.steps.select_related("unit", "noted_by").prefetch_related("people", "files")
        return list(rows)

    @cached_property
    def findings(self) -> list[tuple[Finding, str, str]]:
        """Each with the shape of what became of it, and where it is settled or followed; "" where not by this reader."""
        rows = self.one.findings.select_related("unit", "step", "directive__matter")
        return [(one, SETTLED[Settled(one.settled)], self._leads_to(one)) for one in rows]

    @property
    def pending(self) -> int:
        """How many findings are open."""
        return sum(one.settled == Settled.PENDING for one, _shape, _url in self.findings)

    def _leads_to(self, one: Finding) -> str:
        if one.directive_id:
            return reverse("supervision:directive", args=[one.directive_id])
        may = self.one.can("follow") and policies.may_follow(self.actor, self.one)
        return reverse("inspections:finding", args=[one.pk]) if one.settled == Settled.PENDING and may else ""

    @cached_property
    def conclusions(self) -> list[tuple[Conclusion, str]]:
        """What each unit was told, with the shape of how it stands."""
        rows = self.one.conclusions.select_related("matter", "unit", "review")
        return [(one, STANDINGS[one.standing]) for one in rows]

    @cached_property
    def team(self) -> list[Member]:
        return queries.team(self.one)

    @property
    def due(self) -> Due:
        """How far its last day is."""
        if not self.matter.is_open:
            return Due("")
        left = workdays.calendar().count(self.today, self.one.ends_on)
        return due_words(self.one.ends_on, self.today, working_days=left if left > 0 else None)

    @cached_property
    def entries(self) -> list[parts.Event]:
        return events(journal.timeline(self.matter.stream), self.today)

    @property
    def steps(self) -> list[parts.Step]:
        """拟订, 批准, 督查, 反馈."""
        at = STRIP.get(self.one.state, 0)
        told = (
            (_("拟订方案"), self.matter.drafter.name if self.matter.drafter else ""),
            (_("批准"), self.one.approver.name),
            (_("督查"), self._term(self.one.starts_on, self.one.ends_on)),
            (_("反馈结论"), ""),
        )
        return [
            parts.Step(title, note, "done" if place < at else "now" if place == at else "ahead")
            for place, (title, note) in enumerate(told)
        ]

    def _term(self, first: date, last: date) -> str:
        return f"{short_date(first, self.today)}—{short_date(last, self.today)}"

    @property
    def people(self) -> list[tuple[str, str]]:
        """Who inspects whom."""
        members = "、".join(one.person.name for one in self.team if not one.leads)
        leader = next((one.person.name for one in self.team if one.leads), "")
        pairs = [
            (_("组长"), leader),
            (_("成员"), members),
            (_("督查对象"), "、".join(unit.short_name for unit in self.one.units.all())),
            (_("督查单位"), self.matter.unit.short_name),
            (_("批准"), self.one.approver.name),
        ]
        return [pair for pair in pairs if pair[1]]

    @cached_property
    def attached(self) -> list[Attachment]:
        """All its files, in the order in which they came."""
        return list(matters.attachments(self.matter))

    @cached_property
    def reports(self) -> list[tuple[str, list[parts.File]]]:
        """Its report as PDF and as Word under what to call it, the one in force first; replaced ones say by which."""
        editions = queries.reports(self.one)
        by_file = {one.file_id: one for one in self.attached if one.role == AttachmentRole.PAPER}
        following = [str(one) for one in editions[1:]]
        titles = [_("督查专报（已由%(number)s代替）") % {"number": one} for one in following]
        told = zip([*titles, _("督查专报")][: len(editions)], editions, strict=True)
        return [
            (title, [self._file(by_file[file]) for file in (one.pdf_id, one.docx_id)]) for title, one in told
        ][::-1]

    @property
    def files(self) -> list[parts.File]:
        """Its evidence."""
        return [self._file(one) for one in self.attached if one.role != AttachmentRole.PAPER]

    def _file(self, one: Attachment) -> parts.File:
        url = reverse("inspections:file", args=[self.matter.pk, one.pk])
        return parts.File(one.file.name, url, file_size(one.file.blob.size))
