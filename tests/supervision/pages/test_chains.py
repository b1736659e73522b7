"""Templates of steps on the screen: written, changed, chosen when a matter is entered, followed to their end."""

import re

import pytest
from django.urls import reverse
from tests.supervision.pages.steps import filled, open_one, paper, press, today
from tests.world import HE_WEI, LI_MIN, WANG_JIANPING, ZHOU_QIMING, World

from zhongshu.matters.models import Matter
from zhongshu.supervision.models import Chain, Directive

pytestmark = pytest.mark.django_db
FORM = "novalidate"
ROWS = {
    "name": "规范性文件", "rows": "4",
    "s1-title": "起草", "s1-role": "lead", "s1-working_days": "3",
    "s2-title": "法规审核", "s2-role": "unit", "s2-unit_id": "市财政局", "s2-working_days": "2",
}  # fmt: skip


def write(world: World, **changes: str) -> tuple[int, str]:
    limin, address = world.client(LI_MIN), reverse("supervision:chain-new")
    sent = filled(limin.get(address).content.decode(), FORM) | ROWS | changes
    answer = limin.post(address, sent)
    return answer.status_code, answer.content.decode()


def test_it_is_written_shown_and_written_anew(world: World) -> None:
    limin = world.client(LI_MIN)
    assert "还没有步骤模板" in limin.get(reverse("supervision:chains")).content.decode()
    assert write(world)[0] == 303
    page = limin.get(reverse("supervision:chains")).content.decode()
    assert all(one in page for one in ("规范性文件", "起草", "法规审核", "市财政局", "第 1 版", "李敏"))
    chain = Chain.objects.get()
    address = reverse("supervision:chain-change", args=[chain.pk])
    form = filled(limin.get(address).content.decode(), FORM)
    assert (form["s2-title"], form["s2-unit_id"], form["s1-working_days"]) == ("法规审核", "市财政局", "3")
    more = limin.post(address, form | {"add": "1", "s3-title": "会签"}).content.decode()
    assert more.count("<h2>第") == int(form["rows"]) + 2 and 'value="会签"' in more
    assert Chain.objects.get().versions.count() == 1
    form |= {"s3-title": "会签", "s3-role": "lead", "s3-working_days": "1"}
    assert limin.post(address, form).status_code == 303
    assert [one.title for one in chain.versions.latest("number").steps.all()] == ["起草", "法规审核", "会签"]
    assert limin.post(reverse("supervision:chain-retire", args=[chain.pk])).status_code == 303
    assert "还没有步骤模板" in limin.get(reverse("supervision:chains")).content.decode()


def test_faults_stand_beside_their_step_and_nothing_typed_is_lost(world: World) -> None:
    status, page = write(world, **{"s1-title": "", "s2-unit_id": "", "s3-title": "审定", "s3-role": "post"})
    assert status == 422 and not Chain.objects.exists()
    assert "请选固定由哪个单位办" in page and "请选固定由哪个岗位办" in page and 'value="审定"' in page
    assert "第 2 步" in page and "第 3 步" in page


def test_it_is_chosen_when_a_matter_is_entered_and_followed_to_its_end(world: World) -> None:
    write(world)
    chain, limin = Chain.objects.get(), world.client(LI_MIN)
    form = filled(limin.get(reverse("supervision:new")).content.decode(), FORM)
    form |= {
        "origin": "meeting", "source_title": "常务会议纪要", "source_date": today().isoformat(),
        "basis": "常务会议纪要", "approver_id": str(world.people[HE_WEI].pk), "handling": "docket",
        "t1-title": "出台供水管理办法", "t1-lead_id": "市发展改革委", "chain_id": str(chain.pk),
    }  # fmt: skip
    answer = limin.post(reverse("supervision:register"), form)
    whole = Directive.objects.get()
    assert (
        answer.headers["Location"] == f"{reverse('supervision:chain', args=[whole.pk])}?template={chain.pk}"
    )
    page = limin.get(answer.headers["Location"]).content.decode()
    assert 'value="市发展改革委"' in page and 'value="市财政局"' in page and "3 个工作日" in page
    assert press(limin, whole, "chain", **filled(page, FORM)).status_code == 303
    part = Directive.objects.get(matter__parent_id=whole.pk)
    later = limin.get(reverse("supervision:chain", args=[whole.pk])).content.decode()
    assert "还没有到这一步" in later and "待签收" in later and not re.search(r"<button[^>]*>按步骤办<", later)
    wang = world.client(WANG_JIANPING)
    press(wang, part, "signature")
    press(
        wang,
        part,
        "completion",
        feedback="文稿已成。",
        files=paper(),
        signed_by_id=world.people[ZHOU_QIMING].pk,
    )
    assert press(limin, part, "verification", verdict="accept").status_code == 303
    titles = Matter.objects.filter(parent_id=whole.pk).order_by("id").values_list("title", flat=True)
    assert list(titles) == ["起草（出台供水管理办法）", "法规审核（出台供水管理办法）"]
    told = limin.get(reverse("supervision:directive", args=[whole.pk])).content.decode()
    assert told.count("（出台供水管理办法）</a>") >= 2  # the parts stand on the page of the whole
    assert "按步骤模板“规范性文件”办理" in told and "交办步骤“法规审核”：市财政局" in told


def test_without_a_template_the_page_says_what_to_do(world: World) -> None:
    whole = open_one(world)
    page = world.client(LI_MIN).get(reverse("supervision:chain", args=[whole.pk])).content.decode()
    assert "还没有步骤模板" in page and reverse("supervision:chain-new") in page
    sent = press(world.client(LI_MIN), whole, "chain")
    assert sent.status_code == 422 and not Matter.objects.filter(parent_id=whole.pk).exists()
