"""One copy of the programme for all processes: loaded and frozen before the first of them is forked."""

import gc
import sys
from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from django.conf import settings

from zhongshu.cli.commands import serve as command
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
        monkeypatch.setattr(command, name, lambda: None)
    monkeypatch.setattr(command, "Crew", Crew)
    done = CliRunner().invoke(command.serve, ["--port", "0"])
    assert done.exit_code == 0, done.output
    assert told == ["web", "jobs"]
    assert frozen[0] > 0
