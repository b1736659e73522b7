"""A supervised matter made ready for its page: strip, tags, blocker, facts, threads."""

from datetime import date, datetime
from functools import cached_property

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import Assignment, Attachment, AttachmentRole, Group, Light, Urgency
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import deeds, policies, queries
from zhongshu.supervision.models import (
    Ask,
    Blocker,
    Cycle,
    Directive,
    Extension,
    Paper,
    Round,
    State,
    Suspension,
)
from zhongshu.supervision.presenters.around import origins, who_is_who
from zhongshu.supervision.presenters.barred import barred, past_reopening
from zhongshu.supervision.presenters.children import Part, parts_of
from zhongshu.supervision.presenters.closing import Check, before_closing
from zhongshu.supervision.presenters.events import events, file_part
from zhongshu.supervision.presenters.papers import Choice, Line, choices, lines
from zhongshu.supervision.presenters.pending import asked_for_later, asked_to_stop
from zhongshu.supervision.presenters.reckoning import times
from zhongshu.supervision.presenters.rounds import ShownRound, rounds
from zhongshu.supervision.presenters.slips import slips
from zhongshu.supervision.presenters.standing import Stuck, assessed, standing, stood, why_blocked
from zhongshu.supervision.presenters.steps import steps
from zhongshu.ui import parts
from zhongshu.ui.wording import Due, done_words, due_words, long_date, provisional, span_words

STATUS = {
    State.REGISTERED: "todo",
    State.DOCKETED: "todo",
    State.DISPATCHED: "todo",
    State.UNDERTAKING: "doing",
    State.SUSPENDED: "hold",
    State.REVIEWING: "review",
    State.COMPLETED: "doing",
    State.CLOSED_OUT: "done",
    State.ARCHIVED: "done",
    State.FOR_READING: "hold",
    State.TRANSFERRED: "hold",
    State.TERMINATED: "hold",
    State.VOIDED: "hold",
}
TIMELY = frozenset({"ask_extension", "ask_suspension"})
"""What is asked for before the date, or refused (D-20, D-30)."""
BROKEN_DOWN = frozenset({"supervision.decomposed", "supervision.chain_begun"})
LIGHTS = {Light.GREEN: "green", Light.YELLOW: "yellow", Light.RED: "red", Light.GREY: "grey"}
URGENCIES = {Urgency.NORMAL: "", Urgency.URGENT: "urgent", Urgency.EXTRA_URGENT: "critical"}


class DirectivePage:
    """One matter as ``actor`` sees it at ``at``. Each part is read once, when the template asks."""

    def __init__(self, actor: Actor, directive: Directive, at: datetime, *, only: str = "") -> None:
        self.actor, self.directive, self.matter = actor, directive, directive.matter
        self.at, self.today, self.only = at, local_day(at), only
        self.state = directive.state
        self.status = STATUS[self.state]
        self.slips = slips(directive, self.today)

    @property
    def is_for_reading(self) -> bool:
        """Whether it is only read: nobody carries it out, no clock runs, no paper hands it over."""
        return self.state == State.FOR_READING

    @cached_property
    def calendar(self) -> Calendar:
        return workdays.calendar()

    @cached_property
    def entries(self) -> list[Entry]:
        return queries.timeline(self.actor, self.directive)

    @cached_property
    def attachments(self) -> list[Attachment]:
        return matter_queries.attachments(self.matter)

    @cached_property
    def held(self) -> list[Assignment]:
        return matter_queries.holders(self.matter.pk)

    @cached_property
    def offered(self) -> list[deeds.Deed]:
        """What ``actor`` can do now; no later date and no stop is offered where it is too late to ask for one."""
        verbs = policies.offered(self.actor, self.directive)
        due = self.matter.current_due
        too_late = TIMELY if due and self.today > due else frozenset()
        if past_reopening(self.directive, self.today) is not None:
            too_late |= {"reopen"}
        return deeds.offered([verb for verb in verbs if verb not in too_late])

    @cached_property
    def barred(self) -> Stuck | None:
        """Why ``actor``, who supervises, is offered no verifying here, or no reopening any more."""
        verbs = [verb for deed in self.offered for verb in deed.verbs]
        return barred(self.actor, self.directive, verbs, self.today)

    @property
    def primary(self) -> deeds.Deed | None:
        """The one obvious next step for this person."""
        return next((deed for deed in self.offered[:1] if not deed.grave), None)

    @property
    def secondary(self) -> list[deeds.Deed]:
        """Two more, within reach."""
        return [deed for deed in self.offered[1:] if not deed.grave][:2]

    @property
    def further(self) -> list[deeds.Deed]:
        """All others, in the menu."""
        shown = [self.primary, *self.secondary]
        return [deed for deed in self.offered if deed not in shown]

    @cached_property
    def light(self) -> str:
        due = self.matter.current_due
        if not self.matter.is_open or due is None or self.matter.stopped_on:
            return "grey"
        return LIGHTS[matters.light_on(self.today, due)]

    @property
    def urgency(self) -> str:
        return URGENCIES[Urgency(self.matter.urgency)]

    @cached_property
    def due(self) -> Due:
        """How far the current date is, in working days; for one that was done how it ended against the original."""
        due = self.matter.current_due
        if not self.matter.is_open:
            ended = self.directive.completed_at or self.matter.closed_at
            done = ended if self.state in (State.CLOSED_OUT, State.ARCHIVED) else None
            return done_words(local_day(done), self.assessed) if done else Due("")
        if self.matter.stopped_on:
            return Due(_("中止计时"))
        left = self.calendar.count(self.today, due) if due and due > self.today else None
        words = due_words(due, self.today, working_days=left)
        return provisional(words, self.matter.due_is_provisional)

    @cached_property
    def stood(self) -> list[Suspension]:
        return stood(self.directive, self.entries)

    @property
    def assessed(self) -> date | None:
        """The day on which it is assessed: the original, later by the time that the clock stood."""
        return assessed(self.matter, self.stood, self.today, self.calendar)

    @property
    def due_day(self) -> str:
        return long_date(self.matter.current_due, self.today) if self.matter.current_due else ""

    @property
    def original_day(self) -> str:
        """The original date, where it is no longer the current one."""
        original = self.matter.original_due
        if original is None or original == self.matter.current_due:
            return ""
        return long_date(original, self.today)

    @cached_property
    def steps(self) -> list[parts.Step]:
        return steps(self.directive, self.entries, self.today, unit=self.matter.unit.short_name)

    @cached_property
    def timeline(self) -> list[parts.Event]:
        return events(self.entries, self.matter, self.attachments, self.today, only=self.only)

    @cached_property
    def stuck(self) -> Stuck | None:
        """卡在…已等 N 天, from what was reported or from where the matter stands."""
        directive = self.directive
        if not self.matter.is_open:
            return None
        if directive.blocker and directive.blocked_since:
            days = span_words((self.today - directive.blocked_since).days)
            title = _("卡在“%(what)s”，%(days)s。") % {"what": Blocker(directive.blocker).label, "days": days}
            return Stuck(title, why_blocked(directive), "late" if self.light == "red" else "warn")
        return standing(self.directive, self.held, self.stood, self.today, self.entries)

    @cached_property
    def pending(self) -> list[Stuck]:
        """What was asked for and waits for a decision; the journal tells whether anything was."""
        asked = {entry.verb for entry in self.entries}
        told = []
        if "supervision.suspension_asked" in asked:
            told.append(asked_to_stop(self.stopping, self.today))
        if "supervision.extension_asked" in asked:
            told.append(asked_for_later(self.asked, self.today))
        return [one for one in told if one]

    @cached_property
    def children(self) -> list[Part]:
        """What the matter was broken down into; its journal tells whether it was."""
        if not any(entry.verb in BROKEN_DOWN for entry in self.entries):
            return []
        return parts_of(self.actor, self.matter.pk, self.today)

    @cached_property
    def rounds(self) -> list[ShownRound]:
        return rounds(self.directive, self.today)

    @cached_property
    def asks(self) -> list[Ask]:
        """The figures asked with the matter; its journal tells whether there are any."""
        asked = any(entry.verb == "supervision.figures_asked" for entry in self.entries)
        return queries.asks(self.directive) if asked else []

    @cached_property
    def round(self) -> Round | None:
        """The round that a report made now answers."""
        if self.directive.cycle == Cycle.ONCE:
            return None
        return queries.current_round(self.directive, self.today)

    @cached_property
    def papers_there(self) -> list[Paper]:
        return queries.papers_of(self.actor, self.directive)

    @property
    def papers(self) -> list[Line]:
        """The papers about the matter, the newest first."""
        return lines(self.papers_there, self.today)

    @cached_property
    def paper_choices(self) -> list[Choice]:
        """The papers that can be begun."""
        if self.is_for_reading:
            return []
        return choices(self.actor, self.directive, self.papers_there)

    @cached_property
    def files(self) -> list[tuple[str, parts.File]]:
        return [
            (attached.get_role_display(), file_part(self.matter, attached)) for attached in self.attachments
        ]

    @property
    def evidence(self) -> list[tuple[str, parts.File]]:
        """The files that prove completion."""
        proving = [one for one in self.attachments if one.role == AttachmentRole.EVIDENCE]
        return [(one.get_role_display(), file_part(self.matter, one)) for one in proving]

    @property
    def is_given_back(self) -> bool:
        """Whether what was reported done counts no more: it was sent back, or taken up again."""
        return self.directive.state in (State.UNDERTAKING, State.SUSPENDED)

    @property
    def before_closing(self) -> list[Check]:
        """What must be there before it is struck off, and whether it is."""
        return list(before_closing(self.directive, len(self.evidence)))

    @cached_property
    def asked(self) -> Extension | None:
        """The extension asked for and not yet decided."""
        pending = self.directive.extension_requests.filter(decided_at__isnull=True)
        return pending.select_related("asked_by").first()

    @cached_property
    def stopping(self) -> Suspension | None:
        """The suspension asked for, or that stands."""
        return queries.running_suspension(self.directive)

    @cached_property
    def people(self) -> list[tuple[str, str]]:
        """谁在办; at the end, who did it."""
        ended = self.matter.group != Group.OPEN
        done = matter_queries.done_parts(self.matter.pk) if ended else []
        return [pair for pair in who_is_who(self.directive, self.held, done) if pair[1]]

    @cached_property
    def origins(self) -> list[parts.Origin]:
        return origins(self.actor, self.directive)

    @property
    def times(self) -> list[tuple[str, str]]:
        """时限, in facts."""
        return times(self.directive, len(self.stood), self.assessed, self.today, self.calendar)
