"""The sheet on which a matter is entered: eight kinds of origin, several tasks, the open matters each is like."""

import re
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.urls import reverse
from tests.supervision.pages.steps import open_one, today
from tests.world import CHEN_LI, HE_WEI, LI_MIN, WANG_JIANPING, World

from zhongshu.matters.models import Matter
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import rules
from zhongshu.supervision.models import Directive, Origin, State
from zhongshu.supervision.presenters.reckoning import of_directive

pytestmark = pytest.mark.django_db
NEW, SEND = reverse("supervision:new"), reverse("supervision:register")


def sheet(world: World, **changes: object) -> dict[str, object]:
    """A superior's paper with one task, as sent."""
    return {
        "origin": "superior", "source_title": "关于做好防汛工作的通知", "source_organ": "省政府办公厅",
        "source_number": "省政办〔2026〕12号", "source_date": today().isoformat(), "handling": "docket",
        "approver_id": world.people[HE_WEI].pk, "basis": "省政办通知", "urgency": "0", "importance": "0",
        "unit_id": world.units["SWB-DC"].pk, "tasks": "1", "t1-title": "修订防汛预案", "t1-lead_id": "市财政局",
        **changes,
    }  # fmt: skip


def test_D_28_texts_of_its_own_that_the_office_names_are_offered_as_basis(
    world: World, settings: LazySettings
) -> None:
    """They are internal: none is shipped, and where one is offered it is said that it was not read here."""
    limin = world.client(LI_MIN)
    assert "党内督查文件" not in limin.get(NEW).content.decode()
    own = "市委督查工作规定<内部>"
    settings.RULES = settings.RULES | {"D-28.bases": [own, " "]}
    html = limin.get(NEW).content.decode()
    assert '<option value="市委督查工作规定&lt;内部&gt;">' in html and html.count('-known"') == 2
    assert "本系统没有收录原文" in html
    assert limin.post(SEND, sheet(world, basis=own)).status_code == 303
    assert Directive.objects.get().basis == own


@pytest.mark.parametrize("origin", Origin.values)
def test_each_kind_asks_for_its_own_papers(world: World, origin: str) -> None:
    html = world.client(LI_MIN).get(NEW, {"origin": origin}).content.decode()
    for name in rules.NEEDS[origin]:
        assert f'name="{name}"' in html
    assert ('name="instruction"' in html) == (origin == "instruction")
    assert html.count('aria-current="true"') >= 1
    answer = world.client(LI_MIN).post(SEND, sheet(world, origin=origin, source_title="", source_number="",
        source_organ="", source_date=""))  # fmt: skip
    assert answer.status_code == 422
    told = answer.content.decode()
    assert all(str(words) in told for words in rules.NEEDS[origin].values())
    assert not Matter.objects.exists()


def test_a_second_task_is_added_and_nothing_typed_is_lost(world: World) -> None:
    limin = world.client(LI_MIN)
    html = limin.post(SEND, sheet(world, add="1")).content.decode()
    assert 'value="修订防汛预案"' in html and 'value="省政办〔2026〕12号"' in html
    assert 'name="t2-title"' in html and 'name="tasks" value="2"' in html
    assert "fld--err" not in html
    both = sheet(
        world,
        tasks="2",
        **{"t2-title": "储备防汛物资", "t2-lead_id": "南湖县", "t2-due": today().isoformat()},
    )
    assert limin.post(SEND, both).status_code == 303
    units = Matter.objects.order_by("pk").values_list("lead_unit__code", flat=True)
    assert list(units) == ["CZJ", "NHX"]


def test_a_fault_is_told_with_the_number_of_its_task(world: World) -> None:
    answer = world.client(LI_MIN).post(
        SEND, sheet(world, tasks="2", **{"t2-title": "储备物资", "t2-lead_id": "市气象局"})
    )
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "第 2 项 牵头单位" in html and "名录里没有“市气象局”" in html


def test_D_19_a_limit_that_has_run_out_is_told_at_the_date_of_its_task(world: World) -> None:
    long_ago = (today() - timedelta(days=90)).isoformat()
    answer = world.client(LI_MIN).post(SEND, sheet(world, origin="petition", source_date=long_ago))
    assert answer.status_code == 422
    told = answer.context["sheet"].cards[0].form.errors["due"]
    assert len(told) == 1 and "已经过去。请填写一个今天以后的办结时限" in told[0]


def test_T_05_a_day_of_rest_that_was_given_stands_and_is_told(world: World) -> None:
    """On the page that comes next, on that of the matter for whoever opens it, and where it was reckoned."""
    sunday = today() + timedelta(days=20)
    sunday += timedelta(days=6 - sunday.weekday())
    while workdays.calendar().works(sunday):
        sunday += timedelta(days=7)
    limin, last = world.client(LI_MIN), workdays.calendar().on_or_after(sunday)
    answer = limin.post(SEND, sheet(world, **{"t1-due": sunday.isoformat()}), follow=True)
    told = answer.content.decode()
    assert f"{sunday}（周日）顺延到 {last}" in told and "点“撤回”重填" in told
    assert "（周日，不上班）" in told
    (opened,) = Directive.objects.all()
    assert opened.matter.current_due == sunday, "a day that a person gave stands"
    assert f"法定期间遇休息日顺延到 {last}" in of_directive(opened).because
    working = sheet(world, **{"t1-title": "储备物资", "t1-due": last.isoformat()})
    assert "休息日" not in limin.post(SEND, working, follow=True).content.decode()


@pytest.mark.parametrize(
    ("decision", "count"),
    [({"t1-how": "link"}, 2), ({"t1-how": "merge"}, 1), ({"t1-how": "go_on", "t1-why": "批次不同"}, 2)],
    ids=["link", "merge", "go on"],
)
def test_D_04_what_looks_like_an_open_matter_is_shown_and_decided(
    world: World, decision: dict[str, str], count: int
) -> None:
    open_matter = open_one(world)
    limin = world.client(LI_MIN)
    data = sheet(world, **{"t1-title": "完成老旧小区改造的方案编制", "t1-lead_id": "发改委"})
    answer = limin.post(SEND, data)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert open_matter.matter.number in html and "相差" in html and "都由市发展改革委牵头" in html
    assert Matter.objects.count() == 1
    sent = limin.post(SEND, data | decision | {"t1-other_id": str(open_matter.pk)}, follow=True)
    assert sent.status_code == 200
    assert Matter.objects.count() == count


def test_for_reading_only_takes_a_reason_and_is_listed_with_it(world: World) -> None:
    limin = world.client(LI_MIN)
    data = sheet(world, handling="read", **{"t1-lead_id": ""})
    assert "要写明理由" in limin.post(SEND, data).content.decode()
    sent = limin.post(SEND, data | {"reading_reason": "只需阅知", "reader_ids": "发改委"}, follow=True)
    assert "已转阅" in sent.content.decode()
    directive = Directive.objects.get()
    assert directive.state == State.FOR_READING
    listed = limin.get(reverse("supervision:ledger"), {"state": "for_reading"}).content.decode()
    assert "修订防汛预案" in listed and "只需阅知" in listed
    assert "修订防汛预案" in world.client(WANG_JIANPING).get(f"/supervision/{directive.pk}/").content.decode()


def test_the_ledger_is_filtered_by_origin(world: World) -> None:
    limin = world.client(LI_MIN)
    limin.post(SEND, sheet(world))
    open_one(world)
    listed = limin.get(reverse("supervision:ledger"), {"origin": "superior"}).content.decode()
    assert "修订防汛预案" in listed and "完成老旧小区改造方案编制" not in listed


def test_guidance_is_not_docketed(world: World) -> None:
    data = sheet(world, origin="instruction", instructed_by_id=world.people[CHEN_LI].pk, instruction="请阅研。",
                 instruction_class="guidance", instructed_on=today().isoformat())  # fmt: skip
    answer = world.client(LI_MIN).post(SEND, data)
    assert answer.status_code == 422
    assert "不立项" in answer.content.decode()


def test_what_is_only_read_asks_for_no_more_and_nothing_is_red_that_is_not_asked(world: World) -> None:
    data = sheet(world, handling="read", **{"t1-lead_id": "", "approver_id": "", "basis": ""})
    html = world.client(LI_MIN).post(SEND, data).content.decode()
    assert html.count('class="err"') == 1 and "只转阅、不立项的，要写明理由" in html
    nameless = world.client(LI_MIN).post(SEND, {**data, "t1-title": "", "reading_reason": "供参阅"})
    assert nameless.status_code == 422 and "请写事项名称" in nameless.content.decode()


def test_the_page_of_what_is_only_read_has_no_date_no_steps_and_no_notice_to_draft(world: World) -> None:
    client = world.client(LI_MIN)
    client.post(SEND, sheet(world, handling="read", reading_reason="供参阅", **{"t1-lead_id": ""}))
    directive = Directive.objects.get()
    html = client.get(reverse("supervision:directive", args=[directive.pk])).content.decode()
    assert "转阅" in html and "供参阅" in html
    assert (directive.approver, directive.basis, directive.matter.lead_unit) == (None, "", None)
    for word in (
        "办结时限",
        "现时限",
        "拟督办通知单",
        "办结销号",
        "这个日期怎么算的",
        "批准立项",
        "立项依据",
    ):
        assert word not in html
    listed = client.get(reverse("supervision:ledger"), {"state": "for_reading"}).content.decode()
    due = directive.matter.current_due
    assert (
        due is not None
        and f'data-label="时限">{due:%m-%d}' not in listed
        and f'data-label="时限">{due:%Y-%m-%d}' not in listed
    )


@pytest.mark.parametrize(
    ("handling", "reason", "approver"), [("docket", "只转阅时必填", "必填"), ("read", "必填", "立项时必填")]
)
def test_a_field_that_the_choice_makes_necessary_says_so(
    world: World, handling: str, reason: str, approver: str
) -> None:
    html = (
        world.client(LI_MIN).post(SEND, sheet(world, handling=handling, **{"t1-title": ""})).content.decode()
    )
    for label, words in (("不立项的理由", reason), ("批准立项的领导", approver), ("怎样处理", "必填")):
        assert re.search(rf'{label}\s*<span class="opt">{words}<', html)
    summary = html[html.index("data-errsum") :]
    assert not re.search(r'">\s*：', summary[: summary.index("</ul>")])
