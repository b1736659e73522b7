"""Pages drawn with memory are pages drawn without it, whatever was shown before, to whom, on which day."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.portal.conftest import Clock, Open
from tests.world import AT, LI_MIN, TODAY, WANG_JIANPING, World
from zhongshu.matters.models import Assignment, Matter
from zhongshu.org.models import Unit
from zhongshu.supervision.models import Blocker, Directive, Risk, State
from zhongshu.ui.drawn import DrawnOnce
from zhongshu.ui.quick.stretches import Remembered

PAGES = ("/", "/?box=toread", "/supervision/", "/supervision/?q=老旧", "/supervision/?unit=市发改委&late=1",
         "/supervision/?due_from=昨天&unit=无此单位&ticked={pk}", "/supervision/?more=1&state=undertaking",
         "/supervision/paper/")  # fmt: skip
OF_THIS_REQUEST = re.compile(r'name="once" value="\w+"|(name="csrfmiddlewaretoken" value|CSRFToken)": ?"\w+"'
                             r'|name="csrfmiddlewaretoken" value="\w+"|打印：.*?<|\d\d:\d\d')  # fmt: skip
changes = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["老旧小区改造", '老旧<b>小区</b>&"改造"', "老旧小区改造（二期）"]),
        "urgency": st.integers(0, 2),
        "state": st.sampled_from([State.DISPATCHED, State.UNDERTAKING, State.REVIEWING]),
        "due": st.integers(-40, 400),
        "provisional": st.booleans(),
        "blocker": st.sampled_from(["", Blocker.MONEY]),
        "risk": st.sampled_from(["", Risk.WATCH, Risk.HIGH]),
        "said": st.sampled_from(["", "已完成<三成>", "正在办理"]),
        "unit": st.sampled_from(["市发展改革委", "发改委", "市发改委&"]),
        "day": st.integers(0, 50),
        "language": st.sampled_from(["zh-hans", "en"]),
        "who": st.sampled_from([LI_MIN, WANG_JIANPING]),
        "page": st.sampled_from(PAGES),
        "look": st.sampled_from(["", "size=large", "size=xlarge&density=compact&keys=off"]),
    }
)


def changed(directive: Directive, told: dict[str, Any]) -> None:
    due = TODAY + timedelta(days=told["due"])
    Matter.objects.filter(pk=directive.pk).update(
        title=told["title"],
        urgency=told["urgency"],
        state=told["state"],
        current_due=due,
        due_is_provisional=told["provisional"],
    )
    Assignment.objects.filter(matter_id=directive.pk).update(due=due)
    Directive.objects.filter(pk=directive.pk).update(
        blocker=told["blocker"],
        risk=told["risk"],
        blocked_since=TODAY if told["blocker"] else None,
        last_progress=told["said"],
        last_progress_at=AT if told["said"] else None,
    )
    unit = Unit.objects.get(code="FGW")
    unit.short_name = told["unit"]
    unit.save()


def shown(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code in (200, 422)
    return OF_THIS_REQUEST.sub("", page.content.decode())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=8, deadline=None)
@given(some=st.lists(changes, min_size=1, max_size=5))
def test_with_memory_as_without(
    world: World, hand_over: Open, clock: Clock, some: list[dict[str, Any]]
) -> None:
    clock(AT)
    directives = [hand_over(), hand_over()]
    for number, told in enumerate(some):
        changed(directives[number % 2], told)
        clock(AT + timedelta(days=told["day"]))
        client = world.client(told["who"])
        client.cookies["zs-language"], client.cookies["zs-look"] = told["language"], told["look"]
        address = told["page"].format(pk=directives[0].pk)
        remembered = shown(client, address)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(DrawnOnce, "__call__", lambda self, *values: self.draw(*values))
            patch.setattr(DrawnOnce, "of", lambda self, _rows: self.draw)
            patch.setattr(Remembered, "pieces", lambda self, values: self.drawn.anew(*values))
            assert shown(client, address) == remembered


def test_a_unit_that_is_renamed_is_called_by_its_new_name_at_once(world: World, hand_over: Open) -> None:
    hand_over()
    client = world.client(LI_MIN)
    assert "市发展改革委</td>" in shown(client, "/supervision/")
    Unit.objects.filter(code="FGW").update(short_name="市发展局")
    page = shown(client, "/supervision/")
    assert "市发展局</td>" in page and "市发展改革委</td>" not in page


def test_the_next_day_the_same_line_says_another_thing(world: World, hand_over: Open, clock: Clock) -> None:
    hand_over(due=date(2026, 9, 18))
    assert "今天到期" in shown(world.client(WANG_JIANPING), "/")
    clock(AT + timedelta(days=1))
    page = shown(world.client(WANG_JIANPING), "/")
    assert "逾期 1 天" in page and "今天到期" not in page.split("todo__t", 1)[1]


def test_what_has_come_to_be_read_is_marked_from_its_line(world: World, hand_over: Open) -> None:
    """The line is the same for everybody; the form around the list carries the token of this person."""
    directive = hand_over()
    Assignment.objects.filter(matter_id=directive.pk).update(role="read")
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.people[WANG_JIANPING].user)  # type: ignore[arg-type]
    page = client.get("/?box=toread").content.decode()
    button = re.search(r'formaction="([^"]+)"', page)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.split("data-list>")[1])
    assert button and token
    sent = client.post(button[1], {"csrfmiddlewaretoken": token[1]})
    assert sent.status_code == 303
    assert Assignment.objects.get(matter_id=directive.pk, role="read").done_at is not None
