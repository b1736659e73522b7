"""Rows of a list of papers."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.approvals import registry
from zhongshu.approvals.presenters.paper import SHAPES
from zhongshu.approvals.wording import state_words
from zhongshu.matters.models import Matter
from zhongshu.ui.wording import short_date


@dataclass(frozen=True, slots=True)
class Row:
    """One paper in a list."""

    ref: int
    url: str
    title: str
    number: str
    route: str
    unit: str
    who: str
    state: str
    word: str
    due: str
    late: bool
    tickable: bool


def row(matter: Matter, today: date, *, waiting: bool) -> Row:
    """A paper as a row; one waiting to be decided, not to be handed in, can be ticked."""
    approval, due = matter.approval, matter.current_due
    return Row(
        ref=matter.pk,
        url=registry.address(approval),
        title=matter.title,
        number=matter.number,
        route=approval.version.route.title,
        unit=matter.unit.short_name,
        who=approval.submitter.name,
        state=SHAPES[matter.state],
        word=state_words(matter.state),
        due=_due(matter, today),
        late=bool(due and matter.is_open and not matter.stopped_on and due < today),
        tickable=waiting and matter.state == "running",
    )


def _due(matter: Matter, today: date) -> str:
    if not matter.is_open or matter.current_due is None:
        return ""
    return _("停止计时") if matter.stopped_on else short_date(matter.current_due, today)
