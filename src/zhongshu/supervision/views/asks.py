"""What units were asked for: numbers, and the list behind each."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from zhongshu.kernel.requests import Request
from zhongshu.supervision import policies, queries
from zhongshu.supervision.presenters.asks import Asks
from zhongshu.ui.pages import page


@require_GET
def show(request: Request) -> HttpResponse:
    """One page of the asks under the filter of the address."""
    policies.may_oversee_asks(request.actor).require()
    given = request.GET
    unit = given.get("unit", "")
    narrowed = queries.AskFilter(
        unit_id=int(unit) if unit.isdecimal() and len(unit) < 18 else None,
        key=given.get("key", ""),
        again="again" in given,
    )
    after, before = given.get("after", ""), given.get("before", "")
    found = queries.asks_page(request.actor, narrowed, cursor=after, before=before)
    return page(request, "supervision/asks.html", shown=Asks(request.actor, narrowed), found=found)
