"""Asking a unit for figures, and giving them: one fact is asked once (law 11, rule D-26)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.text import squeeze
from zhongshu.matters import services as matters
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Ask, Directive
from zhongshu.supervision.rules import cycles
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.figures import key_of, take


@use_case("supervision.ask_figures")
def ask_figures(
    *,
    actor: Actor,
    directive_id: int,
    labels: Sequence[str],
    period: str,
    at: datetime,
    standing: bool = False,
    reason: str = "",
) -> Directive:
    """Ask the lead unit for figures of a period ("2026-11", "2026Q4", "2026") with its reports on a matter.

    ``standing`` asks again with every round. Where the unit was asked for the same fact before, for whatever
    matter, the refusal tells by whom, when, and what it gave; with a ``reason`` it is asked all the same,
    filled in with what is known, and counted (D-26).
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "ask_figures", directive)
    directive.move("remind")
    matter = directive.matter
    assert matter.lead_unit_id is not None
    wanted = {key_of(label): squeeze(label)[:60] for label in labels if key_of(label)}
    _check(directive, wanted, period)
    before = queries.asked_before(matter.organ_id, matter.lead_unit_id, wanted, period)
    verdict = rules.D_26_asked_once([told_before(one) for one in before.values()], reason=reason)
    if not verdict:
        told = {"reason": f"{verdict.sentence}{verdict.hint}"}
        raise Refusal(verdict.code, verdict.sentence, fields=told, rule=verdict.rule, hint=verdict.hint)
    for key, label in wanted.items():
        Ask.objects.create(
            organ_id=matter.organ_id, directive=directive, unit_id=matter.lead_unit_id, label=label, key=key[:60],
            period=period, standing=standing, asked_by_id=actor.person_id, asked_at=at,
            again_of=before.get(key), reason=reason.strip()[:200] if key in before else "",
        )  # fmt: skip
    named = "、".join(wanted.values())
    told_unit = on_record("请随回告填报：%(named)s（%(title)s）") % {"named": named, "title": matter.title}
    matters.tell_unit(matter, matter.lead_unit_id, told_unit, url=trail.address(directive), at=at)
    facts = {
        "labels": named,
        "period": period,
        "again": len(before),
        "reason": reason.strip() if before else "",
    }
    trail.keep(directive, "figures_asked", actor=actor, at=at, **facts)
    return directive


@use_case("supervision.give_figures")
def give_figures(*, actor: Actor, directive_id: int, figures: Mapping[int, str], at: datetime) -> Directive:
    """The lead unit gives figures it was asked for, by the id of the ask, without a report."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "complete", directive)
    directive.move("report")
    told = take(directive, figures, actor=actor, at=at)
    if not told:
        raise Refusal("no_figures", _("还没有填数据。"), hint=_("请至少填一项。"))
    trail.had_a_hand(directive, actor, at=at)
    trail.keep(directive, "figures_given", actor=actor, at=at, figures=told)
    return directive


def told_before(one: Ask) -> str:
    """Who asked for it, when, for which matter, and what was given."""
    facts = {
        "label": one.label,
        "period": one.period_words,
        "name": one.asked_by.name if one.asked_by else "",
        "day": local_day(one.asked_at).isoformat(),
        "title": one.directive.matter.title,
    }
    told = _("“%(label)s”%(period)s的数，%(name)s已于 %(day)s 为“%(title)s”要过") % facts
    return told + (_("，报的是 %(value)s") % {"value": one.value} if one.value else _("，还没有报"))


def _check(directive: Directive, wanted: Mapping[str, str], period: str) -> None:
    if not wanted:
        raise Refusal(
            "no_labels", _("还没有写要哪些数据。"), fields={"labels": _("请写数据名称，一行一个。")}
        )
    if not cycles.is_period(period):
        raise Refusal("no_such_period", _("没有这样的期间。"), fields={"period": _("请选一个期间。")})
    here = directive.asks.filter(period=period)
    rules.D_26_figures(len(wanted) + here.count()).require(at="labels")
    twice = here.filter(key__in=wanted).values_list("label", flat=True)
    if twice:
        told = _("这件事已经要过：%(labels)s。") % {"labels": "、".join(twice)}
        raise Refusal("asked_here_already", told, fields={"labels": told}, rule="D-26")
