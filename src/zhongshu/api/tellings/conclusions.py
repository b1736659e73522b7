"""What inspections concluded, as answers, as far as the asker may know it."""

from collections.abc import Iterable

from zhongshu.api.schemas import conclusions as told
from zhongshu.api.tellings.named import unit_named
from zhongshu.api.tellings.records import each
from zhongshu.api.tellings.supervision import timeline
from zhongshu.inspections import queries
from zhongshu.inspections.models import Conclusion, Finding
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.requests import Request
from zhongshu.matters.models import Matter


def line(one: Conclusion) -> told.ConclusionLine:
    """A conclusion as a row."""
    return told.ConclusionLine(
        id=one.pk, number=one.matter.number, title=one.matter.title, standing=one.standing,
        unit=unit_named(one.unit), fed_back_on=one.fed_back_on, ask_until=one.ask_until,
    )  # fmt: skip


def lines(found: Iterable[Conclusion], next_cursor: str = "") -> told.ConclusionLines:
    """Conclusions as rows."""
    return told.ConclusionLines(rows=[line(one) for one in found], next_cursor=next_cursor)


def conclusion(request: Request, matter_id: int) -> told.Conclusion:
    """One conclusion whole, with what was found with its unit and the review of it."""
    actor, one = request.actor, queries.conclusion(request.actor, matter_id)
    review = getattr(one, "review", None)
    return told.Conclusion(
        **line(one).dict(),
        text=one.text,
        in_force=one.in_force,
        findings=findings_of(actor, one.inspection.findings.filter(unit=one.unit)),
        review=told.Review.model_validate(review, from_attributes=True) if review else None,
        offered=queries.answers(actor, one),
        timeline=timeline(request, one.matter.stream),
    )


def findings_of(actor: Actor, found: Iterable[Finding]) -> list[told.Finding]:
    """Findings, each with the matter that follows it where ``actor`` may know of that one."""
    rows = each(told.Finding, found)
    ids = [one.directive_id for one in rows if one.directive_id]
    known = set(Matter.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))
    for one in rows:
        one.directive_id = one.directive_id if one.directive_id in known else None
    return rows
