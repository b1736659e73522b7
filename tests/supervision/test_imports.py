"""A ledger of another keeping is taken over: each row once, with the state it says it has, and taken back whole."""

import io
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.refusing import refused
from tests.supervision.ledgers.paper import Paper
from tests.world import AT, HE_WEI, LI_MIN, SUN_YAO, TODAY, WANG_JIANPING, WU_XIAOFANG, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters import services as matters_services
from zhongshu.matters.models import Assignment, Group, Light, Matter, Role
from zhongshu.org import queries as org
from zhongshu.platform.files import services as files
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.notify.models import Notice
from zhongshu.platform.numbering.models import Issued
from zhongshu.platform.search import queries as search
from zhongshu.supervision import queries, services
from zhongshu.supervision.imports import errors_sheet, lines_of
from zhongshu.supervision.imports.lines import Line, check
from zhongshu.supervision.ledgers import DROPPED, FINISHED
from zhongshu.supervision.ledgers import Matter as Row
from zhongshu.supervision.models import Directive, ImportState, LedgerImport, RowOutcome, State
from zhongshu.supervision.presenters.tried import SHOWN, again, tried
from zhongshu.supervision.queries import Filter

MARKED = {"m": {"mistakes": ["没有写牵头单位。"]}, "n": {"notes": ["时限已过。"]}, "o": {}}
HEAD = ("编号", "督办事项", "牵头单位", "配合单位", "责任领导", "完成时限", "进展情况", "存在问题", "状态")


def written() -> Paper:
    """Six rows: under way, late, long-term, finished, dropped, and one whose unit nobody knows."""
    p = Paper("台账")
    p.across("2026年重点督办台账", len(HEAD))
    p.put(*HEAD)
    p.put(
        "D-1",
        "改造老旧小区",
        "市教育局",
        "市财政局",
        "陈立",
        "2026年12月31日",
        "已开工3个",
        "资金不足",
        "进行中",
    )
    p.put("D-2", "修订应急预案", "市财政局", None, None, "2026年3月底", None, None, None)
    p.put("D-3", "推进节能减排", "市发改委", None, None, "长期坚持", None, None, None)
    p.put("D-4", "印发工作要点", "市教育局", None, None, "2026年2月底", "已印发", None, "已办结")
    p.put("D-5", "建设观测站", "市教育局", None, None, "2026年5月底", None, None, "已取消")
    p.put("D-6", "观测暴雨", "市气象观象台", None, None, "2026年6月底", None, None, None)
    return p


@cache
def saved() -> bytes:
    """The same bytes each time: a workbook bears the moment at which it was saved."""
    stream = io.BytesIO()
    written().book.save(stream)
    return stream.getvalue()


def brought(world: World, paper: Paper | None = None, name: str = "原台账.xlsx") -> LedgerImport:
    stream = io.BytesIO(b"" if paper else saved())
    if paper:
        paper.book.save(stream)
    stream.seek(0)
    actor = world.actor(LI_MIN)
    file = files.store(actor=actor, stream=stream, name=name, at=AT)
    ledger = services.bring_ledger(actor=actor, unit_id=world.units["SWB-DC"].pk, file=file, at=AT)
    return said(world, ledger)


def said(
    world: World, ledger: LedgerImport, columns: dict[str, str] | None = None, **more: object
) -> LedgerImport:
    told = {
        "columns": columns or {},
        "first_leads": False,
        "origin": "key_work",
        "approver_id": world.people[HE_WEI].pk,
        "basis": "沿用原台账",
    } | more
    return services.map_ledger(actor=world.actor(LI_MIN), import_id=ledger.pk, at=AT, **told)


def imported(world: World, ledger: LedgerImport) -> LedgerImport:
    return services.import_ledger(actor=world.actor(LI_MIN), import_id=ledger.pk, at=AT, step=lambda _: None)


def undone(world: World, ledger: LedgerImport, reason: str = "导错了文件") -> LedgerImport:
    return services.undo_import(
        actor=world.actor(LI_MIN), import_id=ledger.pk, reason=reason, at=AT, step=lambda _: None
    )


def directive(title: str) -> Directive:
    return Directive.objects.select_related("matter__lead_unit").get(matter__title=title)


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
    assert cells[:4] == ["台账", "8", "D-6", "观测暴雨"]


def test_the_same_file_again_takes_no_row_twice(world: World) -> None:
    imported(world, brought(world))
    before = set(Matter.objects.values_list("pk", flat=True))
    again = imported(world, brought(world, name="又一份.xlsx"))
    assert set(Matter.objects.values_list("pk", flat=True)) == before
    assert again.taken.filter(outcome=RowOutcome.TAKEN).count() == 0


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


def test_undone_as_a_whole_it_has_taught_no_name(world: World) -> None:
    ledger, actor = brought(world), world.actor(LI_MIN)
    told = {"import_id": ledger.pk, "unit_id": world.units["JYJ"].pk, "name": "市气象观象台", "at": AT}
    services.explain_name(actor=actor, **told)
    imported(world, ledger)
    undone(world, ledger)
    assert "市气象观象台" not in org.directory()
    (learnt,) = queries.learnt_aliases(actor).rows
    assert learnt.revoked_at == AT


def test_undone_in_part_its_names_hold(world: World) -> None:
    ledger, actor = brought(world), world.actor(LI_MIN)
    told = {"import_id": ledger.pk, "unit_id": world.units["JYJ"].pk, "name": "市气象观象台", "at": AT}
    services.explain_name(actor=actor, **told)
    imported(world, ledger)
    kept = directive("推进节能减排")
    services.sign_for(actor=world.actor(WANG_JIANPING), directive_id=kept.pk, at=AT)
    assert undone(world, ledger).state == ImportState.DONE
    assert "市气象观象台" in org.directory()


def test_undone_it_leaves_nothing_but_its_trail(world: World) -> None:
    ledger = imported(world, brought(world))
    assert undone(world, ledger).state == ImportState.UNDONE
    assert set(Matter.objects.values_list("group", "state")) == {(Group.VOID, State.VOIDED)}
    assert not Assignment.objects.filter(done_at__isnull=True).exists()
    assert {one.void_reason for one in Issued.objects.all()} == {"撤销台账导入：导错了文件"}
    assert search.newest("老旧小区", limit=5) == []
    actor = world.actor(LI_MIN)
    for narrowed in (Filter(), Filter(closed=True)):
        assert queries.ledger(actor, narrowed, today=TODAY).rows == []
    last = Entry.objects.filter(stream=directive("改造老旧小区").matter.stream).latest("seq")
    assert last.verb == "supervision.import_undone"


def test_the_running_totals_know_of_it(world: World) -> None:
    ledger = imported(world, brought(world))
    assert matters_services.recount(actor=SYSTEM, at=AT).differences == ()
    undone(world, ledger)
    assert matters_services.recount(actor=SYSTEM, at=AT).differences == ()


def test_what_somebody_acted_on_stays(world: World) -> None:
    ledger = imported(world, brought(world))
    kept = directive("推进节能减排")
    services.sign_for(actor=world.actor(WANG_JIANPING), directive_id=kept.pk, at=AT)
    assert undone(world, ledger).state == ImportState.DONE
    assert queries.outcomes(ledger) == {RowOutcome.TAKEN: 1, RowOutcome.REFUSED: 1, RowOutcome.UNDONE: 4}
    whys = [row.why for row in queries.refused_rows(ledger) if row.outcome == RowOutcome.TAKEN]
    assert whys == ["已有人办理（王建平），保留。"]
    assert directive("推进节能减排").state == State.UNDERTAKING


def test_what_the_house_does_overnight_keeps_nothing(world: World) -> None:
    ledger = imported(world, brought(world))
    night = AT + timedelta(days=3)
    services.turn_all(actor=SYSTEM, at=night)
    services.escalate(actor=SYSTEM, at=night)
    stream = directive("推进节能减排").matter.stream
    assert Entry.objects.filter(stream=stream).count() > 1
    assert undone(world, ledger).state == ImportState.UNDONE


def test_after_undoing_the_file_may_come_in_again(world: World) -> None:
    undone(world, imported(world, brought(world)))
    imported(world, brought(world))
    assert Matter.objects.exclude(group=Group.VOID).count() == 5
    numbers = Issued.objects.order_by("n").values_list("n", "status")
    assert [n for n, _status in numbers] == list(range(1, 11))


def test_what_is_not_imported_cannot_be_undone(world: World) -> None:
    ledger = brought(world)
    with refused("nothing_to_undo", Conflict):
        undone(world, ledger)
    imported(world, ledger)
    with refused("no_reason", match="理由"):
        undone(world, ledger, reason=" ")
    with refused("import_is_over", Conflict, match="已经导入过"):
        imported(world, ledger)


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


def test_each_unit_is_told_once_however_many_rows_it_got(world: World) -> None:
    paper = Paper("台账")
    paper.put(*HEAD)
    for number in range(5):
        paper.put(
            f"K-{number}",
            f"改造第{number}片老旧小区",
            "市发改委",
            "市财政局",
            None,
            "2026年12月底",
            *[None] * 3,
        )
    paper.put("K-9", "印发要点", "市教育局", None, None, "2026年2月底", "已印发", None, "已办结")
    ledger = imported(world, brought(world, paper))
    told = Notice.objects.filter(subject=ledger.stream)
    assert {line.text for line in told} == {
        "原台账《原台账》补录交办：本单位牵头5件、配合0件，请签收："
        "改造第0片老旧小区、改造第1片老旧小区、改造第2片老旧小区、改造第3片老旧小区、改造第4片老旧小区",
        "原台账《原台账》补录交办：本单位配合5件，请知悉："
        "改造第0片老旧小区、改造第1片老旧小区、改造第2片老旧小区、改造第3片老旧小区、改造第4片老旧小区",
    }
    assert told.values("person_id").distinct().count() == told.count()
    jianping = told.get(person_id=world.people[WANG_JIANPING].pk)
    assert jianping.url.endswith(f"?imported={ledger.pk}")
    for name in (WANG_JIANPING, WU_XIAOFANG):
        page = world.client(name).get(jianping.url).content.decode()
        assert page.count('class="ttl"') == 5 and "印发要点" not in page


def stopped(ledger: LedgerImport) -> LedgerImport:
    LedgerImport.objects.filter(pk=ledger.pk).update(state=ImportState.STOPPED)
    return ledger


def test_taking_up_again_tells_only_of_what_came_now(world: World) -> None:
    ledger = imported(world, brought(world))
    before = Notice.objects.count()
    Notice.objects.update(read_at=AT)
    services.import_ledger(
        actor=SYSTEM, import_id=stopped(ledger).pk, at=AT + timedelta(hours=1), step=lambda _: None
    )
    assert Notice.objects.count() == before > 0


def test_units_learn_that_they_need_not_do_it_after_all(world: World) -> None:
    ledger = imported(world, brought(world))
    asked = set(Notice.objects.values_list("pk", flat=True))
    actor, later = world.actor(LI_MIN), AT + timedelta(hours=1)
    told = {"import_id": ledger.pk, "reason": "导错了文件", "at": later}
    services.undo_import(actor=actor, **told, step=lambda _: None)
    assert not Notice.objects.filter(pk__in=asked, read_at__isnull=True).exists()
    said = Notice.objects.filter(subject=ledger.stream).exclude(pk__in=asked)
    assert said and all("的导入已撤销（导错了文件），本单位这" in one.text for one in said)
    assert said.values("person_id").distinct().count() == said.count()


@given(st.lists(st.sampled_from("mno"), max_size=700))
def test_a_dry_run_shows_what_is_wrong_first_and_counts_all(kinds: list[str]) -> None:
    lines = [
        Line(Row(sheet="台账", row=place, category="", task=str(place), lead=[kind]), **MARKED[kind])
        for place, kind in enumerate(kinds)
    ]
    told = tried(lines, frozenset("no"))
    assert (told.rows, told.wrong) == (len(kinds), kinds.count("m"))
    assert told.unknown == (["m"] if "m" in kinds else [])
    weights = ["mno".index(row.lead) for row in told.lines]
    assert weights == sorted(map("mno".index, kinds))[:SHOWN]
    assert again(told.kept()) == told
