from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def own_folders(settings: Any, tmp_path: Path) -> None:
    """Files and packages of a test lie in a place of their own."""
    settings.FILES_ROOT, settings.ARCHIVE_ROOT = tmp_path / "files", tmp_path / "archive"
