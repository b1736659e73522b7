"""What narrows the ledger: views, words, chips and further conditions, drawn once for each address."""

from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhongshu.supervision import choices
from zhongshu.supervision.forms.ledger import FilterForm
from zhongshu.supervision.models import State
from zhongshu.supervision.presenters.asked import Asked, query_of
from zhongshu.supervision.queries import Filter
from zhongshu.ui.drawn import draw, drawn_once
from zhongshu.ui.parts import Chip, Tab
from zhongshu.ui.querystrings import changed


def filters(asked: Asked, units: tuple[str, ...]) -> SafeString:
    """Views, words, chips and further conditions; ``units`` are the names to pick from."""
    return _filters(asked.address, choices.unit_names(), asked.more, units if asked.more else ())


@drawn_once(most=200)
def _filters(address: str, names: choices.UnitNames, more: bool, units: tuple[str, ...]) -> SafeString:
    query = query_of(address)
    form = FilterForm(query, names=names)
    told = {"tabs": _tabs(form.narrowed()), "chips": _chips(), "more": more, "labels": units}
    return draw("supervision/_filters.html", form=form, query=query, **told)


def _tabs(narrowed: Filter) -> list[Tab]:
    """在办, 我单位承办, 已结, 转阅."""
    bare, reading = QueryDict(), narrowed.state == State.FOR_READING
    return [
        Tab(_("在办"), "?", current=not (narrowed.closed or narrowed.scope)),
        Tab(_("我单位承办"), changed(bare, {"scope": "ours"}), current=narrowed.scope == "ours"),
        Tab(_("已结"), changed(bare, {"closed": "1"}), current=narrowed.closed and not reading),
        Tab(_("转阅"), changed(bare, {"state": State.FOR_READING.value}), current=reading),
    ]


def _chips() -> list[Chip]:
    """The usual filters, one press each."""
    return [
        Chip(_("逾期"), "late", "1", state="late"),
        Chip(_("临期"), "soon", "1", state="soon"),
        Chip(_("待签收"), "state", State.DISPATCHED, state="todo"),
        Chip(_("待审核"), "state", State.REVIEWING, state="review"),
        Chip(_("有风险"), "risk", "1", state="soon"),
        Chip(_("本期未报"), "unreported", "1", state="todo"),
    ]
