"""A ledger of another keeping is taken over: each row once, with the state it says it has, and taken back whole."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.refusing import refused
from tests.supervision.ledgers.paper import Paper
from tests.supervision.old_ledger import brought, directive, imported, said, undone
from tests.supervision.story import handed_over
from tests.world import AT, LI_MIN, SUN_YAO, TODAY, WANG_JIANPING, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters import services as matters_services
from zhongshu.matters.models import Assignment, Light, Matter, Role
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.numbering.models import Issued
from zhongshu.supervision import queries, services
from zhongshu.supervision.imports import errors_sheet, lines_in, lines_of
from zhongshu.supervision.imports.lines import check
from zhongshu.supervision.ledgers import DROPPED, FINISHED
from zhongshu.supervision.ledgers import Matter as Row
from zhongshu.supervision.models import ImportState, LedgerImport, RowOutcome, State


def test_each_row_enters_in_the_state_it_says_it_has(world: World) -> None:
    ledger = imported(world, brought(world))
    assert (ledger.state, ledger.rows) == (ImportState.DONE, 6)
    states = dict(Matter.objects.values_list("title", "state"))
    assert states == {
        "改造老旧小区": State.DISPATCHED,
        "修订应急预案": State.DISPATCHED,
        "推进节能减排": State.DISPATCHED,
        "印发工作要点": State.CLOSED_OUT,
        "建设观测站": State.TERMINATED,
    }
    first = directive("改造老旧小区")
    assert first.foreign_number == "D-1"
    assert first.matter.number.endswith("1号")
    assert first.owner_name == "陈立"
    assert first.last_progress == "（补录）已开工3个"
    assert "存在问题：资金不足" in first.matter.body
    assert (first.matter.original_due, first.matter.light) == (date(2026, 12, 31), Light.GREEN)
    assert directive("修订应急预案").matter.light == Light.RED
    lasting = directive("推进节能减排").matter
    assert lasting.long_term
    assert lasting.current_due is not None
    assert lasting.current_due > TODAY


def test_what_had_ended_elsewhere_is_not_told_as_done_here(world: World) -> None:
    imported(world, brought(world))
    done = directive("印发工作要点")
    assert done.matter.closed_at is None
    assert done.verified_at is None
    assert not done.feedback
    dropped = directive("建设观测站")
    assert dropped.ended_reason == "原台账注明：已取消"
    told = Entry.objects.get(stream=done.matter.stream)
    assert told.verb == "supervision.taken_over"
    assert told.facts["said"] == "已办结"
    assert told.facts["row"] == 6


def test_what_is_open_lies_with_its_units_and_nobody_else(world: World) -> None:
    imported(world, brought(world))
    held = Assignment.objects.filter(matter__title="改造老旧小区").order_by("pk")
    assert [(a.role, a.holder_unit.short_name if a.holder_unit else "") for a in held] == [
        (Role.LEAD, "市教育局"),
        (Role.SUPPORT, "市财政局"),
    ]
    assert not Assignment.objects.filter(matter__title__in=["印发工作要点", "建设观测站"]).exists()
    assert not matters.orphans().exists()
    seen = Matter.objects.visible_to(world.actor(WANG_JIANPING))
    assert list(seen.values_list("title", flat=True)) == ["推进节能减排"]


def test_a_row_with_mistakes_stays_out_and_says_why(world: World) -> None:
    ledger = imported(world, brought(world))
    (row,) = queries.refused_rows(ledger)
    assert (row.row, row.outcome) == (8, RowOutcome.REFUSED)
    assert "名录里没有“市气象观象台”" in row.why
    sheet, count = errors_sheet(lines_of(ledger, TODAY))
    assert count == 1
    cells = [c.value for c in load_workbook(sheet).active[2]]
    assert cells[:5] == ["台账", "8", "D-6", "", "观测暴雨"]


def test_the_same_file_again_takes_no_row_twice(world: World) -> None:
    imported(world, brought(world))
    before = set(Matter.objects.values_list("pk", flat=True))
    again = imported(world, brought(world, name="又一份.xlsx"))
    assert set(Matter.objects.values_list("pk", flat=True)) == before
    assert again.taken.filter(outcome=RowOutcome.TAKEN).count() == 0


def test_what_this_house_gave_out_itself_is_not_taken_in_a_second_time(world: World) -> None:
    kept = handed_over(world).matter
    paper = Paper("台账")
    paper.put("编号", "督办事项", "牵头单位", "完成时限")
    paper.put(kept.number, kept.title, "市发展改革委", "2026年12月31日")
    paper.put("外〔2026〕1号", "另一件", "市教育局", "2026年12月31日")
    ledger = imported(world, brought(world, paper))
    (row,) = queries.refused_rows(ledger)
    assert row.why == f"“{kept.number}”已在本系统的台账里，不再补录。"
    assert Matter.objects.filter(title=kept.title).count() == 1
    assert directive("另一件").foreign_number == "外〔2026〕1号"


def test_stopped_on_the_way_it_goes_on_where_it_was(world: World) -> None:
    ledger = brought(world)

    def stop(_count: int) -> None:
        raise RuntimeError("the machine went out")

    with pytest.raises(RuntimeError):
        services.import_ledger(actor=world.actor(LI_MIN), import_id=ledger.pk, at=AT, step=stop, size=2)
    ledger.refresh_from_db()
    assert (ledger.state, Matter.objects.count()) == (ImportState.STOPPED, 2)
    assert imported(world, ledger).state == ImportState.DONE
    assert Matter.objects.count() == 5
    numbers = Issued.objects.order_by("n").values_list("n", flat=True)
    assert list(numbers) == [1, 2, 3, 4, 5]


def test_an_import_needs_approver_and_basis(world: World) -> None:
    ledger = said(world, brought(world), approver_id=None)
    with refused("no_approver", match="批准人") as caught:
        imported(world, ledger)
    assert caught.value.rule == "D-01"
    assert not Matter.objects.exists()


def test_columns_are_what_a_person_says_they_are(world: World) -> None:
    ledger = said(world, brought(world), {"台账!E": "other", "台账!H": "progress", "G": "problem"})
    imported(world, ledger)
    first = directive("改造老旧小区")
    assert first.owner_name == ""
    assert first.last_progress == "（补录）资金不足"
    assert "存在问题：已开工3个" in first.matter.body
    with refused("no_such_part", match="没有“kin”这种列"):
        said(world, brought(world, name="别的.xlsx"), {"A": "kin"})


def test_of_several_leads_the_first_leads_if_so_said(world: World) -> None:
    p = Paper("台账")
    p.put("序号", "督办事项", "责任单位", "完成时限")
    p.put(1, "整治占道经营", "市教育局、市财政局", "2026年12月底")
    assert "2个牵头单位" in next(lines_of(brought(world, p), TODAY)).mistakes[0]
    ledger = said(world, LedgerImport.objects.get(), first_leads=True)
    imported(world, ledger)
    held = Assignment.objects.order_by("pk").values_list("role", "holder_unit__short_name")
    assert list(held) == [(Role.LEAD, "市教育局"), (Role.SUPPORT, "市财政局")]


def test_a_name_once_explained_is_known_ever_after(world: World) -> None:
    ledger = brought(world)
    unit = world.units["JYJ"]
    told = {"import_id": ledger.pk, "name": "市气象观象台", "at": AT}
    services.explain_name(actor=world.actor(LI_MIN), unit_id=unit.pk, **told)
    imported(world, ledger)
    assert directive("观测暴雨").matter.lead_unit == unit
    assert "市气象观象台" in [one.name for one in queries.learnt_aliases(world.actor(LI_MIN)).rows]
    with refused("name_is_taken", Conflict):
        services.explain_name(actor=world.actor(LI_MIN), unit_id=world.units["CZJ"].pk, **told)
    with refused("no_such_import", NotFound):
        services.explain_name(actor=world.actor(SUN_YAO), unit_id=unit.pk, **told)


def test_the_running_totals_know_of_it(world: World) -> None:
    ledger = imported(world, brought(world))
    assert matters_services.recount(actor=SYSTEM, at=AT).differences == ()
    undone(world, ledger)
    assert matters_services.recount(actor=SYSTEM, at=AT).differences == ()


def test_it_is_the_business_of_those_who_supervise(world: World) -> None:
    ledger = brought(world)
    with refused("no_such_import", NotFound):
        services.import_ledger(
            actor=world.actor(WANG_JIANPING), import_id=ledger.pk, at=AT, step=lambda _: None
        )
    with refused("not_a_supervisor", Forbidden):
        services.bring_ledger(
            actor=world.actor(WANG_JIANPING), unit_id=world.units["FGW"].pk, file=ledger.file, at=AT
        )


@pytest.mark.parametrize(
    ("said_of_it", "ending"),
    [
        ({"status": "已办结"}, FINISHED),
        ({"status": "完成"}, FINISHED),
        ({"status": "未完成"}, ""),
        ({"status": "基本完成"}, ""),
        ({"progress": "已完成"}, FINISHED),
        ({"progress": "已完成方案编制"}, ""),
        ({"remark": "已销号（3月1日）", "withdrawn": True}, FINISHED),
        ({"status": "未销号"}, ""),
        ({"remark": "取消", "withdrawn": True}, DROPPED),
        ({"withdrawn": True}, DROPPED),
    ],
)
def test_how_a_row_has_ended(said_of_it: dict[str, object], ending: str) -> None:
    row = Row(3, task="办一件事", lead=["市教育局"], **said_of_it)  # type: ignore[arg-type]
    assert check(row, {"市教育局": 1}, TODAY, first_leads=False).ending == ending


@given(
    st.lists(st.sampled_from(["市教育局", "市财政局", "某某局", "市教育局机关"]), max_size=4), st.booleans()
)
def test_a_row_without_mistakes_has_one_lead_that_does_not_support(names: list[str], first: bool) -> None:
    row = Row(3, task="办一件事", lead=names[:2], support=names[2:])
    known = {"市教育局": 1, "市财政局": 2, "市教育局机关": 1}
    line = check(row, known, TODAY, first_leads=first)
    if line.mistakes:
        assert len(row.lead) != 1 or "某某局" in names
    else:
        assert line.lead_id in (1, 2)
        assert line.lead_id not in line.support_ids
        assert len(set(line.support_ids)) == len(line.support_ids)


def test_a_row_refused_on_one_sheet_stays_told_when_another_sheet_has_a_row_of_that_number(
    world: World,
) -> None:
    """Batches may part two sheets: what the later one takes over is not what the former had refused."""
    paper = Paper("第一张")
    for title in ("第一张", "第二张"):
        if title == "第二张":
            paper.turn(title)
        paper.put("督办事项", "牵头单位", "完成时限")
        paper.put(f"{title}的事", "市教育局" if title == "第二张" else "没有这个局", "2026年12月1日")
    ledger = brought(world, paper)
    services.import_ledger(actor=world.actor(LI_MIN), import_id=ledger.pk, at=AT, step=lambda _: None, size=1)
    assert queries.outcomes(ledger) == {RowOutcome.TAKEN: 1, RowOutcome.REFUSED: 1}


@pytest.mark.parametrize("packed", [True, False])
def test_a_blank_lead_in_a_text_says_that_merged_cells_were_lost(
    world: World, tmp_path: Path, packed: bool
) -> None:
    """Merged cells saved as .csv are blank but for the first: the row is not guessed at, its way out is told."""
    rows = [
        ("督办事项", "牵头单位", "完成时限"),
        ("加固堤防", "市水利局", "2026年12月1日"),
        ("清淤", "", "2026年12月2日"),
    ]
    path = tmp_path / ("a.xlsx" if packed else "a.csv")
    paper = Paper("台账")
    for row in rows:
        paper.put(*row)
    if packed:
        paper.book.save(path)
    else:
        path.write_text("\n".join(",".join(row) for row in rows), encoding="gb18030")
    told = ["".join(line.mistakes) for line in lines_in(path, "a", {}, TODAY, first_leads=False)]
    assert told[1].startswith("没有写牵头单位。")
    assert ("请改传原来的 .xlsx" in told[1]) is not packed
    assert "xlsx" not in told[0]
