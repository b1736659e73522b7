from collections.abc import Mapping
from datetime import datetime

from zhongshu.archive import services as archive
from zhongshu.inspections import policies, queries, rules
from zhongshu.inspections.models import CONCLUSION, Conclusion, Inspection, Settled, Standing
from zhongshu.inspections.papers import Said
from zhongshu.inspections.services import trail
from zhongshu.inspections.services.number import next_number
from zhongshu.inspections.services.package import packed_inspection
from zhongshu.inspections.services.report import report
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.worktime import compute
from zhongshu.matters import services as matters
from zhongshu.matters.models import LinkKind, Role
from zhongshu.org.models import Unit
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays


@use_case("inspections.feed_back")
def feed_back(
    *,
    actor: Actor,
    matter_id: int,
    texts: Mapping[int, str],
    overview: str = "",
    advice: str = "",
    at: datetime,
) -> list[Conclusion]:
    """The leader tells each inspected unit what was concluded about it (rule D-07), by the ids of the units.

    Those who lead the organ get its report (督查专报), with ``overview`` and ``advice`` in the leader's own words.
    The inspection is closed and archived with it; each conclusion is a matter of its own, on which its unit may ask for a
    review within thirty days (D-08).
    """
    inspection = queries.inspection_for_update(actor, matter_id)
    policies.require(actor, "feed_back", inspection)
    units = list(inspection.units.order_by("pk"))
    words = {unit.pk: texts.get(unit.pk, "").strip() for unit in units}
    rules.D_07_concluded(
        steps=inspection.steps.count(),
        pending=inspection.findings.filter(settled=Settled.PENDING).count(),
        untold=sum(not text for text in words.values()),
    ).require()
    made = [_told(inspection, unit, words[unit.pk], actor=actor, at=at) for unit in units]
    inspection.move("conclude")
    matters.finish_all(inspection.matter, actor=actor, at=at)
    facts = {"units": "、".join(unit.short_name for unit in units)}
    trail.keep(inspection, "fed_back", actor=actor, at=at, **facts)
    report(inspection, made, Said(overview=overview, advice=advice), actor=actor, at=at)
    _deposit(inspection, actor=actor, at=at)
    return made


def _told(inspection: Inspection, unit: Unit, text: str, *, actor: Actor, at: datetime) -> Conclusion:
    """The conclusion about ``unit`` on its desk, until the last day for asking for a review."""
    due = compute(local_day(at), rules.THIRTY_DAYS, workdays.calendar())
    organ = inspection.matter.organ
    opening = matters.Opening(
        kind=CONCLUSION, state=Standing.FED_BACK,
        title=(on_record("督查结论：%(title)s") % {"title": inspection.matter.title})[:200], body=text,
        organ_id=organ.pk, unit=inspection.matter.unit, due=due.due, due_is_provisional=due.provisional,
        lead_unit_id=unit.pk,
    )  # fmt: skip
    number = next_number(organ, actor=actor, at=at, conclusion=True)
    matter = matters.open_matter(opening, number=number, actor=actor, at=at)
    conclusion = Conclusion.objects.create(
        matter=matter, inspection=inspection, unit=unit, text=text, ask_until=due.due,
        fed_back_by_id=actor.in_name_of or 0, fed_back_on=local_day(at),
    )  # fmt: skip
    matters.link(matter, LinkKind.ARISES_FROM, inspection.matter, at=at)
    matters.assign(matter, Role.LEAD, unit_id=unit.pk, due=due.due, at=at)
    told = on_record("督查结论：%(title)s，%(day)s前可以申请复核")
    words = told % {"title": inspection.matter.title, "day": due.due.isoformat()}
    matters.tell_unit(matter, unit.pk, words, url=trail.conclusion_address(conclusion), at=at)
    facts = {"unit": unit.short_name, "until": due.due.isoformat()}
    trail.keep(conclusion, "conclusion_told", actor=actor, at=at, **facts)
    return conclusion


def _deposit(inspection: Inspection, *, actor: Actor, at: datetime) -> None:
    made = archive.deposit(package=packed_inspection(inspection, at=at), actor=actor, at=at)
    inspection.matter.archived_at = at
    trail.keep(inspection, "archived", actor=actor, at=at, code=made.code)
