"""The list of papers as a workbook: what its taker may know of, under the filter, marked with who took it."""

from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.approvals.office import FANG_QING, FORM, Office
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SUN_YAO, World
from zhongshu.approvals import queries, services
from zhongshu.approvals.models import Approval
from zhongshu.platform.journal import queries as journal

pytestmark = pytest.mark.django_db
Rows = list[tuple[Any, ...]]


@pytest.fixture
def office(world: World) -> Office:
    return Office(world)


@pytest.fixture
def papers(office: Office) -> list[Approval]:
    """One concluded, one on 何伟's desk, both 李敏's; one of 陈立's that lies with 方晴."""
    done, waits = (office.paper(office.stage("a", HE_WEI)) for _ in range(2))
    office.agree(done, HE_WEI)
    return [done, waits, office.paper(office.stage("a", FANG_QING), by=CHEN_LI)]


def taken(office: Office, who: str, **narrowed: Any) -> Rows:
    book = services.export(actor=office.actor(who), narrowed=queries.Filter(**narrowed), at=AT)
    return list(load_workbook(book, read_only=True).active.iter_rows(values_only=True))


def test_says_who_took_it_and_what_stands_in_the_list(office: Office, papers: list[Approval]) -> None:
    (mark, *_), heads, *rows = taken(office, LI_MIN, scope="mine", ended=True)
    assert mark == "导出：李敏　2026-09-18 09:30　内部资料，注意保管"
    assert heads[:3] == ("编号", "标题", "审批路线")
    done, waits = (Approval.objects.select_related("matter").get(pk=one.pk) for one in papers[:2])
    by_number = {row[0]: row for row in rows}
    assert set(by_number) == {done.matter.number}
    (_mark, _heads, row) = taken(office, LI_MIN, scope="mine")
    assert row[0] == waits.matter.number and not row[8]
    state, _handed, due, ended = by_number[done.matter.number][5:]
    assert state == "已通过" and isinstance(ended, datetime)
    assert due is None or isinstance(due, datetime)


def test_holds_nothing_its_taker_may_not_know_and_nothing_of_the_form(
    office: Office, papers: list[Approval]
) -> None:
    def numbers(who: str, scope: str) -> list[str]:
        return [row[0] for row in taken(office, who, scope=scope)[2:]]

    by_chen = Approval.objects.select_related("matter").get(pk=papers[2].pk).matter.number
    assert numbers(SUN_YAO, "all") == []
    assert numbers(CHEN_LI, "mine") == [by_chen]
    assert by_chen in numbers(CHEN_LI, "all") and by_chen not in numbers(LI_MIN, "mine")
    known = taken(office, CHEN_LI, scope="all")
    assert not any(FORM["subject"] == cell for row in known for cell in row)


def test_taking_it_stands_in_the_journal(office: Office, papers: list[Approval]) -> None:
    taken(office, HE_WEI, scope="waiting")
    (entry, *_) = journal.timeline(f"export:{office.pk(HE_WEI)}")
    assert (entry.verb, entry.facts["rows"]) == ("approvals.exported", 1)
