"""What the commonest acts ask of the database, as sent by a browser: no more statements than they need."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.supervision.pages.steps import bring_in, open_one, press, today
from tests.world import HE_WEI, LI_MIN, WANG_JIANPING, World

from zhongshu.supervision.models import Directive

pytestmark = pytest.mark.django_db
OF_POSTGRESQL = ("advisory", "SAVEPOINT")  # locks that SQLite needs not; savepoints are the test's own


def sent(number: int, world: World) -> dict[str, object]:
    return {
        "origin": "meeting", "source_title": "常务会议纪要", "source_date": today().isoformat(),
        "basis": "常务会议纪要", "approver_id": world.people[HE_WEI].pk, "urgency": "0", "importance": "0",
        "unit_id": world.units["SWB-DC"].pk, "tasks": "1", "t1-title": f"修订第{number}号预案",
        "t1-requirement": "由市财政局修订。", "t1-lead_id": "市财政局", "t1-how": "go_on", "t1-why": "另有要求",
        "once": f"sheet-{number}",
    }  # fmt: skip


def statements(act: Callable[[], Any]) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        assert act().status_code == 303
    return _of_both([query["sql"] for query in asked.captured_queries])


def _of_both(every: list[str]) -> list[str]:
    return [sql for sql in every if not any(word in sql for word in OF_POSTGRESQL)]


def test_minutes_of_many_duties_open_with_as_few_statements_as_minutes_of_few(world: World) -> None:
    open_one(world)
    limin, asked = world.client(LI_MIN), []
    units = ("市发展改革委", "市财政局", "市教育局", "南湖县")
    for duties in (8, 40):
        lines = (
            f"（{n}）由{units[n % 4]}牵头，{n % 2 + 1}个月内完成老旧小区改造方案编制第{n}稿。"
            for n in range(duties)
        )
        intake = bring_in(world, "会议议定以下事项：\n" + "\n".join(lines))
        assert intake.findings.count() == duties
        limin.get(reverse("supervision:intake", args=[intake.pk]))
        with CaptureQueriesContext(connection) as some:
            page = limin.get(reverse("supervision:intake", args=[intake.pk]))
        assert page.content.decode().count("可能和在办事项重复") >= duties // 4
        asked.append(_of_both([query["sql"] for query in some]))
    few, many = asked
    assert len(many) == len(few) <= 20, "\n".join(many)


def test_entering_a_matter_takes_few_statements(world: World) -> None:
    limin = world.client(LI_MIN)
    limin.post(reverse("supervision:register"), sent(1, world))
    told = statements(lambda: limin.post(reverse("supervision:register"), sent(2, world)))
    assert Directive.objects.count() == 2
    assert len(told) <= 38, "\n".join(told)


def test_reporting_progress_takes_few_statements(world: World) -> None:
    wang, directive = world.client(WANG_JIANPING), open_one(world)
    press(wang, directive, "signature")
    press(wang, directive, "progress", text="已摸底。", once="report-1")
    told = statements(lambda: press(wang, directive, "progress", text="已动工。", once="report-2"))
    assert len(told) <= 20, "\n".join(told)
