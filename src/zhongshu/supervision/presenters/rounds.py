"""The reporting rounds of a matter, made ready for its page."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.clock import local_day
from zhongshu.supervision import queries
from zhongshu.supervision.models import Cycle, Directive, Round
from zhongshu.ui.wording import short_date

SHOWN = 8


@dataclass(frozen=True, slots=True)
class ShownRound:
    """A round as a line: its name or day, how it stands (``state`` draws it), what was reported."""

    name: str
    due: str
    state: str
    word: str
    text: str


def pace(directive: Directive, today: date) -> list[tuple[str, str]]:
    """How often it is reported on, why, and until when; a weekly cycle whose term is over has turned monthly (D-24)."""
    until = directive.cycle_until
    ends = short_date(until, today) if until else ""
    if directive.cycle == Cycle.WEEKLY and until and today > until:
        return [(_("回告周期"), _("每月（每周回告到 %(day)s 为止）") % {"day": ends})]
    basis = (_("周期依据"), directive.cycle_basis)
    return [(_("回告周期"), directive.get_cycle_display()), basis, (_("周期截止"), ends)]


def rounds(directive: Directive, today: date) -> list[ShownRound]:
    """The latest rounds of a matter, newest first; none for a matter that reports once."""
    if directive.cycle == Cycle.ONCE and directive.cycle_since is None:
        return []
    return [_shown(one, today) for one in queries.rounds(directive)[:SHOWN]]


def _shown(one: Round, today: date) -> ShownRound:
    state, word = _standing(one, today)
    name = one.name or _("截至 %(day)s") % {"day": short_date(one.nominal, today)}
    due = _("%(day)s 前报") % {"day": short_date(one.due, today)}
    return ShownRound(name, due, state, word, _told(one))


def _standing(one: Round, today: date) -> tuple[str, str]:
    if one.reported_at:
        day = {"day": short_date(local_day(one.reported_at), today)}
        return ("soon", _("%(day)s 补报") % day) if one.missed_at else ("done", _("%(day)s 已报") % day)
    if one.ended_at or one.due < today:
        return "late", _("未报")
    return ("todo", _("本期待报")) if one.opens_on <= today else ("hold", _("未到期"))


def _told(one: Round) -> str:
    if one.reported_at and not one.text:
        return _("没有新变化")
    return one.text
