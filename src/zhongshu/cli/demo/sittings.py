"""Meetings of the fictional city: minutes come in, duties are found, a clerk confirms them."""

import random
from collections.abc import Iterator
from datetime import datetime

from zhongshu.cli.demo import lives, minutes, work
from zhongshu.cli.demo.world import World
from zhongshu.kernel.clock import BEIJING
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import queries
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import Finding, Intake
from zhongshu.supervision.services import Choice, Decided

HOSTS = ("市委书记", "市长", "市委副书记")


def text_of(number: int, at: datetime, rng: random.Random) -> str:
    """Minutes number ``number``: dates lie some weeks after the sitting."""
    topic, body = minutes.MINUTES[number % len(minutes.MINUTES)]
    day = at.astimezone(BEIJING).date()
    dates = {
        f"d{place}": lives.day_in_words(workdays.calendar().shift(day, rng.randint(*span)))[5:]
        for place, span in ((1, (15, 25)), (2, (26, 40)), (3, (12, 30)))
    }
    opening = minutes.OPENING.format(day=lives.day_in_words(day), host=rng.choice(HOSTS), topic=topic)
    return opening + body.format(**dates)


ANOTHER = Decided(how="go_on", reason="会议另行部署，范围和时限不同。")
"""Meetings of a year come back to the same topics; each of their tasks is followed by itself."""


def bring_in(world: World, number: int, at: datetime, rng: random.Random) -> Intake:
    title, origin = work.MEETINGS[number % len(work.MEETINGS)]
    return supervision.bring_in(
        actor=world.actor("limin", at),
        unit_id=world.units["lz-duc"].pk,
        title=title.format(year=at.year, n=number + 1),
        text=text_of(number, at, rng),
        document_date=at.astimezone(BEIJING).date(),
        origin=origin,
        at=at,
    )


def sitting(world: World, number: int, at: datetime, rng: random.Random) -> Iterator[datetime]:
    """One meeting: its minutes are brought in and confirmed; its matters then live side by side."""
    yield at
    intake = bring_in(world, number, at, rng)
    choices = [choice_of(finding, at) for finding in queries.findings(intake)]
    at = lives.later(at, 0, rng)
    yield at
    opened = supervision.confirm(
        actor=world.actor("limin", at),
        intake_id=intake.pk,
        unit_id=world.units["lz-duc"].pk,
        approver_id=world.person("hewei").pk,
        basis=intake.title,
        choices=choices,
        aside="属一般性要求，不单独立项。",
        at=at,
    )
    for directive in opened:
        unit = world.codes[directive.matter.lead_unit_id or 0]
        world.start(lives.live(world, directive.pk, unit, at, rng))


def choice_of(finding: Finding, at: datetime) -> Choice:
    """Opened as it was read; without a lead, or due by now, it is a general demand."""
    past = finding.due is not None and finding.due <= at.astimezone(BEIJING).date()
    if finding.lead_id is None or past:
        return Choice(
            finding_id=finding.pk,
            action=finding.action,
            no_follow_up=True,
            reason="属一般性要求，不单独立项。",
        )
    return Choice(
        finding_id=finding.pk,
        action=finding.action,
        lead_id=finding.lead_id,
        decided=ANOTHER,
        support_ids=tuple(unit.pk for unit in finding.support.all() if unit.pk != finding.lead_id),
        due=finding.due,
        due_rule=finding.due_rule,
        cycle=finding.cycle,
        owner_name=finding.owner_name,
    )
