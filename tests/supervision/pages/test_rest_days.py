"""T-05: a day of rest that a person gave stands, and is told by whichever door it came in."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.supervision.pages.steps import open_one, press, see, today
from tests.world import LI_MIN, WANG_JIANPING, World

from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import imports, queries
from zhongshu.supervision.models import Cycle

pytestmark = pytest.mark.django_db
STANDS = "时限定在了休息日，仍按您定的算"


def sunday() -> date:
    day = today() + timedelta(days=20 - today().weekday())
    while workdays.calendar().works(day):
        day += timedelta(days=7)
    return day


def test_T_05_of_a_milestone(world: World) -> None:
    directive, rest = open_one(world, days=60), sunday()
    press(world.client(WANG_JIANPING), directive, "signature")
    plan = f"主体封顶 {rest.isoformat()}"
    press(world.client(LI_MIN), directive, "cycle", cycle=Cycle.MILESTONE, milestones=plan)
    client = world.client(LI_MIN)
    press(client, directive, "cycle", cycle=Cycle.MILESTONE, milestones=plan)
    page, last = see(client, directive), workdays.calendar().on_or_after(rest)
    assert STANDS in page and f"{rest}（周日）顺延到 {last}" in page
    assert queries.resting([last, None]) == ""


def test_T_05_of_a_row_of_a_ledger_that_is_brought_in(world: World, tmp_path: Path) -> None:
    rest, sheet = sunday(), tmp_path / "台账.csv"
    last = workdays.calendar().on_or_after(rest)
    rows = f"督办事项,牵头单位,完成时限\n编制方案,市财政局,{rest}\n完成验收,市财政局,{last}\n"
    sheet.write_text(rows, encoding="utf-8")
    first, second = imports.lines_in(sheet, "台账", {}, today(), first_leads=False)
    assert first.due == rest and any(STANDS in note for note in first.notes)
    assert second.notes == []
