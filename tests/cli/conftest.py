from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.world import AT, World

from zhongshu.cli import acting
from zhongshu.cli.commands import board as board_command
from zhongshu.cli.commands import matters as matters_command
from zhongshu.cli.main import zhongshu

Run = Callable[..., Result]


@pytest.fixture
def run(world: World, monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> Run:
    """``run("matters", "list", …)`` on the morning of ``AT``."""
    settings.FILES_ROOT, settings.ARCHIVE_ROOT = tmp_path / "files", tmp_path / "archive"

    def morning() -> datetime:
        return AT

    for module in (acting, matters_command, board_command):
        monkeypatch.setattr(module, "now", morning)

    def invoke(*words: str, **more: Any) -> Result:
        return CliRunner().invoke(zhongshu, words, **more)

    return invoke
