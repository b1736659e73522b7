"""Papers over the ledger (专报, 通报): their figures are those of the list, they are archived for themselves."""

import json
from datetime import timedelta

import pytest

from tests.refusing import refused
from tests.supervision import story
from tests.supervision.paperwork import (
    LATER,
    issued,
    overview,
    read,
)
from tests.world import (
    AT,
    CHEN_LI,
    LI_MIN,
    WANG_JIANPING,
    WU_XIAOFANG,
    ZHOU_QIMING,
    World,
)
from zhongshu.archive import offline
from zhongshu.archive.queries import place_of
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound, Refusal
from zhongshu.matters.models import Group, Matter
from zhongshu.platform.journal.queries import chain
from zhongshu.supervision import figures, papers, queries, services
from zhongshu.supervision.models import Paper, PaperKind
from zhongshu.supervision.queries import Filter

pytestmark = pytest.mark.django_db


def several(world: World) -> None:
    """Three matters: two late at LATER, one near its date."""
    story.signed_for(world, story.handed_over(world))
    story.handed_over(world, title="拨付应急补助资金", lead_id=world.units["CZJ"].pk, support_ids=())
    story.handed_over(world, title="编制水库加固方案", due=local_day(LATER) + timedelta(days=2))


@pytest.mark.parametrize(
    "narrowed", [Filter(), Filter(late=True), Filter(soon=True)], ids=["all", "late", "soon"]
)
def test_figures_are_those_of_the_list(world: World, narrowed: Filter) -> None:
    several(world)
    actor, day = world.actor(LI_MIN), local_day(LATER)
    told = read(issued(world, overview(world, PaperKind.REPORT, narrowed=narrowed)))
    rows = queries.ledger(actor, narrowed, today=day, size=100).rows
    assert f"共{figures.count(actor, narrowed, day)}件" in told
    assert len(rows) == figures.count(actor, narrowed, day)
    late = sum(1 for one in rows if one.current_due and one.current_due < day)
    assert f"逾期{late}件" in told
    assert all(row.title[:8] in told for row in rows)  # as much as stands on the first line of its cell


def test_a_report_goes_to_the_leaders_and_counts_in_issues_of_the_year(world: World) -> None:
    several(world)
    paper = issued(world, overview(world, PaperKind.REPORT))
    assert [one.name for one in paper.sent_to.all()] == [CHEN_LI]
    assert str(paper.number) == "2026年第1期"
    assert "督查专报" in read(paper)
    assert queries.paper(world.actor(CHEN_LI), paper.pk) == paper
    with refused("no_such_paper", NotFound):
        queries.paper(world.actor(WANG_JIANPING), paper.pk)


def test_a_bulletin_is_the_approvers_to_issue(world: World) -> None:
    """Rule D-10: criticism takes effect when the head has approved it."""
    several(world)
    paper = overview(world, PaperKind.BULLETIN)
    with refused("not_an_approver", Forbidden):
        issued(world, paper)
    told = read(issued(world, paper, by=CHEN_LI))
    assert "澄江市委办公室督办通报" in told
    assert {one.name for one in Paper.objects.get(pk=paper.pk).sent_to.all()} == {WANG_JIANPING, WU_XIAOFANG}


def test_a_bulletin_names_units_in_the_order_of_the_directory_and_no_person(world: World) -> None:
    several(world)
    told = read(issued(world, overview(world, PaperKind.BULLETIN), by=CHEN_LI))
    table = told[told.index("退回次数") : told.index("三、逾期事项")]
    assert table.index("市发展改革委") < table.index("市财政局")
    people = {WANG_JIANPING, ZHOU_QIMING, WU_XIAOFANG}
    assert [name for name in people if name in told] == []


def test_a_report_is_archived_as_a_matter_of_its_own(world: World) -> None:
    several(world)
    before = figures.count(world.actor(LI_MIN), Filter(), local_day(LATER))
    paper = issued(world, overview(world, PaperKind.REPORT))
    filed = paper.filed
    assert filed is not None and (filed.kind, filed.number) == ("overview", "督查专报2026年第1期")
    assert (filed.group, filed.archived_at, filed.assignments.count()) == (Group.CLOSED, LATER, 0)
    place = place_of(filed.deposit)
    assert offline.faults(place) == []
    assert sorted(one.suffix for one in (place / "files").iterdir()) == [".docx", ".pdf"]
    told = json.loads((place / "metadata.json").read_text(encoding="utf-8"))
    assert "督查专报" in str(told) and "在办" in str(told)
    verbs = [one.verb for one in chain(filed.stream)]
    assert verbs[0] == "supervision.paper_issued" and verbs[-1] == "supervision.paper_filed"
    assert figures.count(world.actor(LI_MIN), Filter(), local_day(LATER)) == before, (
        "no matter to be supervised"
    )
    for name in (LI_MIN, CHEN_LI):
        found = Matter.objects.visible_to(world.actor(name)).filter(pk=filed.pk)
        assert found.exists(), name
        page = world.client(name).get(f"/supervision/papers/filed/{filed.pk}/", follow=True)
        assert filed.deposit.code in page.content.decode(), name
    assert world.client(WANG_JIANPING).get(f"/supervision/papers/filed/{filed.pk}/").status_code == 404
    with pytest.raises(Conflict):
        services.file_paper(actor=world.actor(LI_MIN), paper_id=paper.pk, at=LATER)


def test_without_a_fonds_number_it_goes_out_and_is_filed_when_there_is_one(world: World) -> None:
    several(world)
    organ = world.units["SWB"]
    code, organ.fonds_code = organ.fonds_code, ""
    organ.save()
    paper = issued(world, overview(world, PaperKind.REPORT))
    here, limin = f"/supervision/papers/{paper.pk}/", world.client(LI_MIN)
    assert paper.filed is not None and paper.filed.archived_at is None
    assert "deposit/" in limin.get(here).content.decode()
    with pytest.raises(Refusal) as refused:
        services.file_paper(actor=world.actor(LI_MIN), paper_id=paper.pk, at=LATER)
    assert refused.value.rule == "A-06"
    organ.fonds_code = code
    organ.save()
    assert limin.post(here + "deposit/", {"once": "a"}).status_code == 303
    assert Paper.objects.get(pk=paper.pk).filed.deposit.code  # type: ignore[union-attr]
    assert "deposit/" not in limin.get(here).content.decode()


def test_nothing_and_too_much_are_refused(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refusal) as nothing:
        overview(world, PaperKind.REPORT)
    assert nothing.value.code == "nothing_selected"
    several(world)
    monkeypatch.setattr("zhongshu.supervision.papers.selection.MOST_ROWS", 2)
    with pytest.raises(Refusal) as much:
        overview(world, PaperKind.REPORT)
    assert much.value.code == "too_much_selected"
    with pytest.raises(Refusal) as kind:
        overview(world, PaperKind.NOTICE)
    assert kind.value.code == "no_such_paper_kind"


def test_the_figures_are_those_of_the_day_of_issue(world: World) -> None:
    several(world)
    paper = overview(world, PaperKind.REPORT)
    story.handed_over(world, title="完成供热管网改造")
    told = read(issued(world, paper))
    assert "共4件" in told
    assert "完成供热管网改造" in told


def test_a_filter_comes_back_as_it_was_kept() -> None:
    day = local_day(AT)
    whole = Filter(
        text="水库", scope="ours", state="undertaking", unit_id=3, late=True, due_from=day, ended_from=day
    )
    for narrowed in (Filter(), whole):
        assert papers.filter_of(papers.kept(narrowed)) == narrowed
