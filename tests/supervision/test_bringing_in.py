"""What a text says of itself is not asked again: its heading, its day, and how often to report."""

from datetime import date

import pytest

from tests.refusing import refused
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import Cycle, Directive, Intake, Origin
from zhongshu.supervision.presenters.finding import unknown_of

pytestmark = pytest.mark.django_db
YEAR = AT.year + 1
PAPER = f"""市政府常务会议纪要
（{AT.year}年1月5日）
会议决定，由市发展改革委牵头，市财政局配合，于{YEAR}年10月底前完成老旧小区改造方案，每月25日前报送进展。"""


def bring_in(world: World, text: str, **given: object) -> Intake:
    return services.bring_in(
        actor=world.actor(LI_MIN), unit_id=world.units["SWB-DC"].pk, text=text, at=AT, **given
    )


def test_heading_and_day_are_read_from_the_paper(world: World) -> None:
    intake = bring_in(world, PAPER)
    assert (intake.title, intake.document_date) == ("市政府常务会议纪要", date(AT.year, 1, 5))


def test_what_a_person_writes_wins(world: World) -> None:
    intake = bring_in(world, PAPER, title="第3次常务会议纪要", document_date=date(AT.year, 1, 6))
    assert (intake.title, intake.document_date) == ("第3次常务会议纪要", date(AT.year, 1, 6))


def test_a_text_without_a_heading_asks_for_one(world: World) -> None:
    with refused("no_title") as caught:
        bring_in(world, "请市发展改革委牵头研究，月底前报结果。")
    assert "title" in caught.value.fields
    assert not Intake.objects.exists()


def test_the_same_words_again_are_told_and_lead_to_what_became_of_them(world: World) -> None:
    first = bring_in(world, PAPER)
    with refused("brought_in_already") as caught:
        bring_in(world, PAPER.replace("\n", "\n\n "), title="另一个标题")
    assert "2026-09-18 由李敏导入过，还没有确认立项" in str(caught.value.sentence)
    assert caught.value.earlier == first
    bring_in(world, PAPER, again=True)
    bring_in(world, PAPER.replace("老旧小区", "城中村"))
    assert Intake.objects.count() == 3


def test_the_page_offers_the_way_there_and_to_go_on_all_the_same(world: World) -> None:
    first = bring_in(world, PAPER)
    client, sent = (
        world.client(LI_MIN),
        {"text": PAPER, "origin": "meeting", "unit_id": world.units["SWB-DC"].pk},
    )
    page = client.post("/supervision/intakes/new/", sent)
    assert page.status_code == 409
    assert f'href="/supervision/intakes/{first.pk}/"' in page.content.decode()
    assert 'name="again"' in page.content.decode()
    assert client.post("/supervision/intakes/new/", {**sent, "again": "on"}).status_code == 303


def test_a_clause_asking_for_reports_becomes_the_cycle_of_the_matter(world: World) -> None:
    intake = bring_in(world, PAPER)
    finding = queries.findings(intake)[0]
    assert (finding.due, finding.cycle, finding.due_rule) == (date(YEAR, 10, 31), Cycle.MONTHLY, "monthly 25")
    assert finding.cycle_text == "每月25日前"
    assert len(queries.findings(intake)) == 1
    choice = services.Choice(
        finding_id=finding.pk, action=finding.action, lead_id=finding.lead_id, due=finding.due,
        due_rule=finding.due_rule, cycle=finding.cycle,
    )  # fmt: skip
    (directive,) = services.confirm(
        actor=world.actor(LI_MIN), intake_id=intake.pk, unit_id=world.units["SWB-DC"].pk,
        approver_id=world.people[HE_WEI].pk, basis="纪要", choices=[choice], at=AT,
    )  # fmt: skip
    first = directive.rounds.order_by("nominal").first()
    assert directive.matter.current_due == date(YEAR, 10, 31)
    assert first is not None and first.nominal.day == 25


def test_days_with_nothing_they_count_from_are_proposed_from_the_day_of_the_paper(world: World) -> None:
    text = f"督办通知\n（{AT.year}年1月5日）\n请市财政局三天内拿出方案，请市教育局5个工作日内反馈。"
    found = queries.findings(bring_in(world, text))
    assert [(one.due, one.due_rule) for one in found] == [(date(AT.year, 1, 8), ""), (None, "P5WD")]


WRITTEN = f"陈立同志{AT.year}年1月5日批示：请市财政局牵头，{YEAR}年3月底前完成资金核查。"


def decide(world: World, intake: Intake, **given: object) -> list[Directive]:
    choices = [
        services.Choice(finding_id=one.pk, action=one.action, lead_id=one.lead_id, due=one.due)
        for one in queries.findings(intake)
    ]
    return services.confirm(
        actor=world.actor(LI_MIN), intake_id=intake.pk, unit_id=world.units["SWB-DC"].pk, at=AT,
        approver_id=world.people[HE_WEI].pk, basis="批示", choices=choices, **given,
    )  # fmt: skip


def test_what_comes_of_an_instruction_bears_its_leader_day_and_words(world: World) -> None:
    """Rule D-27; close-out then waits for the answer to him (D-25)."""
    intake = bring_in(world, WRITTEN, title="陈立同志批示", origin=Origin.INSTRUCTION)
    (directive,) = decide(world, intake, instructed_by_id=world.people[CHEN_LI].pk)
    assert directive.instructed_by == world.people[CHEN_LI]
    assert (directive.instructed_on, directive.instruction_class) == (date(AT.year, 1, 5), "order")
    assert directive.instruction == WRITTEN


def test_an_instruction_of_nobody_opens_nothing(world: World) -> None:
    intake = bring_in(world, WRITTEN, title="陈立同志批示", origin=Origin.INSTRUCTION)
    with refused("origin_incomplete") as caught:
        decide(world, intake)
    assert list(caught.value.fields) == ["instructed_by_id"] and caught.value.rule == "D-27"
    assert not Directive.objects.exists()


def test_units_that_no_directory_knows_are_told_and_not_lost(world: World) -> None:
    text = f"专题会议纪要\n会议议定：由市财政局牵头，城投集团配合，{YEAR}年3月底前完成资金核查。"
    (finding,) = queries.findings(bring_in(world, text))
    assert unknown_of(finding, "support") == "城投集团" and unknown_of(finding, "lead") == ""


@pytest.mark.parametrize(
    ("title", "origin"),
    [
        ("2026年市政府重点工作任务分解表", Origin.KEY_WORK),
        ("关于印发政府工作报告主要任务分解方案的通知", Origin.KEY_WORK),
        ("全市重点工作推进会议纪要", Origin.MEETING),
        ("陈立同志在信访件上的批示", Origin.INSTRUCTION),
        ("省委巡视组反馈意见整改任务清单", Origin.CRITICISM),
        ("市人大代表第38号建议办理任务", Origin.PROPOSAL),
        ("国务院办公厅关于做好防汛工作的通知", Origin.SUPERIOR),
        ("周例会记录", Origin.MEETING),
    ],
)
def test_the_title_tells_where_a_paper_comes_from_until_somebody_says_otherwise(
    world: World, title: str, origin: Origin
) -> None:
    assert bring_in(world, PAPER, title=title).origin == origin
    assert bring_in(world, PAPER, title=title, origin=Origin.PETITION, again=True).origin == Origin.PETITION


TABLE = f"""序号\t重点任务\t牵头单位\t完成时限
12\t编制老旧小区改造方案\t市发展改革委\t{YEAR}年10月31日
（十三）\t清查财政存量资金\t市财政局\t{YEAR}年11月30日"""


def test_matters_of_a_key_work_table_bear_their_number_in_it_and_its_day(world: World) -> None:
    """Rule D-27: what registering one by one asks for is taken from the table."""
    told = {"title": f"{YEAR}年重点工作任务分解表", "document_date": date(AT.year, 1, 5)}
    opened = decide(world, bring_in(world, TABLE, **told))
    assert [(one.source_number, one.source_date) for one in opened] == [
        ("第 12 项", date(AT.year, 1, 5)),
        ("第 十三 项", date(AT.year, 1, 5)),
    ]


def test_an_origin_put_right_is_kept_and_the_number_of_a_row_is_no_number_of_minutes(world: World) -> None:
    intake = bring_in(world, TABLE, title="重点工作任务分解表")
    opened = decide(world, intake, origin=Origin.MEETING)
    intake.refresh_from_db()
    assert intake.origin == Origin.MEETING
    assert {(one.origin, one.source_number) for one in opened} == {(Origin.MEETING, "")}
