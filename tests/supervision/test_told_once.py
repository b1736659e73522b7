"""What was told once is not asked for again (law 11): results and reports are filled in with what is known."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from tests.supervision import story
from tests.supervision.sections import broken_down, end, lin_fang
from tests.world import AT, LI_MIN, TODAY, WANG_JIANPING, WU_XIAOFANG, ZHOU_QIMING, World
from zhongshu.kernel.clock import local_day, now
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters.models import AttachmentRole
from zhongshu.supervision import proofs, services
from zhongshu.supervision.models import Cycle, Directive
from zhongshu.ui.wording import long_date

pytestmark = pytest.mark.django_db


def report(world: World, directive: Directive, text: str, *, days: int, who: str = WANG_JIANPING) -> None:
    at = AT + timedelta(days=days)
    services.report(actor=world.actor(who), directive_id=directive.pk, text=text, at=at)


def shown(days: int) -> str:
    """The day of such a report as a page of today tells it."""
    return long_date(TODAY + timedelta(days=days), local_day(now()))


def page(world: World, directive: Directive, deed: str) -> str:
    sent = world.client(WANG_JIANPING).get(reverse(f"supervision:{deed}", args=[directive.pk]))
    return unescape(sent.content.decode())


def filled(world: World, directive: Directive, deed: str, field: str) -> list[str]:
    """The lines that stand in a field of the form before anybody has written."""
    found = re.search(rf'<textarea name="{field}".*?>(.*?)</textarea>', page(world, directive, deed), re.S)
    assert found is not None
    return found[1].strip().splitlines()


@pytest.fixture
def signed(world: World) -> Directive:
    return story.signed_for(world, story.handed_over(world))


def test_the_result_is_drafted_from_parts_reports_and_figures(world: World) -> None:
    whole, part = broken_down(world)
    report(world, whole, "已开动员会。", days=1)
    report(world, whole, "", days=2)
    report(world, whole, "财政局已核资金。", days=3, who=WU_XIAOFANG)
    services.ask_figures(
        actor=world.actor(LI_MIN),
        directive_id=whole.pk,
        labels=("入库项目数（个）",),
        period="2026-09",
        at=AT,
    )
    given = {whole.asks.get().pk: "36"}
    services.give_figures(actor=world.actor(WANG_JIANPING), directive_id=whole.pk, figures=given, at=AT)
    end(world, part)
    assert filled(world, whole, "completion", "feedback") == [
        "分解任务完成情况：",
        "投资科“汇总各县项目”：已汇总。",
        "办理情况：",
        f"{shown(1)}：已开动员会。",
        f"{shown(3)}：财政局已核资金。",
        "已报数据：",
        "入库项目数（个） 2026年9月 36",
    ]


def test_what_was_sent_back_starts_from_its_own_words(world: World, signed: Directive) -> None:
    report(world, signed, "先办的。", days=1)
    story.completed(world, signed)
    services.return_for_rework(
        actor=world.actor(LI_MIN), directive_id=signed.pk, reason="缺清单。", at=AT + timedelta(days=4)
    )
    report(world, signed, "清单已补。", days=5)
    assert filled(world, signed, "completion", "feedback") == [
        "投资计划已编制完成并报市政府审定。",
        "退回后的办理情况：",
        f"{shown(5)}：清单已补。",
    ]


def test_nothing_known_leaves_the_field_empty(world: World, signed: Directive) -> None:
    assert filled(world, signed, "completion", "feedback") == []
    assert "已填好分解任务" not in page(world, signed, "completion")


def test_the_page_of_completion_names_the_open_parts(world: World) -> None:
    whole, part = broken_down(world)
    for deed in ("completion", "field-report"):
        told = page(world, whole, deed)
        assert "还有 1 项分解任务没有办结销号" in told and part.matter.number in told, deed
    end(world, part)
    assert "没有办结销号" not in page(world, whole, "completion")


def test_papers_handed_in_with_reports_prove_completion_without_a_second_upload(
    world: World, signed: Directive
) -> None:
    wang = world.actor(WANG_JIANPING)
    services.report(actor=wang, directive_id=signed.pk, text="现场已查。", files=(story.proof(wang),), at=AT)
    handed_in = signed.matter.attachments.get()
    assert f'name="attached_ids" value="{handed_in.pk}"' in page(world, signed, "completion")
    told = {"feedback": "已办结。", "signed_by_id": world.people[ZHOU_QIMING].pk, "at": AT}
    with pytest.raises(Refusal) as refused:
        services.complete(actor=wang, directive_id=signed.pk, attached_ids=(handed_in.pk + 1,), **told)
    assert refused.value.code == "not_handed_in"
    services.complete(actor=wang, directive_id=signed.pk, attached_ids=(handed_in.pk,), **told)
    proving = signed.matter.attachments.get(role=AttachmentRole.EVIDENCE)
    assert proving.file == handed_in.file
    services.accept(actor=world.actor(LI_MIN), directive_id=signed.pk, opinion="属实。", at=AT)
    services.close_out(actor=world.actor(LI_MIN), directive_id=signed.pk, at=AT)


def test_what_proves_a_part_raises_no_question_about_the_whole(world: World) -> None:
    whole, part = broken_down(world)
    end(world, part)
    wang, lin = world.actor(WANG_JIANPING), lin_fang(world)
    whole.matter.organ = part.matter.organ  # the same office asks: 机关 → 科室
    whole.matter.save()
    services.complete(
        actor=wang, directive_id=whole.pk, feedback="已汇总。", signed_by_id=world.people[ZHOU_QIMING].pk,
        files=(story.proof(lin),), at=AT + timedelta(days=2),
    )  # fmt: skip
    whole.refresh_from_db()
    assert proofs.questions(wang, whole) == []


def test_a_round_begins_with_the_newest_words_and_what_the_parts_said_since(world: World) -> None:
    whole, part = broken_down(world)
    services.set_cycle(actor=world.actor(LI_MIN), directive_id=whole.pk, cycle=Cycle.MONTHLY, at=AT)
    report(world, whole, "摸底完成。", days=1)
    report(world, whole, "又补报了两个县。", days=2)
    services.sign_for(actor=lin_fang(world), directive_id=part.pk, at=AT + timedelta(days=2))
    services.report(
        actor=lin_fang(world), directive_id=part.pk, text="已汇总六个县。", at=AT + timedelta(days=3)
    )
    lines = filled(world, whole, "progress", "text")
    assert lines[-1] == "投资科“汇总各县项目”：已汇总六个县。"
    report(world, whole, "六个县已汇总。", days=4)
    assert "已汇总六个县" not in "".join(filled(world, whole, "progress", "text")), "told already"
