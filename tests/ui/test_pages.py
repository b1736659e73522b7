"""page(): the whole, a part, 422, and sentences on the way."""

import json

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import get_template
from django.test import RequestFactory

from zhongshu.kernel.refusals import Refusal
from zhongshu.ui import pages, partials, samples
from zhongshu.ui.forms import refuse


def asked(**headers: str) -> HttpRequest:
    request = RequestFactory().get("/x/", headers=headers)
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    return request


@pytest.fixture(autouse=True)
def templates(settings: object) -> None:
    loaders = [
        (
            "django.template.loaders.locmem.Loader",
            {
                "t/base.html": "<html>{% block main %}{% endblock %}</html>",
                "t/page.html": "{% extends 't/base.html' %}{% load ui %}{% block main %}top"
                "{% partialdef row inline %}<p>{{ word }}</p>{% endpartialdef %}"
                "{% partialdef apart %}<i>{{ word }}</i>{% endpartialdef %}{% partial apart %}{% endblock %}",
            },
        )
    ]
    options = {"loaders": loaders, "context_processors": [], "libraries": {}}
    backend = "django.template.backends.django.DjangoTemplates"
    settings.TEMPLATES = [{"BACKEND": backend, "OPTIONS": options}]  # type: ignore[attr-defined]


def test_a_browser_gets_the_whole_page() -> None:
    answer = pages.page(asked(), "t/page.html#row", word="甲")
    assert answer.content.decode() == "<html>top<p>甲</p><i>甲</i></html>"
    assert "HX-Request" in answer["Vary"]


@pytest.mark.parametrize(("part", "html"), [("row", "<p>甲</p>"), ("apart", "<i>甲</i>")])
def test_htmx_gets_the_part_alone(part: str, html: str) -> None:
    answer = pages.page(asked(**{"HX-Request": "true"}), f"t/page.html#{part}", word="甲")
    assert answer.content.decode() == html


@pytest.mark.parametrize("more", ["HX-Boosted", "HX-History-Restore-Request"])
def test_htmx_gets_the_whole_page_when_it_moves_between_pages(more: str) -> None:
    answer = pages.page(asked(**{"HX-Request": "true", more: "true"}), "t/page.html#row")
    assert answer.content.startswith(b"<html>")


def test_a_part_is_escaped() -> None:
    answer = pages.page(asked(**{"HX-Request": "true"}), "t/page.html#row", word="<b>")
    assert answer.content == b"<p>&lt;b&gt;</p>"


def test_an_unknown_part_is_an_error_that_names_it() -> None:
    with pytest.raises(TemplateSyntaxError, match="missing"):
        pages.page(asked(**{"HX-Request": "true"}), "t/page.html#missing")


def test_two_parts_of_one_name_are_refused() -> None:
    part = "{% partialdef a %}{% endpartialdef %}"
    with pytest.raises(TemplateSyntaxError):
        Template("{% load ui %}" + part + part)


def test_parts_of_two_templates_do_not_meet() -> None:
    first = Template("{% load ui %}{% partialdef a %}1{% endpartialdef %}{% partial a %}")
    second = Template("{% load ui %}{% partialdef a %}2{% endpartialdef %}{% partial a %}")
    assert first.render(Context()) + second.render(Context()) == "12"


def test_a_wrong_form_answers_422_and_a_right_one_200() -> None:
    assert pages.page(asked(), "t/page.html", form=samples.wrong_form()).status_code == 422
    assert pages.page(asked(), "t/page.html", forms=[samples.wrong_form()]).status_code == 422
    assert pages.page(asked(), "t/page.html", form=samples.SampleForm()).status_code == 200
    assert pages.page(asked(), "t/page.html", status=409, form=samples.wrong_form()).status_code == 409


def test_a_refusal_goes_to_its_field_or_above_the_form() -> None:
    form = samples.wrong_form()
    refuse(form, Refusal("past", "时限已过。", fields={"due": "这一天已经过去"}))
    assert form.errors["due"] == ["这一天已经过去"]
    refuse(form, Refusal("closed", "事项已销号。", hint="请看归档。"))
    assert form.non_field_errors() == ["事项已销号。请看归档。"]


def test_sentences_ride_with_a_part_and_are_not_said_twice() -> None:
    request = asked(**{"HX-Request": "true"})
    pages.say(request, "已催办", undo="/undo/7/")
    answer = pages.page(request, "t/page.html#row")
    answer["HX-Trigger"].encode("ascii")
    said = json.loads(answer["HX-Trigger"])["zs:toast"]["said"]
    assert said == [{"text": "已催办", "tone": "ok", "undo": "/undo/7/"}]


def test_sentences_wait_when_the_whole_page_moves() -> None:
    request = asked(**{"HX-Request": "true"})
    pages.say(request, "已交办", tone="info")
    answer = pages.moved(request, "/ledger/")
    assert answer["HX-Redirect"] == "/ledger/"
    assert [str(m) for m in get_messages(request)] == ["已交办"]


def test_a_browser_moves_by_303() -> None:
    answer = pages.moved(asked(), "/ledger/")
    assert (answer.status_code, answer["Location"]) == (303, "/ledger/")


def test_render_without_a_part_is_the_loaded_template() -> None:
    loaded = get_template("t/page.html").render({"word": "乙"})
    assert loaded.startswith("<html>top<p>乙")
    assert partials.render("t/page.html", {"word": "乙"}, asked()) == loaded.encode()
