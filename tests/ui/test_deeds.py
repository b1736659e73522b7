"""The one door of deeds: shows, does, puts what is refused back into the form, lets 403 and 404 go their way."""

from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.http import HttpResponse
from django.test import RequestFactory

from zhongshu.kernel.refusals import Forbidden, Refusal
from zhongshu.ui import deeds
from zhongshu.ui.deeds import Deed, Door, once


class Note(forms.Form):
    words = forms.CharField()


class Wall(Door[Deed, str]):
    """Pins a note on a wall; the wall may refuse."""

    template = "wall.html"

    def __init__(self, refusal: Refusal | None = None) -> None:
        super().__init__({"pin": Deed(title="钉上", form=Note, done="已钉上。")})
        self.pinned: list[str] = []
        self.refusal = refusal

    def find(self, request: Any, deed: Deed, ref: int) -> str:
        return f"wall {ref}"

    def asked(self, request: Any, subject: str) -> dict[str, Any]:
        return {}

    def perform(self, request: Any, deed: Deed, subject: str, form: Any) -> object:
        if self.refusal:
            raise self.refusal
        return self.pinned.append(f"{subject}: {form.cleaned_data['words']}")

    def back(self, request: Any, deed: Deed, subject: str) -> str:
        return "/walls/"


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What was shown, page by page."""
    shown: list[dict[str, Any]] = []

    def show(request: object, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
        shown.append(context)
        return HttpResponse(status=status)

    monkeypatch.setattr(deeds, "page", show)
    monkeypatch.setattr(deeds, "say", lambda request, sentence: None)
    return shown


def send(door: Wall, **words: str) -> HttpResponse:
    return door(RequestFactory().post("/", words), resource="pin", wall=7)


def test_the_form_is_shown_with_the_way_back(page: list[dict[str, Any]]) -> None:
    assert Wall()(RequestFactory().get("/"), resource="pin", wall=7).status_code == 200
    assert page[0]["back"] == "/walls/"
    assert not page[0]["form"].is_bound


def test_what_is_filled_in_is_done_once_and_one_goes_back(page: list[dict[str, Any]]) -> None:
    door = Wall()
    answer = send(door, words="周五停水")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/walls/")
    assert door.pinned == ["wall 7: 周五停水"]
    assert page == []


def test_a_form_filled_in_wrongly_is_shown_again_and_nothing_done(page: list[dict[str, Any]]) -> None:
    door = Wall()
    send(door, words="")
    assert door.pinned == []
    assert "words" in page[0]["form"].errors


def test_a_refusal_stands_beside_its_field_with_its_status(page: list[dict[str, Any]]) -> None:
    answer = send(
        Wall(Refusal("full", "墙满了。", fields={"words": "墙满了，请先揭下一张。"})), words="周五停水"
    )
    assert answer.status_code == 422
    assert page[0]["form"].errors["words"] == ["墙满了，请先揭下一张。"]


def test_forbidden_is_not_the_forms_affair(page: list[dict[str, Any]]) -> None:
    with pytest.raises(Forbidden):
        send(Wall(Forbidden("not_yours", "不是您的墙。")), words="周五停水")


def test_a_service_is_told_who_when_and_the_key_of_the_sending() -> None:
    request: Any = RequestFactory().post("/", {"once": "k-1"})
    request.actor, request.at = SimpleNamespace(person_id=3), "now"
    assert once(request) == {"actor": request.actor, "at": "now", "idempotency_key": "k-1"}
