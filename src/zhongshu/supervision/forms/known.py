"""What a report is filled in with beforehand: the words of the last one, figures given elsewhere."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from zhongshu.supervision import queries
from zhongshu.supervision.models import Cycle, Directive
from zhongshu.ui.forms import dress


def fill_in(directive: Directive, text: forms.Field, today: date) -> str:
    """Fill the words of the last report into ``text`` where a round is open; returns them."""
    if directive.cycle == Cycle.ONCE or queries.current_round(directive, today) is None:
        return ""
    known = queries.known_already(directive)
    text.initial = known
    return known


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
        for one in waiting:
            hint = _("已填好您在别的事项里报过的数。") if one.pk in known else ""
            label = _("%(label)s（%(period)s）") % {"label": one.label, "period": one.period}
            field = forms.CharField(
                label=label, max_length=100, required=False, help_text=hint, initial=known.get(one.pk, "")
            )
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
