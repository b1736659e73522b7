"""Static files under their plain names, and a small site of the look for the browser."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def plain_static_names(settings: Any) -> None:
    """These tests run before anything is collected."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


def _answers(port: int) -> bool:
    with socket.socket() as trial:
        trial.settimeout(0.2)
        return trial.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """Address of the small site."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    here = Path(__file__).parent
    environment = {**os.environ, "PYTHONPATH": str(here.parent.parent / "src")}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    server = subprocess.Popen([sys.executable, here / "look_site.py", str(port)], env=environment)
    for _ in range(200):
        if _answers(port):
            break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait()
