"""One fact is asked once (law 11, D-26): the asker is told, the unit is filled in, the office's director sees it counted."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.conf import LazySettings
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.refusing import refused
from tests.supervision import story
from tests.world import (
    AT,
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SHEN_JING,
    SUN_YAO,
    WANG_JIANPING,
    WU_XIAOFANG,
    ZHOU_QIMING,
    World,
)
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day, now
from zhongshu.kernel.refusals import Forbidden, NotFound, Refusal
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision import queries, services
from zhongshu.supervision.forms.deeds import Progress
from zhongshu.supervision.forms.reporting import AskFigures
from zhongshu.supervision.models import Ask, Cycle, Directive
from zhongshu.supervision.queries import AskFilter
from zhongshu.supervision.rules import cycles

pytestmark = pytest.mark.django_db
MONTH = "2026-09"
INVESTED = "完成投资额（万元）"


def ask(world: World, directive: Directive, *labels: str, who: str = LI_MIN, **words: object) -> Directive:
    given: dict[str, object] = {"period": MONTH, "labels": labels or (INVESTED,), **words}
    return services.ask_figures(actor=world.actor(who), directive_id=directive.pk, at=AT, **given)  # type: ignore[arg-type]


def matter(world: World, **changes: object) -> Directive:
    return story.signed_for(world, story.handed_over(world, **changes))


def give(world: World, directive: Directive, value: str, who: str = WANG_JIANPING) -> Directive:
    one = directive.asks.filter(given_at=None).first()
    assert one is not None
    return services.give_figures(
        actor=world.actor(who), directive_id=directive.pk, figures={one.pk: value}, at=AT + timedelta(days=1)
    )


def test_D_26_the_second_to_ask_is_told_by_whom_when_and_what_was_given(world: World) -> None:
    first, second = matter(world), matter(world, title="统计重点项目进度")
    ask(world, first)
    give(world, first, "1200")
    with pytest.raises(Refusal) as caught:
        ask(world, second, "完成 投资额(万元)", who=HE_WEI)
    told = str(caught.value.fields["reason"])
    assert (caught.value.code, caught.value.rule) == ("asked_before", "D-26")
    assert "李敏" in told and "2026-09-18" in told and "编制重点项目投资计划" in told and "1200" in told
    assert not second.asks.exists()
    ask(world, second, "完成 投资额(万元)", who=HE_WEI, reason="口径改为含税。")
    again = second.asks.get()
    assert (again.again_of, again.reason, again.value) == (first.asks.get(), "口径改为含税。", "")
    assert {pk: one.value for pk, one in queries.known_values([again]).items()} == {again.pk: "1200"}
    entry = Entry.objects.filter(stream=second.matter.stream, verb="supervision.figures_asked").get()
    assert entry.facts["again"] == 1


def test_another_unit_another_period_another_fact_is_another_question(world: World) -> None:
    first = matter(world)
    ask(world, first)
    ask(world, first, period="2026Q3")
    ask(world, first, "开工项目数")
    other = story.handed_over(world, lead_id=world.units["CZJ"].pk, support_ids=())
    ask(world, other)
    assert not Ask.objects.filter(again_of__isnull=False).exists()
    with pytest.raises(Refusal) as caught:
        ask(world, first, reason="再要。")
    assert caught.value.code == "asked_here_already"


def test_figures_are_given_with_a_report_by_those_who_carry_it_out(world: World) -> None:
    directive = matter(world)
    ask(world, directive, INVESTED, "开工项目数")
    one, other = queries.open_asks(directive)
    services.report(
        actor=world.actor(WANG_JIANPING), directive_id=directive.pk, text="", at=AT + timedelta(days=1),
        figures={one.pk: "1200", other.pk: ""},
    )  # fmt: skip
    one.refresh_from_db()
    assert (one.value, one.given_by) == ("1200", world.people[WANG_JIANPING])
    assert queries.open_asks(directive) == [other]
    assert "1200" in Directive.objects.get(pk=directive.pk).last_progress
    for who in (LI_MIN, WU_XIAOFANG):
        with refused("not_the_undertaker", Forbidden):
            give(world, directive, "3", who=who)
    with refused("no_such_matter", NotFound):
        give(world, directive, "3", who=SUN_YAO)
    with refused("no_such_figure"):
        services.give_figures(
            actor=world.actor(WANG_JIANPING), directive_id=directive.pk, figures={one.pk: "1300"}, at=AT
        )


@pytest.mark.parametrize("who", [WANG_JIANPING, CHEN_LI, SHEN_JING])
def test_the_section_alone_asks(world: World, who: str) -> None:
    with refused("not_a_supervisor", Forbidden):
        ask(world, matter(world), who=who)


def test_D_26_figures_are_few_and_named_and_of_a_period(world: World, settings: LazySettings) -> None:
    settings.RULES = {**settings.RULES, "D-26.figures_at_most": 2}
    directive = matter(world)
    with refused("too_many_figures"):
        ask(world, directive, "甲", "乙", "丙")
    ask(world, directive, "甲", "乙")
    for words in ({"labels": ("丙",)}, {"labels": ("　",)}, {"labels": ("丁",), "period": "上月"}):
        with pytest.raises(Refusal):
            ask(world, directive, **words)
    assert directive.asks.count() == 2


def test_a_standing_figure_is_asked_with_every_round_and_known_where_it_was_given(world: World) -> None:
    monthly, other = matter(world, due=None, cycle=Cycle.MONTHLY), matter(world)
    ask(world, monthly, standing=True)
    ask(world, other, period="2026-10")
    one = other.asks.get()
    services.give_figures(
        actor=world.actor(WANG_JIANPING), directive_id=other.pk, figures={one.pk: "1500"}, at=AT
    )
    for _twice in range(2):
        services.turn_all(actor=SYSTEM, at=datetime(2026, 10, 29, 1, tzinfo=AT.tzinfo))
    assert list(monthly.asks.order_by("id").values_list("period", "again_of")) == [
        (MONTH, None), ("2026-10", one.pk),
    ]  # fmt: skip
    waiting = queries.open_asks(monthly)
    known = queries.known_values(waiting)
    assert {one.period: (known[one.pk].period, known[one.pk].value) for one in waiting} == {
        MONTH: ("2026-10", "1500"), "2026-10": ("2026-10", "1500"),
    }  # fmt: skip
    html = (
        world.client(WANG_JIANPING).get(reverse("supervision:progress", args=[monthly.pk])).content.decode()
    )
    assert html.count('value="1500"') == 1, "another period's figure is shown beside the field, not in it"
    assert "上一次（2026年10月）报的是 1500" in html


def test_the_form_of_the_report_is_filled_in_and_the_page_shows_who_asked(world: World) -> None:
    first, second = matter(world), matter(world, title="统计重点项目进度")
    ask(world, first)
    give(world, first, "1200")
    ask(world, second, reason="口径不同。")
    wang = world.client(WANG_JIANPING)
    for name in ("progress", "field-report"):
        html = wang.get(reverse(f"supervision:{name}", args=[second.pk])).content.decode()
        assert re.search(r'name="figure-\d+" value="1200"', html), name
    page = world.client(LI_MIN).get(reverse("supervision:directive", args=[second.pk])).content.decode()
    assert "填报数据" in page and "重复索取" in page and "口径不同" in page
    one = second.asks.get()
    sent = wang.post(reverse("supervision:progress", args=[second.pk]), {f"figure-{one.pk}": "1250"})
    assert sent.status_code == 303
    one.refresh_from_db()
    assert one.value == "1250"


@pytest.mark.parametrize(("deed", "words"), [("completion", "feedback"), ("field-report", "text")])
def test_completion_takes_the_figures_with_it_or_nothing(world: World, deed: str, words: str) -> None:
    directive = matter(world)
    ask(world, directive)
    one = directive.asks.get()
    wang, address = world.client(WANG_JIANPING), reverse(f"supervision:{deed}", args=[directive.pk])
    signer = world.people[ZHOU_QIMING].pk
    sent = {"how": "done", words: "已建成投用。", f"figure-{one.pk}": "1250"}
    refused = wang.post(address, sent)
    one.refresh_from_db()
    assert refused.status_code == 422 and (one.value, one.given_at) == ("", None)
    assert wang.post(address, {**sent, "signed_by_id": signer}).status_code == 303
    one.refresh_from_db()
    assert one.value == "1250" and Directive.objects.get(pk=directive.pk).completed_at == one.given_at
    written = (
        Entry.objects.filter(stream=directive.matter.stream).order_by("-id").values_list("verb", flat=True)
    )
    assert {"supervision.figures_given", "supervision.completed"} == set(written[:2])


def test_the_asker_sees_before_asking_what_the_unit_gave(world: World) -> None:
    first, second = matter(world), matter(world)
    ask(world, first, period=cycles.period_code(local_day(now()), Cycle.MONTHLY))
    limin = world.client(LI_MIN)
    address = reverse("supervision:figures", args=[second.pk])
    assert INVESTED in limin.get(address).content.decode()
    sent = {"labels": INVESTED, "period": cycles.period_code(local_day(now()), Cycle.MONTHLY)}
    refused = limin.post(address, sent)
    assert refused.status_code == 422 and "李敏已于" in refused.content.decode()
    assert limin.post(address, {**sent, "reason": "要分县数。"}).status_code == 303


def test_every_number_of_the_directors_page_is_the_length_of_its_list(world: World) -> None:
    first, second = matter(world), matter(world)
    third = story.handed_over(world, lead_id=world.units["CZJ"].pk, support_ids=())
    ask(world, first, INVESTED, "开工项目数")
    ask(world, second, reason="口径不同。")
    ask(world, third)
    director = world.client(CHEN_LI)
    html = director.get(reverse("supervision:asks")).content.decode()
    numbers = re.findall(r'href="([^"]*/asks/[^"]*)#list"[^>]*>(?:<span>[^<]*</span><b>)?(\d+)', html)
    assert len(numbers) == 2 + 2 + 4
    for url, number in numbers:
        listed = director.get(url.replace("&amp;", "&")).content.decode()
        assert listed.count("<tr data-row>") == int(number), url
    assert queries.narrow_asks(world.actor(CHEN_LI), AskFilter(again=True)).count() == 1
    assert world.client(WANG_JIANPING).get(reverse("supervision:asks")).status_code == 403


@given(st.dates(date(2021, 1, 1), date(2030, 12, 31)), st.sampled_from(list(Cycle)))
def test_every_day_has_a_period_of_each_cycle(day: date, cycle: Cycle) -> None:
    code = cycles.period_code(day, cycle)
    assert cycles.is_period(code) and code.startswith("20")


@pytest.mark.parametrize("code", ["", "2026-13", "2026Q5", "26-01", "2026-1", "上月", "2026-W54"])
def test_what_is_no_period_is_refused(code: str) -> None:
    assert not cycles.is_period(code)


@pytest.mark.parametrize(
    ("today", "offered"),
    [
        (date(2026, 11, 23), ["2026-11", "2026-10", "2026Q4", "2026Q3", "2026"]),
        (date(2027, 1, 5), ["2027-01", "2026-12", "2027Q1", "2026Q4", "2027", "2026"]),
    ],
)
def test_the_form_offers_what_has_just_ended(world: World, today: date, offered: list[str]) -> None:
    form = AskFigures(directive=story.handed_over(world), actor=world.actor(LI_MIN), today=today)
    assert [code for code, _words in form.fields["period"].choices] == offered


def test_the_numbers_of_the_task_are_asked_for_without_being_typed(world: World) -> None:
    directive = story.handed_over(
        world, title="改造老旧小区48个，城镇新增就业1.5万人以上", cycle=Cycle.MONTHLY
    )
    services.sign_for(actor=world.actor(WANG_JIANPING), directive_id=directive.pk, at=AT)
    form = AskFigures(directive=directive, actor=world.actor(LI_MIN), today=local_day(AT))
    assert form["labels"].value() == "改造老旧小区（个）\n城镇新增就业（万人）" and form["standing"].value()
    ask(world, directive, "改造老旧小区（个）", period="2026-09")
    assert AskFigures(directive=directive, actor=world.actor(LI_MIN), today=local_day(AT))[
        "labels"
    ].value() == ("城镇新增就业（万人）")
    report = Progress(directive=directive, actor=world.actor(WANG_JIANPING), today=local_day(AT))
    assert [field.help_text for field in report.figures] == ["任务要求达到 48个。"]
