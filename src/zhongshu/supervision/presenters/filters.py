"""What narrows the ledger: views, words, chips and further conditions."""

from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhongshu.supervision.forms.ledger import FilterForm
from zhongshu.supervision.models import State
from zhongshu.supervision.queries import Filter
from zhongshu.ui.drawn import draw, drawn_once, encoded
from zhongshu.ui.encoded import Encoded
from zhongshu.ui.parts import Chip, Tab
from zhongshu.ui.querystrings import changed

CONDITIONS = ("state", "waits", "unit", "origin", "due_from", "due_to", "ended_from")


def filters(form: FilterForm, query: QueryDict, *, more: bool) -> Encoded:
    """Views, words and chips for the address ``query`` that ``form`` has read; further conditions where ``more`` is asked."""
    told = {
        "tabs": _tabs(form.narrowed()),
        "chips": _chips(),
        "conditions": _conditions(form) if more else (),
    }
    return encoded("supervision/_filters.html", form=form, query=query, more=more, **told)


def _conditions(form: FilterForm) -> list[SafeString]:
    """The further conditions; but for the unit, each depends on its own value alone."""
    shown = [name for name in CONDITIONS if name != "ended_from" or form["closed"].value()]
    return [
        draw("ui/_field.html", field=form[name])
        if name == "unit"
        else _condition(name, form.data.get(name, ""))
        for name in shown
    ]


@drawn_once(most=60)
def _condition(name: str, value: str) -> SafeString:
    return draw("ui/_field.html", field=FilterForm(QueryDict(urlencode({name: value})))[name])


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
