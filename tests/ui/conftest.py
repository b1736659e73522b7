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

CHROMIUM = "/usr/bin/chromium"
# A browser of the test process leaves an event loop running; Django would then refuse plain database access.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(autouse=True)
def plain_static_names(settings: Any) -> None:
    """These tests run before anything is collected."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium, quiet and offline."""
    flags = (
        "no-sandbox disable-gpu disable-quic no-first-run disable-dev-shm-usage disable-background-networking"
    )
    more = "disable-component-update disable-sync font-render-hinting=none"
    return {
        "executable_path": CHROMIUM,
        "headless": True,
        "args": [f"--{f}" for f in f"{flags} {more}".split()],
    }


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    """A desk in China."""
    return {"locale": "zh-CN", "timezone_id": "Asia/Shanghai", "viewport": {"width": 1440, "height": 900}}


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
