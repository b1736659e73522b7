"""What a report is filled in with beforehand: what was told already, by the unit, its parts, with other matters."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.supervision import queries
from zhongshu.supervision.models import Ask, Cycle, Directive
from zhongshu.supervision.services.indicators import indicators
from zhongshu.ui.forms import dress
from zhongshu.ui.wording import long_date

REPORTS = 12
"""So many of the latest reports are put into the words of completion."""


def fill_in(directive: Directive, text: forms.Field, today: date, *, sent: bool) -> str:
    """Fill ``text`` with the last report where a round is open, and with what the parts said since.

    Returns the words which, ``sent`` as they are, tell nothing new: "" where parts told something.
    """
    in_round = directive.cycle != Cycle.ONCE and queries.current_round(directive, today) is not None
    if sent and not in_round:
        return ""
    known = queries.known_already(directive)
    own = known.words if in_round else ""
    text.initial = "\n".join([*filter(None, [own]), *_of_parts(known.parts)])
    return "" if known.parts else own


def as_before(directive: Directive, fields: Mapping[str, forms.Field]) -> None:
    """Fill in the unit it was registered for; of what is taken up again also those who lent a hand the first time."""
    lead, old = fields["lead_id"], queries.predecessor(directive.matter)
    if directive.matter.lead_unit_id:
        lead.initial = lead.names.label(directive.matter.lead_unit_id)  # type: ignore[attr-defined]
    if old:
        fields["support_ids"].initial = queries.support_of([old.pk]).get(old.pk, "")


def result_so_far(actor: Actor, directive: Directive, today: date) -> str:
    """What was told of a matter, as a first draft of its result: the result sent back, parts, reports, figures."""
    told = queries.told_of(actor, directive)
    reports = [f"{long_date(local_day(at), today)}：{text}" for at, text in told.reports[-REPORTS:]]
    figures = [f"{one} {one.value}" for one in told.figures]
    parts = list(_of_parts(one for one in told.parts if one.text))
    return "\n".join(
        [
            *filter(None, [directive.feedback]),
            *_under(_("分解任务完成情况："), parts),
            *_under(_("退回后的办理情况：") if directive.feedback else _("办理情况："), reports),
            *_under(_("已报数据："), figures),
        ]
    )


def _of_parts(parts: Iterable[queries.OfPart]) -> Iterator[str]:
    for one in parts:
        yield _("%(unit)s“%(title)s”：%(text)s") % {"unit": one.unit, "title": one.title, "text": one.text}


def _under(heading: str, lines: list[str]) -> list[str]:
    return [heading, *lines] if lines else []


def without_what_is_known(data: dict[str, Any], known: str) -> dict[str, Any]:
    """What was sent, where the words filled in beforehand and left as they are count as nothing new."""
    same = known and " ".join(data.get("text", "").split()) == " ".join(known.split())
    return {**data, "text": ""} if same else data


class FiguresMixin(forms.Form):
    """The figures asked for with a matter, each a field filled in with what the unit gave before."""

    def offer_figures(self, directive: Directive) -> None:
        """Add a field for each figure still to be given."""
        waiting = queries.open_asks(directive)
        known = queries.known_values(waiting)
        goals = {one.key: one.goal for one in indicators(directive)} if waiting else {}
        for one in waiting:
            field = _figure(one, known.get(one.pk), goals.get(one.key, ""))
            dress(field)
            self.fields[f"figure-{one.pk}"] = field

    @property
    def figures(self) -> list[forms.BoundField]:
        """The fields of figures, to be drawn together."""
        return [self[name] for name in self.fields if name.startswith("figure-")]

    @staticmethod
    def tells_otherwise(data: dict[str, Any]) -> bool:
        """Whether something is told but in words: by files, by figures."""
        return bool(data.get("files") or data.get("kept") or any(data.get("figures", {}).values()))

    def gathered(self, data: dict[str, Any]) -> dict[str, Any]:
        """``data`` with the figures under one name, by the id of the ask."""
        own = {name: value for name, value in data.items() if name.startswith("figure-")}
        rest = {name: value for name, value in data.items() if name not in own}
        return {**rest, "figures": {int(name[7:]): value for name, value in own.items()}}


def _figure(one: Ask, known: Ask | None, goal: str) -> forms.CharField:
    """Its field: filled in where the value is known, with the last one beside it where another period's is."""
    label = _("%(label)s · %(period)s") % {"label": one.label, "period": one.period_words}
    same = known is not None and known.period == one.period
    hint = _("已填好您在别的事项里报过的数。") if same else ""
    if known is not None and not same:
        hint = _("上一次（%(period)s）报的是 %(value)s。") % {
            "period": known.period_words,
            "value": known.value,
        }
    if goal:
        hint = " ".join(filter(None, (hint, _("任务要求达到 %(goal)s。") % {"goal": goal})))
    initial = known.value if known is not None and same else ""
    return forms.CharField(label=label, max_length=100, required=False, help_text=hint, initial=initial)
