"""Figures asked with a matter, as parts of other use cases: asked anew with each round, given with a report."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import in_office_language
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.text import fold
from zhongshu.supervision import queries
from zhongshu.supervision.models import Ask, Directive, Round
from zhongshu.supervision.rules import cycles


def key_of(label: str) -> str:
    """What tells a fact: its label without blanks and punctuation, widths and case levelled."""
    return "".join(one for one in fold(label) if one.isalnum())


def renew(directive: Directive, one: Round, *, at: datetime) -> None:
    """A round is laid before the unit: what is asked with every round is asked for its period.

    Where the same fact was asked for another matter already, that is noted, and its value is known.
    """
    standing = {ask.key: ask for ask in directive.asks.filter(standing=True).order_by("id")}
    if not standing:
        return
    period = cycles.period_code(one.nominal, directive.cycle)
    unit_id = directive.matter.lead_unit_id
    assert unit_id is not None
    before = queries.asked_before(directive.matter.organ_id, unit_id, standing, period)
    Ask.objects.bulk_create(
        (
            Ask(
                organ_id=ask.organ_id, directive=directive, unit_id=unit_id, label=ask.label, key=key,
                period=period, standing=True, asked_by_id=ask.asked_by_id, asked_at=at,
                again_of=before.get(key),
            )
            for key, ask in standing.items()
        ),
        ignore_conflicts=True,
    )  # fmt: skip


def take(directive: Directive, figures: Mapping[int, str], *, actor: Actor, at: datetime) -> str:
    """Keep the figures given, by the id of the ask; an empty value leaves it open. Returns them in words."""
    values = {pk: value.strip()[:100] for pk, value in figures.items() if value.strip()}
    if not values:
        return ""
    waiting = {one.pk: one for one in queries.open_asks(directive)}
    if not set(values) <= set(waiting):
        raise Refusal(
            "no_such_figure", _("有的数据不是这件事要的，或者已经报过。"), hint=_("请刷新页面后再填。")
        )
    for pk, value in values.items():
        one = waiting[pk]
        one.value, one.given_by_id, one.given_at = value, actor.person_id, at
        one.save(update_fields=["value", "given_by", "given_at"])
    with in_office_language():
        return "；".join(f"{waiting[pk]} {value}" for pk, value in sorted(values.items()))
