from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.portal.conftest import Clock, Open
from tests.world import AT, CHEN_LI, LI_MIN, SUN_YAO, TODAY, WANG_JIANPING, ZHOU_QIMING, World
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters.models import Urgency
from zhongshu.portal.queries import rows
from zhongshu.supervision import services
from zhongshu.supervision.models import Directive

YEAR = Calendar({}, frozenset({2026}))


def signed(world: World, directive: Directive) -> Directive:
    return services.sign_for(actor=world.actor(WANG_JIANPING), directive_id=directive.pk, at=AT)


def completed(world: World, directive: Directive) -> None:
    services.complete(
        actor=world.actor(WANG_JIANPING),
        directive_id=directive.pk,
        feedback="已全部改造完毕。",
        signed_by_id=world.people[ZHOU_QIMING].pk,
        at=AT,
    )


def shown(world: World, name: str, query: str = "") -> str:
    return world.client(name).get(f"/{query}").content.decode()


def boxes(world: World, name: str, query: str = "") -> str:
    return shown(world, name, query).split("<aside")[0]


def test_an_empty_desk_tells_the_next_thing(world: World) -> None:
    page = shown(world, SUN_YAO)
    assert "今天没有到期的事" in page
    assert "手上的事都办完了" in page
    assert "看看我发起的办到哪一步" in page


def test_the_sentence_counts_late_and_due_today(world: World, hand_over: Open) -> None:
    hand_over("今天到期的事", TODAY)
    hand_over("以后的事", date(2026, 12, 18))
    page = shown(world, WANG_JIANPING)
    assert "今天 <b>1 件</b>要办" in page
    assert page.index("今天到期的事") < page.index("以后的事")
    assert '待办 <span class="n">2</span>' in page


def test_what_is_overdue_stands_first_and_is_said(world: World, hand_over: Open, clock: Clock) -> None:
    hand_over("拖了很久的事", TODAY)
    clock(AT + timedelta(days=5))
    page = shown(world, WANG_JIANPING)
    assert "1 件已逾期" in page
    assert "逾期 5 天" in page


def test_the_button_is_the_next_step_of_this_person(world: World, hand_over: Open) -> None:
    directive = hand_over()
    assert "签收：老旧小区改造" in shown(world, WANG_JIANPING)
    signed(world, directive)
    assert "回告：老旧小区改造" in shown(world, WANG_JIANPING)
    assert "老旧小区改造" not in boxes(world, LI_MIN, "?box=todo")


def test_what_one_opened_is_in_the_third_box_and_what_one_did_in_the_fourth(
    world: World, hand_over: Open
) -> None:
    completed(world, signed(world, hand_over()))
    assert "审核：老旧小区改造" in boxes(world, LI_MIN)
    assert "待审核" in boxes(world, LI_MIN, "?box=started")
    done = boxes(world, WANG_JIANPING, "?box=done")
    assert "老旧小区改造" in done
    assert "已办" in done


def test_nobody_sees_another_desk(world: World, hand_over: Open) -> None:
    hand_over("不该让外人知道的事")
    for box in ("todo", "toread", "started", "done"):
        assert "不该让外人知道的事" not in shown(world, SUN_YAO, f"?box={box}")


def test_the_desk_is_turned_by_keyset_pages(world: World, hand_over: Open) -> None:
    for number in range(27):
        hand_over(f"第{number:02}件事", date(2026, 12, 1 + number % 3))
    client = world.client(WANG_JIANPING)
    first = client.get("/")
    second = client.get("/", {"after": first.context["box"].page.next_cursor})
    rows = [row.pk for row in [*first.context["box"].page.rows, *second.context["box"].page.rows]]
    assert len(rows) == len(set(rows)) == 27
    assert second.context["box"].page.next_cursor == ""


@pytest.mark.parametrize(
    ("name", "path", "held"),
    [
        (WANG_JIANPING, "/", "box"),
        (LI_MIN, "/?box=started", "box"),
        (WANG_JIANPING, "/?box=done", "box"),
        (CHEN_LI, "/leader/?tab=instructed", "pile"),
        (LI_MIN, "/search/?q=件事", "found"),
    ],
)
def test_lists_are_turned_back_as_they_were_turned(
    world: World, hand_over: Open, name: str, path: str, held: str
) -> None:
    for number in range(53):
        told = {"instructed_by_id": world.people[CHEN_LI].pk, "origin": "instruction"}
        directive = hand_over(f"第{number:02}件事", date(2026, 12, 1 + number % 3), **told)
        if "done" in path:
            completed(world, signed(world, directive))
    client = world.client(name)

    def turned(query: dict[str, str]) -> tuple[list[str], str, str]:
        answer = client.get(with_query(path, query))
        of = answer.context[held]
        page = of.hits if held == "found" else of.page
        links = answer.content.decode()
        assert ('rel="prev"' in links) == bool(page.previous_cursor)
        return (
            [str(getattr(row, "url", "") or row) for row in page.rows],
            page.next_cursor,
            page.previous_cursor,
        )

    pages = [turned({})]
    while pages[-1][1] and pages[-1][0]:
        pages.append(turned({"after": pages[-1][1]}))
    pages = [page for page in pages if page[0]]
    assert len(pages) == 3
    back = [pages[-1]]
    while back[-1][2]:
        back.append(turned({"before": back[-1][2]}))
    assert [page[0] for page in reversed(back)] == [page[0] for page in pages]


def with_query(path: str, query: dict[str, str]) -> str:
    more = urlencode(query)
    return path + (("&" if "?" in path else "?") + more if more else "")


def test_a_mangled_cursor_is_refused_in_words(world: World) -> None:
    client = world.client(LI_MIN)
    answer = client.get("/", {"after": "%%%", "box": "todo"})
    assert (answer.status_code, answer["Location"]) == (303, "/?box=todo")
    assert "没有按它翻页。请从第一页看起。" in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("size", [1, 20])
def test_the_desk_costs_at_most_twelve_queries(world: World, hand_over: Open, size: int) -> None:
    for number in range(size):
        hand_over(f"第{number}件事", date(2026, 9, 21))
    for person in (LI_MIN, WANG_JIANPING, CHEN_LI):
        client = world.client(person)
        client.get("/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/")
        assert len(asked) <= 12, "\n".join(query["sql"] for query in asked.captured_queries)


def test_ahead_warns_those_who_oversee_and_nobody_else(world: World, hand_over: Open) -> None:
    signed(world, hand_over("快到期还没动静的事", date(2026, 9, 22)))
    aside = shown(world, LI_MIN).split("<aside")[1]
    assert "快到期还没动静的事" in aside
    assert "还没有回告过" in aside
    assert "快到期还没动静的事" not in shown(world, SUN_YAO)


def test_ahead_falls_silent_once_progress_is_reported(world: World, hand_over: Open) -> None:
    directive = signed(world, hand_over("快到期还没动静的事", date(2026, 9, 22)))
    services.report(actor=world.actor(WANG_JIANPING), directive_id=directive.pk, text="已完成八成。", at=AT)
    assert "快到期还没动静的事" not in shown(world, LI_MIN).split("<aside")[1].split("未读通知")[0]


RANKED = [
    ("逾期五天", date(2026, 9, 13), Urgency.NORMAL),
    ("逾期一天的特急", date(2026, 9, 17), Urgency.EXTRA_URGENT),
    ("今天的特急", TODAY, Urgency.EXTRA_URGENT),
    ("今天的常规", TODAY, Urgency.NORMAL),
    ("三天内的加急", date(2026, 9, 22), Urgency.URGENT),
    ("三天内的常规", date(2026, 9, 21), Urgency.NORMAL),
    ("下月", date(2026, 12, 18), Urgency.NORMAL),
]


def test_rank_is_real_urgency_not_arrival() -> None:
    def key(case: tuple[str, date, Urgency]) -> tuple[int, int, date]:
        return rows.rank(case[1], case[2], rows.group_of(case[1], TODAY, YEAR))

    as_they_came = [RANKED[place] for place in (6, 2, 0, 5, 3, 1, 4)]
    assert sorted(as_they_came, key=key) == RANKED


def test_three_days_are_working_days() -> None:
    friday = date(2026, 11, 20)
    assert rows.group_of(date(2026, 11, 25), friday, YEAR) == rows.SOON
    assert rows.group_of(date(2026, 11, 26), friday, YEAR) == rows.LATER
