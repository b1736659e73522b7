"""No duty of a text is left without an answer: followed as a matter, or not followed because of a reason."""

from dataclasses import replace
from typing import Any

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.supervision.pages.steps import bring_in, filled
from tests.world import AT, HE_WEI, LI_MIN, TODAY, WANG_JIANPING, ZHOU_QIMING, World
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters.models import Assignment, Role
from zhongshu.org.models import Leave
from zhongshu.supervision import proofs, queries, rules, services
from zhongshu.supervision.extraction import extract
from zhongshu.supervision.models import Decision, Directive, Intake
from zhongshu.supervision.services import Choice

pytestmark = pytest.mark.django_db
DUTIES = (
    "市发展改革委牵头，市财政局配合，2099年10月底前完成老旧小区改造方案编制。",
    "南湖县2099年11月底前完成三座水库除险加固。",
    "市财政局每月5日前报送资金拨付情况。",
    "由市教育局负责，2099年年底前建成两所公办幼儿园。",
)
OTHERS = ("会议听取了上半年工作情况的汇报。", "会议认为，去年全市经济运行总体平稳。", "张三同志主持会议。")


def choices(intake: Intake, world: World, *, drop: bool = False) -> list[Choice]:
    return [
        Choice(finding_id=one.pk, action=one.action, no_follow_up=True, reason="已另行部署。")
        if drop
        else Choice(finding_id=one.pk, action=one.action, lead_id=one.lead_id or world.units["FGW"].pk)
        for one in queries.findings(intake)
    ]


def confirm(
    intake: Intake,
    world: World,
    decided: list[Choice],
    *,
    aside: str = "",
    asides: dict[str, str] | None = None,
) -> list[Directive]:
    return services.confirm(
        actor=world.actor(LI_MIN), intake_id=intake.pk, unit_id=world.units["SWB-DC"].pk,
        approver_id=world.people[HE_WEI].pk, basis="纪要", choices=decided, at=AT, aside=aside, asides=asides,
    )  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(st.sampled_from(DUTIES + OTHERS), min_size=1, max_size=6, unique=True),
    lost=st.integers(0, 5),
)
def test_every_duty_of_the_text_is_covered_or_blocks(world: World, lines: list[str], lost: int) -> None:
    intake = bring_in(world, "\n".join(lines))
    found = queries.findings(intake)
    if found:
        found[lost % len(found)].delete()
    left = proofs.unresolved(intake, [(one.start, one.end) for one in queries.findings(intake)])
    kept = [(one.start, one.end) for one in queries.findings(intake)] + [(one.start, one.end) for one in left]
    for duty in extract(intake.text, directory=queries.directory(intake.organ_id)):
        assert any(start < duty.sentence.end and duty.sentence.start < end for start, end in kept)
    fates = {one.fate for one in proofs.coverage(intake)}
    assert ("unresolved" in fates) == bool(left)
    if left:
        with pytest.raises(Refusal) as refused:
            confirm(intake, world, choices(intake, world, drop=True))
        assert refused.value.code in ("sentences_unanswered", "nothing_to_open")


def test_a_finding_that_was_deleted_blocks_until_a_reason_is_given(world: World) -> None:
    intake = bring_in(world, "\n".join(DUTIES[:2]))
    queries.findings(intake)[1].delete()
    decided = choices(intake, world)
    with pytest.raises(Refusal) as refused:
        confirm(intake, world, decided)
    assert (refused.value.code, refused.value.rule) == ("sentences_unanswered", "M-12")
    confirm(intake, world, decided, aside="县里已完成。")
    kept = intake.findings.get(decision=Decision.NO_FOLLOW_UP)
    assert (kept.reason, intake.text[kept.start : kept.end]) == ("县里已完成。", DUTIES[1])
    assert {one.fate for one in proofs.coverage(intake)} == {"opened", "dropped"}


def test_a_sentence_left_over_may_have_a_reason_of_its_own(world: World) -> None:
    intake = bring_in(world, "\n".join(DUTIES[:3]))
    for found in queries.findings(intake)[1:]:
        found.delete()
    decided = choices(intake, world)
    one, other = proofs.unresolved(intake, [(one.start, one.end) for one in queries.findings(intake)])
    with pytest.raises(Refusal) as refused:
        confirm(intake, world, decided, asides={one.place: "县里已完成。", other.place: " "})
    assert refused.value.code == "sentences_unanswered" and "1 句" in refused.value.sentence
    confirm(intake, world, decided, aside="属一般性要求。", asides={one.place: "县里已完成。"})
    kept = intake.findings.filter(decision=Decision.NO_FOLLOW_UP).order_by("start")
    assert [found.reason for found in kept] == ["县里已完成。", "属一般性要求。"]


def test_the_page_keeps_the_reason_typed_for_one_sentence(world: World) -> None:
    intake = bring_in(world, "\n".join(DUTIES[:2]))
    queries.findings(intake)[1].delete()
    here, limin = reverse("supervision:intake", args=[intake.pk]), world.client(LI_MIN)
    (left,) = proofs.unresolved(intake, [(one.start, one.end) for one in queries.findings(intake)])
    data = filled(limin.get(here).content.decode())
    assert data[f"aside-{left.place}"] == ""
    data |= {"approver_id": "", f"aside-{left.place}": "县里已完成。"}
    asked = limin.post(here, data)
    assert (
        asked.status_code == 422 and filled(asked.content.decode())[f"aside-{left.place}"] == "县里已完成。"
    )
    assert limin.post(here, data | {"approver_id": str(world.people[HE_WEI].pk)}).status_code == 303
    assert intake.findings.get(decision=Decision.NO_FOLLOW_UP).reason == "县里已完成。"


def test_the_heading_of_a_report_is_no_duty_to_be_answered(world: World) -> None:
    text = f"2099年市政府工作报告\n{DUTIES[0]}"
    intake = bring_in(world, text, title="2099年市政府工作报告")
    assert [one.text for one in proofs.signs(intake)] == [DUTIES[0]]


def test_a_duty_added_for_its_sentence_covers_it(world: World) -> None:
    intake = bring_in(world, "\n".join(DUTIES[:2]))
    queries.findings(intake)[1].delete()
    (left,) = proofs.unresolved(intake, [(one.start, one.end) for one in queries.findings(intake)])
    by_hand = Choice(action="除险加固", lead_id=world.units["NHX"].pk, start=left.start, end=left.end)
    opened = confirm(intake, world, [*choices(intake, world), by_hand])
    assert opened[1].source_excerpt == DUTIES[1]
    assert [one.fate for one in proofs.coverage(intake)] == ["opened", "opened"]
    assert all(finding.directive_id for finding in queries.findings(intake))


def test_the_page_shows_each_sentence_and_its_fate(world: World) -> None:
    intake = bring_in(world, "\n".join((OTHERS[0], *DUTIES[:2])))
    first, second = choices(intake, world)
    dropped = Choice(finding_id=second.finding_id, action="加固", no_follow_up=True, reason="县里已完成。")
    (opened,) = confirm(intake, world, [first, dropped])
    html = world.client(LI_MIN).get(reverse("supervision:intake-proof", args=[intake.pk])).content.decode()
    assert opened.matter.number in html and "县里已完成。" in html
    assert OTHERS[0] in html and "<mark>" + DUTIES[0] in html
    counted = [one.fate for one in proofs.coverage(intake)]
    assert counted == ["plain", "opened", "dropped"]


def test_the_split_page_offers_a_card_for_a_sentence_left_over(world: World) -> None:
    intake = bring_in(world, "\n".join(DUTIES[:2]))
    queries.findings(intake)[1].delete()
    client, page = world.client(LI_MIN), reverse("supervision:intake", args=[intake.pk])
    html = client.get(page).content.decode()
    assert "没有着落" in html and "按这句加一条" in html and "还有句子没有着落时必填" in html
    (left,) = proofs.unresolved(intake, [(one.start, one.end) for one in queries.findings(intake)])
    added = client.post(page, {"cards": "1", "add": f"{left.start}-{left.end}"}).content.decode()
    assert f'name="f2-start" value="{left.start}"' in added


def test_the_rule_asks_for_a_reason_only_when_something_is_left() -> None:
    assert rules.M_12_every_duty_answered(unanswered=0, reason="")
    assert not rules.M_12_every_duty_answered(unanswered=1, reason=" ")


def test_how_much_makes_a_sign_is_a_setting(world: World, settings: Any) -> None:
    intake = bring_in(world)
    seen = len(proofs.unresolved(intake, []))
    settings.RULES = {**settings.RULES, "M-12.sign_weight": 1000.0, "M-12.nobody_named": False}
    assert seen > 0
    assert proofs.unresolved(intake, []) == []


NOBODYS = "会议要求，要研究解决老旧小区停车难问题。"


def test_a_thing_asked_of_nobody_blocks_until_it_is_answered(world: World, settings: Any) -> None:
    intake = bring_in(world, f"{DUTIES[0]}\n{NOBODYS}\n要提高认识，切实加强领导。")
    with pytest.raises(Refusal) as refused:
        confirm(intake, world, choices(intake, world))
    assert refused.value.code == "sentences_unanswered"
    assert [one.text for one in proofs.unresolved(intake, [])] == [DUTIES[0], NOBODYS]
    page = world.client(LI_MIN).get(reverse("supervision:intake", args=[intake.pk])).content.decode()
    assert f'<mark class="ask">{NOBODYS}</mark>' in page, "told where it stands"
    assert 'data-phrase="一般性要求，不单独立项。"' in page, "one press gives all of them their reason"
    settings.RULES = {**settings.RULES, "M-12.nobody_named": False}
    assert [one.text for one in proofs.unresolved(intake, [])] == [DUTIES[0]]


def test_who_stands_in_for_one_duty_of_a_text_takes_those_of_the_unit_beside_it(world: World) -> None:
    Leave.objects.create(person=world.people[WANG_JIANPING], starts_on=TODAY, ends_on=TODAY)
    zhou = world.people[ZHOU_QIMING].pk
    intake = bring_in(world, f"{DUTIES[0]}\n由市发展改革委牵头，2099年11月底前编制用能指标方案。")
    first, second = choices(intake, world)
    with pytest.raises(services.ChoicesRefused):
        confirm(intake, world, [first, second])
    opened = confirm(intake, world, [first, replace(second, instead_ids=(zhou,))])
    held = Assignment.objects.filter(matter__in=[one.pk for one in opened], role=Role.LEAD)
    assert [one.holder_person_id for one in held] == [zhou, zhou]
