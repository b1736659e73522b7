"""What a supervised matter is to the floors below: its words on a desk, and what will go wrong with it."""

from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING, local_day
from zhongshu.kernel.prepared import prepared
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import services as matters
from zhongshu.matters import tallies
from zhongshu.matters.models import Group, Matter, Role
from zhongshu.matters.registry import Foresight, Kind, Words, register
from zhongshu.org.models import Duty
from zhongshu.supervision import queries
from zhongshu.supervision import tallies as totals
from zhongshu.supervision.models import KIND, OVERVIEW, Blocker, Directive, Extension, PaperState, State
from zhongshu.supervision.presenters.saved_filters import kept_lists
from zhongshu.supervision.services import slips_read
from zhongshu.ui.addresses import numbered
from zhongshu.ui.wording import due_words

SHOWN = 6
SIGN_WITHIN = timedelta(days=2)
SILENT_FOR = timedelta(days=10)
LOOK_BACK = timedelta(days=60)
OVERSEEING = (Duty.SUPERVISE, Duty.APPROVE_SUPERVISION, Duty.LEAD_ORGAN)
VERBS: dict[tuple[str, str], Words] = {
    (Role.LEAD, State.DISPATCHED): gettext_lazy("签收"),
    (Role.LEAD, State.UNDERTAKING): gettext_lazy("回告"),
    (Role.SUPPORT, State.UNDERTAKING): gettext_lazy("回告"),
    (Role.REPORT, State.DISPATCHED): gettext_lazy("签收"),
    (Role.REPORT, State.UNDERTAKING): gettext_lazy("回告"),
    (Role.HANDLE, State.REGISTERED): gettext_lazy("立项"),
    (Role.HANDLE, State.DOCKETED): gettext_lazy("交办"),
    (Role.HANDLE, State.SUSPENDED): gettext_lazy("复核"),
    (Role.LEAD, State.SUSPENDED): gettext_lazy("查看"),
    (Role.HANDLE, State.COMPLETED): gettext_lazy("销号"),
    (Role.VERIFY, State.ARCHIVED): gettext_lazy("复查"),
}
LOOK = gettext_lazy("查看")
BY_ROLE: dict[str, Words] = {
    Role.APPROVE: gettext_lazy("审批"),
    Role.VERIFY: gettext_lazy("审核"),
    Role.READ: gettext_lazy("阅"),
}


def verb(role: str, state: str) -> Words:
    """The word on the button that leads to the obvious next step."""
    return VERBS.get((role, state), BY_ROLE.get(role, LOOK))


def notes(matter: Matter) -> list[str]:
    """Where the matter comes from, and what it waits for."""
    directive: Directive = matter.directive
    told = [directive.source_title] if directive.source_title else []
    if directive.blocker and directive.blocked_since:
        since = {"why": Blocker(directive.blocker).label, "day": f"{directive.blocked_since:%m-%d}"}
        told.append(_("卡在%(why)s，自 %(day)s 起") % since)
    return told


def ahead(actor: Actor, today: date, calendar: Calendar) -> list[Foresight]:
    """What those who oversee should see to now: near its date and silent, unsigned, undecided, unverified."""
    morning = datetime.combine(today, time.min, tzinfo=BEIJING)
    near, far = matters.yellow_until(today, calendar), calendar.shift(today, 10)
    when = (today - LOOK_BACK, today, near, far, morning - SIGN_WITHIN, morning - SILENT_FOR)
    organs = actor.organs_with(*OVERSEEING)
    units = tuple(sorted(actor.led_unit_ids))
    found = _pressing_in_organs(organs, *when) if organs else _pressing_in_units(units, *when)
    return [Foresight(m.title, _why(m, today, calendar), _address(m.pk)) for m in found]


@prepared
def _pressing_in_organs(
    organs: tuple[int, ...],
    since: date,
    today: date,
    near: date,
    far: date,
    unsigned: datetime,
    silent: datetime,
) -> QuerySet[Matter]:
    return _pressing(Q(organ__pk__in=organs), since, today, near, far, unsigned, silent)


@prepared
def _pressing_in_units(
    units: tuple[int, ...],
    since: date,
    today: date,
    near: date,
    far: date,
    unsigned: datetime,
    silent: datetime,
) -> QuerySet[Matter]:
    return _pressing(Q(lead_unit__pk__in=units), since, today, near, far, unsigned, silent)


def _pressing(
    whose: Q, since: date, today: date, near: date, far: date, unsigned: datetime, silent: datetime
) -> QuerySet[Matter]:
    waiting = Q(state=State.DISPATCHED, opened_at__lt=unsigned)
    unheard = Q(state=State.UNDERTAKING, current_due__gte=today, current_due__lte=near) & (
        Q(directive__last_progress_at__isnull=True) | Q(directive__last_progress_at__lt=silent)
    )
    unverified = Q(state=State.REVIEWING, directive__completed_at__lt=unsigned)
    asked = Extension.objects.filter(directive_id=OuterRef("pk"), decided_at__isnull=True)
    return (
        Matter.objects.filter(
            whose, kind=KIND, group=Group.OPEN, current_due__gte=since, current_due__lte=far
        )
        .annotate(is_asked=Exists(asked))
        .filter(waiting | unheard | unverified | Q(is_asked=True))
        .select_related("directive", "lead_unit")
        .order_by("current_due", "id")[:SHOWN]
    )


def _why(matter: Matter, today: date, calendar: Calendar) -> str:
    unit = {"unit": str(matter.lead_unit or "")}
    if getattr(matter, "is_asked", False):
        return _("%(unit)s申请延期，等审批") % unit
    if matter.state == State.DISPATCHED:
        return _("%(unit)s还没有签收") % unit
    if matter.state == State.REVIEWING:
        return _("%(unit)s已报办结，等审核") % unit
    left = matter.current_due and due_words(
        matter.current_due, today, working_days=calendar.count(today, matter.current_due)
    )
    last = matter.directive.last_progress_at
    heard = _("%(day)s后没有回告") % {"day": f"{local_day(last):%m-%d}"} if last else _("还没有回告过")
    return _("%(unit)s%(heard)s，%(left)s") % {**unit, "heard": heard, "left": left}


def _address(matter_id: int) -> str:
    return numbered("supervision:directive", matter_id)


def _paper_address(matter_id: int) -> str:
    return numbered("supervision:paper-filed", matter_id)


register(
    Kind(
        code=OVERVIEW,
        title=gettext_lazy("督办文书"),
        icon="file-text",
        address=_paper_address,
        verb=lambda role, state: gettext_lazy("查看"),
        state=lambda state: PaperState(state).label,
    )
)
tallies.register(queries.times_recounted)
tallies.register(totals.recounted)
register(
    Kind(
        code=KIND,
        title=gettext_lazy("督办"),
        icon="clipboard-list",
        address=_address,
        verb=verb,
        state=lambda state: State(state).label,
        notes=notes,
        related="directive",
        reads=("source_title", "blocker", "blocked_since"),
        ahead=ahead,
        read=slips_read,
        to_read=queries.slips_to_read,
        kept=kept_lists,
    )
)
