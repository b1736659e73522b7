from collections.abc import Iterable

from zhongshu.inspections.models import Conclusion, Edition, Inspection, Outcome, Report
from zhongshu.kernel.language import on_record


def reports(inspection: Inspection) -> list[Report | Edition]:
    """What the inspection reported, one edition after another; the last one is in force. None before it concludes."""
    first = Report.objects.select_related("number").filter(pk=inspection.pk)
    return [*first, *inspection.editions.select_related("number")]


def overturned(inspection: Inspection) -> list[Conclusion]:
    """The conclusions that a review changed or withdrew since the last report; none before there is one."""
    told = reports(inspection)
    if not told:
        return []
    rows = inspection.conclusions.select_related("unit", "review").order_by("pk")
    since = {"review__decided_at__gt": told[-1].issued_at}
    return list(rows.filter(review__outcome__in=(Outcome.CHANGED, Outcome.WITHDRAWN), **since))


def told_of(conclusions: Iterable[Conclusion]) -> str:
    """Which they are and what became of each, as the next report says it."""
    words = {
        Outcome.CHANGED: on_record("%(unit)s的结论已变更"),
        Outcome.WITHDRAWN: on_record("%(unit)s的结论已撤销"),
    }
    said = (words[Outcome(one.review.outcome)] % {"unit": one.unit.short_name} for one in conclusions)
    return on_record("经复核，%(said)s") % {"said": "，".join(said)}
