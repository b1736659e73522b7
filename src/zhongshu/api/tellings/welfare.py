"""Services to employees and their cases as answers, as far as the asker may know them."""

from datetime import date

from zhongshu.api.schemas import welfare as told
from zhongshu.api.tellings.supervision import attached, timeline
from zhongshu.kernel.paging import Page
from zhongshu.kernel.requests import Request
from zhongshu.welfare import queries
from zhongshu.welfare.models import Case, Service

_OFFER = ("branch", "name", "agency", "guide", "papers", "periodic", "closed_on")
_LINE = ("service_id", "period", "opens_on", "closes_on")
_WHOLE = (
    "since", "asked_on", "handed", "missing", "reason", "submitted_on", "receipt", "outcome", "answer",
    "answered_on", "told",
)  # fmt: skip
_SLOT = ("opens", "closes", "due", "provisional")


def service(one: Service, today: date) -> told.Service:
    """A service with its next windows."""
    slots = [
        told.Slot(**{name: getattr(slot, name) for name in _SLOT}) for slot in queries.slots_ahead(one, today)
    ]
    return told.Service(id=one.pk, slots=slots, **{name: getattr(one, name) for name in _OFFER})


def line(one: Case) -> told.CaseLine:
    """A case as a row."""
    matter = one.matter
    return told.CaseLine(
        id=matter.pk, number=matter.number, title=matter.title, state=matter.state, due=matter.current_due,
        due_is_provisional=matter.due_is_provisional, branch=one.service.branch, agency=one.service.agency,
        person=one.person.name if one.person else "", **{name: getattr(one, name) for name in _LINE},
    )  # fmt: skip


def lines(page: Page[Case]) -> told.CaseLines:
    """A page of cases."""
    return told.CaseLines(rows=[line(one) for one in page.rows], next_cursor=page.next_cursor)


def case(request: Request, matter_id: int) -> told.Case:
    """One case whole."""
    one = queries.case(request.actor, matter_id)
    return told.Case(
        **line(one).dict(),
        **{name: getattr(one, name) for name in _WHOLE},
        note=one.matter.body,
        files=attached(one.matter),
        offered=queries.offered(request.actor, one),
        timeline=timeline(request, one.matter.stream),
    )
