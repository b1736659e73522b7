"""One copy of the programme for all processes: loaded and frozen before the first of them is forked."""

import gc
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import settings

from zhongshu.cli.commands import serve as command
from zhongshu.cli.serving import doors, readiness
from zhongshu.cli.serving.sharing import load_once


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_is_loaded_is_never_looked_at_again_by_the_collector() -> None:
    load_once()
    addresses = sys.modules[settings.ROOT_URLCONF].urlpatterns
    assert not any(one is addresses for one in gc.get_objects())
    assert gc.get_freeze_count() > len(gc.get_objects())


def test_the_house_is_frozen_before_its_first_process_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    frozen: list[int] = []

    class Crew:
        def __init__(self, works: dict[str, object], tell: object) -> None:
            told.extend(works)

        def run(self) -> None:
            frozen.append(gc.get_freeze_count())

    for name in ("_make_ready", "let_go"):
        monkeypatch.setattr(command, name, lambda *_: None)
    monkeypatch.setattr(command, "Crew", Crew)
    done = CliRunner().invoke(command.serve, ["--port", "0"])
    assert done.exit_code == 0, done.output
    assert told == ["web", "jobs"]
    assert frozen[0] > 0


def test_assets_are_packed_by_a_process_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHONGSHU_HOME", str(tmp_path))
    monkeypatch.setattr(settings, "STATIC_ROOT", tmp_path / "static")
    packers = "django.contrib.staticfiles.management.commands.collectstatic"
    monkeypatch.delitem(sys.modules, packers, raising=False)
    with doors.listen("127.0.0.1", 0) as listener:
        assert readiness.collect_if_stale(partial(command._apart, listener, *command.COLLECT))
    assert any(settings.STATIC_ROOT.rglob("*.css"))
    assert packers not in sys.modules
    assert not readiness.collect_if_stale(pytest.fail), "laid out already"


def test_a_start_ends_as_the_command_ended_that_makes_it_ready() -> None:
    with doors.listen("127.0.0.1", 0) as listener, pytest.raises(SystemExit) as left:
        command._apart(listener, "no-such-command")
    assert left.value.code == 2
