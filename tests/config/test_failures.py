"""A database that is busy or away: a plain answer, nothing saved, what was typed there to be sent again."""

import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import DataError, InterfaceError, OperationalError
from django.test import Client
from psycopg import errors

from tests.world import LI_MIN, World
from zhongshu.cli import main
from zhongshu.kernel.unavailable import unavailable
from zhongshu.platform.journal import services as journal
from zhongshu.supervision.models import Intake

PATH = "/supervision/intakes/new/"
SAID = "由市财政局牵头，月底前完成预算调整。"
HERE = {"HTTP_ORIGIN": "http://testserver", "HTTP_REFERER": f"http://testserver{PATH}"}


def caused(cause: Exception, kind: type[Exception] = OperationalError) -> Exception:
    """As the framework hands on what the driver raised."""
    error = kind(*cause.args)
    error.__cause__ = cause
    return error


def really_locked(folder: Path) -> Exception:
    """What SQLite says to the second who wants to write."""
    first, second = (sqlite3.connect(folder / "a.sqlite3", timeout=0, isolation_level=None) for _ in "ab")
    first.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError) as caught:
        second.execute("BEGIN IMMEDIATE")
    for each in (first, second):
        each.close()
    return caused(caught.value)


@pytest.fixture
def busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Called, it makes every act of the house meet a locked database."""
    error = really_locked(tmp_path)

    def locked(*_told: object, **_facts: object) -> None:
        raise error

    return lambda: monkeypatch.setattr(journal, "written", locked)


@pytest.fixture
def client(world: World) -> Client:
    client = world.client(LI_MIN)
    client.raise_request_exception = False
    return client


def sent(world: World) -> dict[str, Any]:
    unit = world.units["SWB-DC"].pk
    return {"title": "纪要", "text": SAID, "origin": "meeting", "unit_id": unit, "once": "a1"}


@pytest.mark.parametrize(
    ("sqlstate", "code"),
    [("55P03", "database_busy"), ("57014", "database_busy"), ("40P01", "database_busy"),
     ("57P01", "database_away"), ("53300", "database_away"), ("53100", "disk_failed")],
)  # fmt: skip
def test_what_postgresql_says_is_told_in_our_words(sqlstate: str, code: str) -> None:
    refusal = unavailable(caused(errors.lookup(sqlstate)()))
    assert refusal and refusal.code == code and str(refusal.hint)


def test_a_connection_refused_or_closed_is_a_database_away() -> None:
    for kind, cause in (
        (OperationalError, errors.OperationalError()),
        (InterfaceError, errors.InterfaceError()),
    ):
        refusal = unavailable(caused(cause, kind))
        assert refusal and refusal.code == "database_away"


def test_a_fault_of_ours_stays_one(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect(tmp_path / "b.sqlite3").execute("SELECT * FROM nowhere")
    for error in (caused(caught.value), OperationalError("?"), DataError(), RuntimeError(), None):
        assert unavailable(error) is None


@pytest.mark.django_db
def test_a_page_keeps_what_was_typed_and_sends_it_again(
    client: Client, world: World, busy: Callable[[], None]
) -> None:
    busy()
    answer = client.post(PATH, sent(world), **HERE)  # type: ignore[arg-type]
    page = answer.content.decode()
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert "数据库正忙" in page and "什么都没有保存" in page and "接下来" in page
    assert f'name="text" value="{SAID}"' in page and f'action="{PATH}"' in page
    assert not Intake.objects.exists()


@pytest.mark.django_db
def test_a_page_only_to_be_read_is_offered_again(client: Client, monkeypatch: Any, tmp_path: Path) -> None:
    error = really_locked(tmp_path)

    def locked(*_told: object) -> None:
        raise error

    monkeypatch.setattr("zhongshu.config.middleware.org.actor_of_account", locked)
    answer = client.get("/supervision/?light=red")
    assert answer.status_code == 503
    assert 'href="/supervision/?light=red"' in answer.content.decode()


@pytest.mark.django_db
def test_no_password_is_shown(client: Client, busy: Callable[[], None]) -> None:
    busy()
    given = {"username": "nobody", "password": "geheim-9-word"}
    answer = Client(raise_request_exception=False).post("/enter/", given, **HERE)  # type: ignore[arg-type]
    assert answer.status_code == 503
    assert "geheim-9-word" not in answer.content.decode()
    assert 'href="/enter/"' in answer.content.decode()


@pytest.mark.django_db
def test_the_api_answers_with_a_problem(client: Client, world: World, busy: Callable[[], None]) -> None:
    busy()
    given = {"title": "纪要", "text": SAID, "origin": "meeting", "unit_id": world.units["SWB-DC"].pk}
    answer = client.post("/api/v1/intakes", given, content_type="application/json")
    told = answer.json()
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert told["code"] == "database_busy" and "什么都没有保存" in told["title"] and told["detail"]


@pytest.mark.django_db
def test_a_fault_of_ours_is_a_problem_for_a_program_too(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "written", lambda: 1 / 0)
    given = {"title": "纪要", "text": SAID, "origin": "meeting", "unit_id": world.units["SWB-DC"].pk}
    answer = client.post("/api/v1/intakes", given, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (500, "failed")


def test_the_command_line_says_it_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    error = really_locked(tmp_path)

    def run(*, prog_name: str) -> None:
        assert prog_name == "zhongshu"  # its help names what one types, however it was started
        raise error

    monkeypatch.setattr(sys.modules[main.__module__], "zhongshu", run)
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr().err
    assert ended.value.code == 75
    assert "数据库正忙" in told and "什么都没有保存" in told and len(told.splitlines()) == 1
