"""A stretch drawn once is what it would be without memory; its gaps are each request's own."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.template import Context, Engine, TemplateSyntaxError
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.ui.encoded import Encoded
from zhongshu.ui.partials import encoded
from zhongshu.ui.parts import Tab
from zhongshu.ui.quick.loader import Loader

MOST = 5
TEMPLATES = {
    "base": "{% load ui %}<{% drawn_once 5 who=who day=day %}{{ who }}{% own %}{% block main %}-{% endblock %}{% endown %}"
    "{% include 'within' %}{{ day }}{{ loud }}{% enddrawn_once %}>{{ loud }}",
    "within": "{% load ui %}[{% own %}{% csrf_token %}{{ who }}{{ loud }}{% endown %}{% drawn_once 5 x=day %}"
    "{{ x }}{% own %}{{ loud }}{% endown %}{% enddrawn_once %}]",
    "page": "{% extends 'base' %}{% block main %}{{ who }}{{ loud }}{% endblock %}",
    "loop": "{% load ui %}{% for who in loud %}{% drawn_once 5 who=who %}{{ who }}{% own %}{{ who }}{% endown %}"
    "{% enddrawn_once %}{% endfor %}",
    "token": "{% load ui %}{% drawn_once 5 who=who %}{% csrf_token %}{% enddrawn_once %}",
    "spoken": "{% load ui %}{% drawn_once 5 who=who %}{{ csrf_token }}{% enddrawn_once %}",
    "once": "{% load ui %}{% drawn_once 5 who=who %}{% once %}{% enddrawn_once %}",
}
OPTIONS: dict[str, Any] = {
    "libraries": {"ui": "zhongshu.ui.templatetags.ui"},
    "builtins": ["django.templatetags.i18n"],
}
PLACES = [("django.template.loaders.locmem.Loader", TEMPLATES)]


class Quick(Loader):
    """The loader of the house."""


QUICK = Engine(loaders=[(f"{__name__}.Quick", PLACES)], **OPTIONS)
ALONE = Engine(loaders=PLACES, **OPTIONS)
names = st.text("李敏<&\"' ab", max_size=3)


def shown(engine: Engine, name: str, **told: object) -> str:
    return str(engine.get_template(name).render(Context(told)))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["base", "page", "within", "loop"]),
            names,
            st.integers(0, 9),
            names,
            st.text("aB1", min_size=1),
        ),
        max_size=40,
    )
)
def test_with_memory_as_by_the_book(pages: list[tuple[str, str, int, str, str]]) -> None:
    """Whatever was drawn before, for whom, with which token."""
    for name, who, day, loud, token in pages:
        told = {"who": who, "day": day, "loud": loud, "csrf_token": token}
        assert shown(QUICK, name, **told) == shown(ALONE, name, **told)


def test_what_is_remembered_sees_its_values_only() -> None:
    page = shown(QUICK, "base", who="李敏", day=1, loud="!", csrf_token="t1")
    assert page == '<李敏-[<input type="hidden" name="csrfmiddlewaretoken" value="t1">李敏!1!]1>!'


@pytest.mark.parametrize("engine", [QUICK, ALONE], ids=["quick", "by the book"])
@pytest.mark.parametrize("name", ["token", "spoken"])
def test_a_token_outside_a_gap_is_refused(engine: Engine, name: str) -> None:
    with pytest.raises(RuntimeError, match="own"):
        shown(engine, name, who="李敏", csrf_token="t1")


def test_a_key_outside_a_gap_is_refused() -> None:
    with pytest.raises(RuntimeError, match="own"):
        shown(QUICK, "once", who="李敏")


def test_records_may_be_values_where_all_in_them_are_plain() -> None:
    assert "Tab(" in shown(QUICK, "base", who=Tab("待办", "?"), day=1)
    with pytest.raises(TypeError, match="look different and be equal"):
        shown(QUICK, "base", who=Tab(gettext_lazy("已办"), "?"), day=1)


def test_the_tag_says_how_it_is_written() -> None:
    for wrong in ("drawn_once who=who", "drawn_once", "drawn_once 5 who"):
        with pytest.raises(TemplateSyntaxError, match="drawn_once 60 name=value"):
            QUICK.from_string("{% load ui %}{% " + wrong + " %}{% enddrawn_once %}")


def test_text_as_it_is_sent_is_safe_text_anywhere_else() -> None:
    told = Encoded.joined(["<b>李", "敏</b>".encode()])
    for engine in (QUICK, ALONE):
        assert shown(engine, "page", who="", loud=told).count("<b>李敏</b>") == 4


def test_a_page_goes_out_as_bare_bytes_for_which_nothing_is_copied() -> None:
    told = Encoded.joined(["<b>李", "敏</b>".encode()])
    template = QUICK.get_template("page")
    context = Context({"who": "", "loud": told})
    with context.bind_template(template), context.render_context.push_state(template):
        sent = encoded(template.nodelist, context)
    assert (type(sent), HttpResponse(sent).content is sent) == (bytes, True)
    assert sent.decode() == shown(ALONE, "page", who="", loud=told)
