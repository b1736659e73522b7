import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from zhongshu.kernel.actors import Actor
from zhongshu.platform.files import services
from zhongshu.platform.files.models import File

MONDAY = datetime(2026, 6, 15, 1, 30, tzinfo=UTC)
CLERK = Actor(person_id=7, name="何收文")


@pytest.fixture
def depot(settings, tmp_path) -> Path:
    settings.FILES_ROOT = tmp_path / "files"
    return settings.FILES_ROOT


@pytest.fixture
def store(db, depot) -> Callable[[bytes, str], File]:
    def run(data: bytes, name: str) -> File:
        return services.store(actor=CLERK, stream=io.BytesIO(data), name=name, at=MONDAY)

    return run


@pytest.fixture
def bytes_left(depot) -> Callable[[], list[Path]]:
    return lambda: [path for path in depot.rglob("*") if path.is_file() and path.name != ".lock"]
