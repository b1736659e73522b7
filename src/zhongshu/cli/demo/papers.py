"""Papers of the demonstration: two notices on what is late, a report to the leaders, a circular waiting for its approver."""

from datetime import datetime

from zhongshu.cli.demo.world import World
from zhongshu.kernel.clock import local_day
from zhongshu.supervision import queries
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import Paper, PaperKind
from zhongshu.supervision.queries import Filter

NOTICES = 2


def write(world: World, at: datetime) -> None:
    """Issue and draft them at ``at``; a city in which nothing is late has none."""
    clerk = world.actor("limin", at)
    late = queries.ledger(clerk, Filter(late=True), today=local_day(at), size=NOTICES).rows
    for matter in late:
        drafted = supervision.draft_paper(actor=clerk, directive_id=matter.pk, kind=PaperKind.NOTICE, at=at)
        supervision.issue_paper(actor=clerk, paper_id=drafted.pk, at=at)
    if late:
        report = _overview(world, PaperKind.REPORT, Filter(late=True), "在办，逾期", at)
        supervision.issue_paper(actor=clerk, paper_id=report.pk, at=at)
        _overview(world, PaperKind.BULLETIN, Filter(), "在办", at)


def _overview(world: World, kind: PaperKind, narrowed: Filter, said: str, at: datetime) -> Paper:
    desk = world.units["lz-duc"].pk
    return supervision.draft_overview(
        actor=world.actor("limin", at), unit_id=desk, kind=kind, narrowed=narrowed, said=said, at=at
    )
