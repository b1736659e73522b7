"""Papers and routes through their pages, without JavaScript."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.approvals.conftest import LEAVE, publish
from tests.world import CHEN_LI, FOUNDED, HE_WEI, LI_MIN, World
from zhongshu.approvals import services
from zhongshu.approvals.models import Approval, Status
from zhongshu.kernel.clock import now
from zhongshu.org.models import Appointment, Duty, Person, Post
from zhongshu.platform.search import queries as search

SECRET = {
    **LEAVE,
    "name": "secret",
    "fields": [*LEAVE["fields"], {"code": "note", "label": "内情", "required": False}],
    "body": [
        {**LEAVE["body"][0], "rights": {"note": "hide", "subject": "write"}},
    ],
}
FORM = {"title": "用印申请", "urgency": "0", "v_subject": "印发通报", "v_copies": "2", "v_note": "不宜外传"}


@pytest.fixture(autouse=True)
def routes(world: World) -> None:
    publish(LEAVE, at=now())
    publish(SECRET, at=now())


def press(client: Client, name: str, *args: object, **data: Any) -> Any:
    return client.post(reverse(f"approvals:{name}", args=args), data)


def text(client: Client, name: str, *args: object) -> str:
    return str(client.get(reverse(f"approvals:{name}", args=args)).content.decode())


def handed_in(world: World, route: str = "leave") -> Approval:
    press(world.client(LI_MIN), "fill", route, **FORM)
    return Approval.objects.latest("pk")


def test_all_faults_of_the_form_stand_beside_their_fields(world: World) -> None:
    answer = press(world.client(LI_MIN), "fill", "leave", v_copies="两份", urgency="0")
    told = answer.content.decode()
    assert answer.status_code == 422 and not Approval.objects.exists()
    assert all(one in told for one in ("请写标题", "请填写用印事由", "请填写数字"))


def test_a_draft_is_kept_whatever_is_missing_and_handed_in_later(world: World) -> None:
    client = world.client(LI_MIN)
    press(client, "fill", "leave", title="用印申请", urgency="0", draft="1")
    paper = Approval.objects.get()
    assert paper.matter.state == "drafting" and "修改并提交" in text(client, "approval", paper.pk)
    assert press(client, "form", paper.pk, title="用印", v_subject="", v_copies="2").status_code == 422
    assert (
        press(client, "form", paper.pk, title="用印", v_subject="印发通报", v_copies="2").status_code == 303
    )
    assert "同意" in text(world.client(HE_WEI), "approval", paper.pk)


def test_what_a_stage_may_not_see_is_not_on_its_page(world: World) -> None:
    paper = handed_in(world, "secret")
    assert "不宜外传" in text(world.client(LI_MIN), "approval", paper.pk)
    seen = text(world.client(HE_WEI), "approval", paper.pk)
    assert "不宜外传" not in seen and "不向您显示" in seen


def test_agreeing_with_a_correction_is_told_in_the_timeline(world: World) -> None:
    paper = handed_in(world, "secret")
    client = world.client(HE_WEI)
    assert 'name="v_subject"' in text(client, "agreement", paper.pk)
    press(client, "agreement", paper.pk, opinion="拟同意", v_subject="印发督查通报")
    paper.refresh_from_db()
    assert (paper.status, paper.values["subject"]) == (Status.APPROVED, "印发督查通报")
    assert "印发通报 → 印发督查通报" in text(world.client(LI_MIN), "approval", paper.pk)


def test_given_back_with_the_way_chosen(world: World) -> None:
    paper = handed_in(world)
    client = world.client(HE_WEI)
    refused = press(client, "return", paper.pk, target="submit", way="straight", opinion="")
    assert refused.status_code == 422 and "请写明要改什么" in refused.content.decode()
    press(client, "return", paper.pk, target="submit", way="straight", opinion="份数不对")
    assert "办好后直接返回" in text(world.client(LI_MIN), "approval", paper.pk)


def test_a_signer_is_typed_by_name(world: World) -> None:
    paper = handed_in(world)
    client = world.client(HE_WEI)
    nobody = press(client, "signer", paper.pk, person_id="某某", place="before")
    assert nobody.status_code == 422 and "没有找到" in nobody.content.decode()
    assert press(client, "signer", paper.pk, person_id=CHEN_LI, place="before").status_code == 303
    assert "前加签" in text(world.client(CHEN_LI), "approval", paper.pk)


def test_before_several_are_agreed_to_it_is_told_whose_they_are(world: World) -> None:
    paper = handed_in(world)
    asked = press(world.client(HE_WEI), "agreements", ref=paper.pk).content.decode()
    assert "同意这 1 份" in asked and "李敏，督查科" in asked and "用印申请" in asked


def test_the_only_signer_added_is_ticked_of_two_none_is(world: World) -> None:
    paper, client = handed_in(world), world.client(HE_WEI)
    press(client, "signer", paper.pk, person_id=CHEN_LI, place="beside")
    assert text(client, "signer-removal", paper.pk).count("checked") == 1
    clerk = Person.objects.create(name="周敏之", staff_number="zhoumin")
    post = Post.objects.create(unit=world.units["SWB"], title="秘书科科员", duties=[])
    Appointment.objects.create(person=clerk, post=post, starts_on=FOUNDED)
    press(client, "signer", paper.pk, person_id=clerk.name, place="beside")
    assert "checked" not in text(client, "signer-removal", paper.pk)
    assert press(client, "signer-removal", paper.pk).status_code == 422


def test_exactly_the_ticked_are_agreed_to_with_the_count_before_and_after(world: World) -> None:
    papers = [handed_in(world) for _ in range(3)]
    ticked, client = [papers[0].pk, papers[2].pk], world.client(HE_WEI)
    listed = text(client, "papers")
    assert 'type="checkbox" name="ref"' in listed and "data-all" in listed
    before = press(client, "agreements", ref=ticked).content.decode()
    assert "同意这 2 份" in before and Approval.objects.filter(status=Status.APPROVED).count() == 0
    after = client.post(reverse("approvals:agreements"), {"ref": ticked, "confirmed": "1"}, follow=True)
    assert "勾选 2 份，已同意 2 份" in after.content.decode()
    done = Approval.objects.filter(status=Status.APPROVED).values_list("pk", flat=True)
    assert sorted(done) == sorted(ticked)


def test_what_was_changed_and_handed_in_anew_meanwhile_is_not_agreed_to_unseen(world: World) -> None:
    """Ticked and shown; meanwhile given back from another window, corrected and handed in again."""
    paper, client = handed_in(world), world.client(HE_WEI)
    shown = press(client, "agreements", ref=[paper.pk]).content.decode()
    assert "科室负责人" in shown and f'value="{paper.pk}-2"' in shown
    services.give_back(
        actor=world.actor(HE_WEI, now().date()), matter_id=paper.pk, target="submit", straight=False,
        opinion="再看", at=now(),
    )  # fmt: skip
    press(world.client(LI_MIN), "form", paper.pk, **FORM)
    after = client.post(
        reverse("approvals:agreements"), {"ref": f"{paper.pk}-2", "confirmed": "1"}, follow=True
    )
    told = after.content.decode()
    assert f"“{paper.matter.title}”：您刚才看到的那一步已经办过了" in told, "which of those ticked, and why"
    assert Approval.objects.get(pk=paper.pk).status == Status.RUNNING


@pytest.mark.parametrize("ref", ["", "-", "x-1", "1-x", "－1", "--2"])
def test_what_cannot_be_read_is_not_ticked(world: World, ref: str) -> None:
    handed_in(world)
    answer = world.client(HE_WEI).post(
        reverse("approvals:agreements"), {"ref": ref, "confirmed": "1"}, follow=True
    )
    assert "没有选中" in answer.content.decode()


def test_a_verb_done_meanwhile_is_refused_with_what_to_do(world: World) -> None:
    """Sent from a page that is out of date: a sentence and the paper as it is now, nothing done twice."""
    paper, client = handed_in(world), world.client(HE_WEI)
    assert press(client, "agreement", paper.pk, opinion="同意", asked_as="2").status_code == 303
    again = press(client, "agreement", paper.pk, opinion="同意", asked_as="2")
    assert again.status_code == 409 and "已经办结" in again.content.decode()
    assert press(client, "return", paper.pk, opinion="").status_code == 403


def test_a_field_that_the_stage_may_not_write_is_refused_whatever_is_sent(world: World) -> None:
    paper = handed_in(world)
    answer = press(world.client(HE_WEI), "agreement", paper.pk, opinion="同意", v_copies="9")
    assert answer.status_code == 403
    assert Approval.objects.get(pk=paper.pk).values["copies"] == "2"


def test_controls_of_a_route_look_like_those_of_the_house(world: World) -> None:
    shown = text(world.client(LI_MIN), "fill", "leave")
    assert 'class="inp"' in re.search(r'<[^>]*name="v_subject"[^>]*>', shown)[0]  # type: ignore[index]


def test_administrators_are_not_offered_to_sign(world: World) -> None:
    paper, client = handed_in(world), world.client(HE_WEI)
    offered = re.findall(r'<option value="([^"]+)"', text(client, "signer", paper.pk))
    assert any(one.startswith(CHEN_LI) for one in offered)
    user = world.people[CHEN_LI].user
    assert user is not None
    user.admin_role = "system"
    user.save()
    offered = re.findall(r'<option value="([^"]+)"', text(client, "signer", paper.pk))
    assert not any(one.startswith(CHEN_LI) for one in offered)


def test_what_waits_for_a_returned_paper_is_not_said_to_be_to_do(world: World) -> None:
    paper, client = handed_in(world), world.client(HE_WEI)
    press(client, "return", paper.pk, target="submit", way="straight", opinion="份数不对")
    shown = text(client, "approval", paper.pk)
    assert "等退回件" in shown and shown.count('aria-current="step"') == 1, "it lies with the drafter alone"


def test_lists_by_scope(world: World) -> None:
    paper = handed_in(world)
    assert paper.matter.number in text(world.client(HE_WEI), "papers")
    assert paper.matter.number not in text(world.client(LI_MIN), "papers")
    mine = world.client(LI_MIN).get(reverse("approvals:papers"), {"scope": "mine"}).content.decode()
    assert paper.matter.number in mine


def test_a_route_is_drawn_told_and_drafted_by_its_keeper(world: World) -> None:
    shown = text(world.client(LI_MIN), "route", "leave")
    assert "<svg" in shown and "style=" not in shown and "科室负责人" in shown and "份数 不少于 10" in shown
    post = world.people[LI_MIN].appointments.get().post
    post.duties = [*post.duties, Duty.KEEP_ROUTES.value]
    post.save()
    client = world.client(LI_MIN)
    assert press(client, "route-import", text="{").status_code == 422
    sound = '{"name": "n1", "title": "新路线", "body": [{"code": "a", "title": "领导", "who": {"kind": "principal"}}]}'
    assert press(client, "route-import", text=sound).status_code == 303
    assert "新路线" in text(client, "routes")


def test_given_back_the_title_and_the_files_can_be_changed_too(world: World) -> None:
    client, data = (
        world.client(LI_MIN),
        {**FORM, "files": SimpleUploadedFile("旧稿.txt", "通报旧稿".encode())},
    )
    press(client, "fill", "leave", **data)
    paper = Approval.objects.latest("pk")
    press(world.client(HE_WEI), "return", paper.pk, target="submit", way="again", opinion="换附件")
    assert "旧稿.txt" in text(client, "form", paper.pk)
    old = paper.matter.attachments.get()
    data = {
        **FORM,
        "title": "用印申请（改）",
        "dropped": [old.pk],
        "files": SimpleUploadedFile("新稿.txt", "通报新稿".encode()),
    }
    assert press(client, "form", paper.pk, **data).status_code == 303
    paper.matter.refresh_from_db()
    assert paper.matter.title == "用印申请（改）"
    assert [one.file.name for one in paper.matter.attachments.all()] == ["新稿.txt"]
    shown = text(world.client(HE_WEI), "approval", paper.pk)
    assert "标题改为：用印申请（改）" in shown and "去掉附件：旧稿.txt" in shown
    assert search.newest("申请（改）", limit=5)
    press(world.client(HE_WEI), "return", paper.pk, target="submit", way="again", opinion="写明用途")
    press(client, "form", paper.pk, **FORM | {"title": "用印申请（改）", "body": "用于通报"})
    assert text(world.client(HE_WEI), "approval", paper.pk).count("标题改为") == 1, "its title stays"
    assert "；说明已修改" in text(world.client(HE_WEI), "approval", paper.pk)


def test_a_file_that_is_kept_can_be_left_behind(world: World) -> None:
    """What was wrong on the form lets the files stay with it: also the one that was chosen by mistake."""
    client, sent = world.client(LI_MIN), [SimpleUploadedFile(f"{n}.txt", n.encode()) for n in ("甲", "乙")]
    form = press(client, "fill", "leave", **{**FORM, "title": "", "files": sent}).context["form"]
    wrong, right = form.kept_files
    told = {**FORM, "kept": form["kept"].value(), "off": wrong.pk}
    assert press(client, "fill", "leave", **told).status_code == 303
    assert [one.file for one in Approval.objects.latest("pk").matter.attachments.all()] == [right]


def test_who_is_asked_for_his_opinion_reads_the_question(world: World) -> None:
    paper = handed_in(world)
    question = {"person_id": CHEN_LI, "opinion": "印章要不要外带？"}
    press(world.client(HE_WEI), "delegation", paper.pk, **question)
    asked = (
        text(world.client(CHEN_LI), "advice", paper.pk).partition("<main")[2].partition('id="opinions"')[0]
    )
    assert f"{HE_WEI}“" in asked and "先提意见：印章要不要外带？" in asked
    assert (
        "印章要不要外带" not in text(world.client(LI_MIN), "advice", paper.pk).partition('id="opinions"')[0]
    )
