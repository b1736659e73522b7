"""What the pages refuse, in what words, and that nothing typed is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.supervision.pages.steps import bring_in, filled, open_one, paper, press, see, state, today
from tests.world import HE_WEI, LI_MIN, SUN_YAO, WANG_JIANPING, WU_XIAOFANG, ZHOU_QIMING, World

from zhongshu.matters.models import Attachment, Matter
from zhongshu.org.models import Appointment, Duty, Leave, Post, StandIn
from zhongshu.platform.files.models import File
from zhongshu.supervision.models import Directive, Finding, Hand, Intake


def _split(world: World, **changes: str) -> tuple[str, dict[str, str]]:
    """The address of a fresh intake's page, and its form filled in so that only ``changes`` may be wrong."""
    intake = bring_in(world)
    here = reverse("supervision:intake", args=[intake.pk])
    data = filled(world.client(LI_MIN).get(here).content.decode())
    data |= {"approver_id": str(world.people[HE_WEI].pk), "aside": "一般性要求。"}
    for number in range(1, int(data["cards"]) + 1):
        if not data[f"f{number}-lead_id"]:
            data |= {f"f{number}-no_follow_up": "on", f"f{number}-reason": "属一般性要求。"}
    return here, data | changes


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"f1-lead_id": "市气象局"}, "名录里没有“市气象局”"),
        ({"f1-lead_id": ""}, "还没有选牵头单位"),
        ({"f1-lead_id": "市财政局、市教育局"}, "一件事只能有一个牵头单位"),
        ({"f1-support_ids": "市发改委"}, "牵头单位不能同时是配合单位"),
        ({"f1-due": "2020-01-06"}, "已经过去"),
        ({"f1-action": " "}, "请写任务内容"),
        ({"f1-no_follow_up": "on"}, "不需督办要写明理由"),
        ({"approver_id": ""}, "请选择批准立项的领导"),
        ({"basis": ""}, "请写明立项依据"),
    ],
)
def test_a_wrong_card_is_told_and_nothing_is_opened(
    world: World, changes: dict[str, str], sentence: str
) -> None:
    here, data = _split(world, **changes)
    answer = world.client(LI_MIN).post(here, data | {"f2-action": "改过的任务"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    assert "改过的任务" in html
    assert not Matter.objects.exists()


def test_a_duty_left_out_says_why_and_asks_no_more(world: World) -> None:
    here = reverse("supervision:intake", args=[bring_in(world, "请市财政局、市教育局认真落实。").pk])
    before = world.client(LI_MIN).get(here).content.decode()
    data = filled(before) | {"f1-no_follow_up": "on", "f1-reason": "属一般性要求。", "basis": ""}
    html = world.client(LI_MIN).post(here, data).content.decode()
    assert "不需督办：属一般性要求。" in html
    assert "tcard--ask" in before
    assert "tcard--ask" not in html


def test_the_summary_names_the_card(world: World) -> None:
    here, data = _split(world, **{"f2-lead_id": "市气象局"})
    html = world.client(LI_MIN).post(here, data).content.decode()
    assert "有 1 处要改" in html
    assert "第 2 条 牵头单位：名录里没有" in html


def test_confirming_twice_opens_once(world: World) -> None:
    here, data = _split(world)
    limin = world.client(LI_MIN)
    assert [limin.post(here, data).status_code for _ in range(2)] == [303, 303]
    assert limin.post(here, data | {"once": "another"}).status_code == 303
    assert Matter.objects.count() == 2


def test_two_leads_in_the_text_ask_for_one(world: World) -> None:
    intake = bring_in(world, "市财政局、市教育局要完成校舍安全资金核查。")
    assert Finding.objects.get().lead is None
    html = world.client(LI_MIN).get(reverse("supervision:intake", args=[intake.pk])).content.decode()
    assert "请选一个牵头单位" in html


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"title": ""}, "请写标题"),
        ({"text": ""}, "请粘贴正文"),
        ({"text": "秘密★1年\n会议议定：市财政局负责。"}, "秘密"),
        ({"document_date": "昨天"}, "日期"),
    ],
)
def test_an_intake_that_cannot_be_read_keeps_what_was_typed(
    world: World, data: dict[str, str], sentence: str
) -> None:
    sent = {"title": "专题会议纪要", "origin": "meeting", "text": "市财政局负责核查。",
            "unit_id": world.units["SWB-DC"].pk}  # fmt: skip
    answer = world.client(LI_MIN).post(reverse("supervision:intake-new"), sent | data)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    assert not Intake.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("纪要.docx", b"no word file at all", "docx"),
        ("纪要.txt", b"", "空"),
        ("纪要.exe", b"MZ\x90\x00\x03" + bytes(64), "不接收"),
    ],
)
def test_an_unfit_file_is_named(world: World, name: str, content: bytes, sentence: str) -> None:
    upload = paper(name)
    upload.file.seek(0)
    upload.file.truncate()
    upload.file.write(content)
    upload.file.seek(0)
    upload.size = len(content)
    answer = world.client(LI_MIN).post(
        reverse("supervision:intake-new"),
        {"title": "纪要", "origin": "meeting", "file": upload, "unit_id": world.units["SWB-DC"].pk},
    )
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Intake.objects.exists()


def _completed(world: World) -> Directive:
    directive = open_one(world)
    wang = world.client(WANG_JIANPING)
    press(wang, directive, "signature")
    head = world.people[ZHOU_QIMING].pk
    press(wang, directive, "completion", feedback="已办结。", files=paper(), signed_by_id=head)
    return directive


def test_who_had_a_hand_in_it_does_not_verify(world: World) -> None:
    directive = _completed(world)
    limin = world.client(LI_MIN)
    address = reverse("supervision:verification", args=[directive.pk])
    assert address in see(limin, directive)
    Hand.objects.create(directive=directive, person=world.people[LI_MIN], at=directive.matter.opened_at)
    html = see(limin, directive)
    assert address not in html
    assert "<b>您不能审核这件事。</b>承办人不能审核自己办的事（代办的也算）。现在可以办的有何伟。" in html
    assert "您不能审核" not in see(world.client(HE_WEI), directive)
    assert limin.get(address).status_code == 403
    answer = press(limin, directive, "verification", verdict="accept")
    assert answer.status_code == 403
    assert "承办人不能审核自己办的事" in answer.content.decode()


def test_standing_in_for_the_supervisor_does_not_help_the_undertaker(world: World) -> None:
    directive = _completed(world)
    StandIn.objects.create(
        absent=world.people[LI_MIN], stand_in=world.people[WANG_JIANPING],
        starts_on=today(), ends_on=today() + timedelta(days=3),
    )  # fmt: skip
    wang = world.client(WANG_JIANPING)
    session = wang.session
    session["standing_in_for"] = world.people[LI_MIN].pk
    session.save()
    html = see(wang, directive)
    assert reverse("supervision:verification", args=[directive.pk]) not in html
    assert "您不能审核这件事。" in html
    assert press(wang, directive, "verification", verdict="accept").status_code == 403
    press(world.client(HE_WEI), directive, "verification", verdict="accept")
    assert "您不能给这件事销号。" in see(wang, directive)
    assert state(directive) == "completed"


def test_a_supervisor_in_the_lead_unit_does_not_verify(world: World) -> None:
    directive = _completed(world)
    post = Post.objects.create(unit=world.units["FGW"], title="挂职", duties=[Duty.SUPERVISE.value])
    Appointment.objects.create(person=world.people[LI_MIN], post=post, starts_on=today())
    Leave.objects.create(person=world.people[HE_WEI], starts_on=today(), ends_on=today())
    assert "请由督查部门没有参与承办的同志审核。" in see(world.client(LI_MIN), directive)
    assert press(world.client(LI_MIN), directive, "verification", verdict="accept").status_code == 403


def test_what_one_may_not_know_does_not_exist(world: World) -> None:
    directive = open_one(world)
    sunyao = world.client(SUN_YAO)
    for name in ("directive", "paper", "reckoning", "signature", "progress", "closure"):
        assert sunyao.get(reverse(f"supervision:{name}", args=[directive.pk])).status_code == 404


def test_the_supporting_unit_reports_but_does_not_complete(world: World) -> None:
    directive = open_one(world)
    press(world.client(WANG_JIANPING), directive, "signature")
    wu = world.client(WU_XIAOFANG)
    assert press(wu, directive, "progress", text="资金已下达。").status_code == 303
    assert press(wu, directive, "completion", feedback="已办结。").status_code == 403


def test_an_extension_after_the_date_is_refused_and_the_reason_stays(world: World) -> None:
    directive = open_one(world)
    wang = world.client(WANG_JIANPING)
    press(wang, directive, "signature")
    Matter.objects.filter(pk=directive.pk).update(current_due=today() - timedelta(days=1))
    later = (today() + timedelta(days=9)).isoformat()
    answer = press(wang, directive, "extension", new_due=later, reason="审批未下。")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "时限已过" in html
    assert "审批未下。" in html


def test_an_unsigned_completion_keeps_its_words_and_its_files(world: World) -> None:
    directive = open_one(world)
    wang = world.client(WANG_JIANPING)
    press(wang, directive, "signature")
    refused = press(wang, directive, "completion", feedback="方案已印发。", files=paper(), once="a")
    html = refused.content.decode()
    assert refused.status_code == 422
    assert "请选择签字的单位负责人" in html
    assert "方案已印发。" in html
    kept = refused.context["form"].data["kept"]
    head = world.people[ZHOU_QIMING].pk
    done = press(
        wang, directive, "completion", feedback="方案已印发。", kept=kept, signed_by_id=head, once="b"
    )
    assert done.status_code == 303
    assert Attachment.objects.get(matter_id=directive.pk).file.name == "验收单.txt"


def test_the_files_of_somebody_else_cannot_be_handed_in(world: World) -> None:
    directive = open_one(world)
    wang = world.client(WANG_JIANPING)
    press(wang, directive, "signature")
    refused = press(wang, directive, "completion", feedback="方案已印发。", files=paper(), once="a")
    kept = refused.context["form"].data["kept"]
    wu = world.client(WU_XIAOFANG)
    press(wu, directive, "progress", text="资金已下达。", kept=kept)
    press(wu, directive, "progress", text="资金已下达。", kept="forged")
    assert not Attachment.objects.filter(matter_id=directive.pk).exists()


def test_a_form_sent_twice_counts_once(world: World) -> None:
    directive = open_one(world)
    wang = world.client(WANG_JIANPING)
    assert [press(wang, directive, "signature", once="a").status_code for _ in range(2)] == [303, 303]
    twice = [press(wang, directive, "progress", text="已摸底。", files=paper(), once="b") for _ in range(2)]
    assert [answer.status_code for answer in twice] == [303, 303]
    assert File.objects.filter(name="验收单.txt").count() == 1
    assert see(wang, directive).count("已摸底。") == 1


def test_a_button_pressed_too_late_says_where_the_matter_stands(world: World) -> None:
    directive = _completed(world)
    answer = press(world.client(WANG_JIANPING), directive, "progress", text="补充说明。")
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "这件事现在是“待审核”" in html
    assert "补充说明。" in html


def test_a_box_takes_no_more_words_than_a_program_may_send(world: World) -> None:
    directive = open_one(world)
    wang = world.client(WANG_JIANPING)
    press(wang, directive, "signature")
    answer = press(wang, directive, "progress", text="请" * 4001, once="a")
    assert answer.status_code == 422
    assert "最多 4000 个字，现在有 4001 个。" in answer.content.decode()
    assert press(wang, directive, "progress", text="请" * 4000, once="b").status_code == 303
