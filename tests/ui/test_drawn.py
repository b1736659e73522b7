"""What is drawn once is drawn from its values alone, and memory stays bounded."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.template import engines
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy, override
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.kernel.told import kind_of
from zhongshu.org.models import Unit
from zhongshu.ui.addresses import fixed
from zhongshu.ui.drawn import draw, drawn_once

MOST = 40
worked: list[Any] = []


@drawn_once(most=MOST)
def told(name: str, day: date | None, marked: bool) -> SafeString:
    worked.append(name)
    drawn: Any = engines["django"].from_string("<p>{{ name }} {{ day }} {{ marked }} {{ kept }}</p>")
    return SafeString(drawn.render({"name": name, "day": day, "marked": marked, "kept": gettext("今天到期")}))


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    told.forget()
    worked.clear()
    yield
    told.forget()


values = st.tuples(
    st.text("李敏<&\"' ab01", max_size=3),
    st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 9)),
    st.booleans(),
)


@given(asked=st.lists(st.tuples(st.sampled_from(["zh-hans", "en"]), values), max_size=120))
def test_from_memory_it_is_what_it_is_without(asked: list[tuple[str, Any]]) -> None:
    """Whatever was asked before, in whatever language, and however much was forgotten meanwhile."""
    for language, some in asked:
        with override(language):
            assert told(*some) == told.draw(*some)
            assert told.kept() <= MOST


def test_it_is_drawn_once_and_the_longest_unused_is_forgotten() -> None:
    for number in range(MOST + 1):
        told(f"{number}", None, False)
        told("0", None, False)
    assert told.kept() == MOST and worked.count("0") == 1
    told("1", None, False)
    assert worked.count("1") == 2


def test_rows_of_a_list_are_drawn_as_one_by_one() -> None:
    day, names = date(2026, 11, 22), ["李敏", "王建平", "李敏"]
    drawn = told.of(names)
    assert [drawn(name, day, True) for name in names] == [told(name, day, True) for name in names]
    assert worked == ["李敏", "王建平"]


def test_rows_of_two_questions_are_told_apart() -> None:
    """Equal values in other columns are another row."""

    @drawn_once(most=MOST)
    def named(row: Any) -> str:
        return str(row.told("name"))

    first, second = (kind_of({name: 0, other: 1}, tuple)(("督查科", "秘书科")) for name, other in
                     (("name", "parent"), ("parent", "name")))  # fmt: skip
    assert first == second
    assert named(first) == "督查科" and named(second) == "秘书科"
    assert named.of([second])(second) == "秘书科" and named.of([first])(first) == "督查科"


@pytest.mark.parametrize(
    "value",
    [mark_safe("<b>"), gettext_lazy("今天到期"), Unit(pk=1, name="督查科"), ("督查科", mark_safe("<b>"))],
    ids=["safe", "lazy", "model", "safe within"],
)
def test_what_looks_different_and_is_equal_is_no_key(value: Any) -> None:
    with pytest.raises(TypeError):
        told(value, None, False)


@pytest.mark.django_db
def test_while_it_is_drawn_the_database_answers_nothing() -> None:
    @drawn_once(most=MOST)
    def counted(name: str) -> int:
        return Unit.objects.filter(name=name).count()

    with pytest.raises(RuntimeError, match="asks the database nothing"):
        counted("督查科")
    assert connection.execute_wrappers == [] and counted.draw("督查科") == 0


def test_a_template_drawn_so_sees_its_names_only() -> None:
    html = draw("ui/_pager.html", summary="共 3 件", next="?after=x")
    assert "共 3 件" in html and "csrf" not in html
    assert fixed("ui:keys") not in html
