"""``bin/run`` as an operator meets it: started with no terminal, it answers, and stops when told."""

import os
import re
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 120.0
Start = Callable[..., "Office"]
pytestmark = [pytest.mark.slow, pytest.mark.of_sqlite]


class Office:
    """A started ``bin/run``; what it says goes to a file."""

    def __init__(self, home: Path, *options: str, **variables: str) -> None:
        self.said_in = home / "said.txt"
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("ZHONGSHU_")}
        kept = {name: os.environ[name] for name in ("ZHONGSHU_VENV", "ZHONGSHU_PYTHON") if name in os.environ}
        environment = {**inherited, **kept, "ZHONGSHU_HOME": str(home), **variables}
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        with self.said_in.open("w") as said:
            self.process = subprocess.Popen(
                [ROOT / "bin" / "run", "--port", "0", *options],
                stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=environment, cwd="/",
            )  # fmt: skip

    def said(self) -> str:
        return self.said_in.read_text(encoding="utf-8")

    def address(self) -> str:
        """Where it says it answers; waits for it to say so."""
        limit = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < limit:
            found = re.search(r"http://127\.0\.0\.1:\d+", self.said())
            if found:
                return found[0]
            assert self.process.poll() is None, self.said()
            time.sleep(0.05)
        raise AssertionError(f"nothing after {PATIENCE_SECONDS:.0f} s: {self.said()}")

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.address() + path, timeout=PATIENCE_SECONDS) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    def children(self) -> list[int]:
        told = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in told.split()]

    def stop(self, signum: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(signum)
        return self.process.wait(timeout=PATIENCE_SECONDS)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    offices: list[Office] = []

    def begin(*options: str, **variables: str) -> Office:
        offices.append(Office(tmp_path, *options, **variables))
        return offices[-1]

    yield begin
    for office in offices:
        if office.process.poll() is None:
            office.stop(signal.SIGTERM)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()


def test_an_empty_office_answers_and_stops_when_told(start: Start) -> None:
    office = start("--empty")
    assert office.get("/healthz") == (200, "ok")
    assert "<form" in office.get("/enter/")[1]
    children = office.children()
    assert len(children) == 2, "web and jobs"
    assert office.stop() == 0
    assert not any(map(is_alive, children))


def test_the_demo_stands_after_the_first_start(start: Start) -> None:
    office = start()
    status, door = office.get("/enter/")
    assert status == 200
    assert "演示" in door


def test_a_fallen_child_is_started_again(start: Start) -> None:
    office = start("--empty")
    office.get("/healthz")
    web, jobs = office.children()
    os.kill(jobs, signal.SIGKILL)
    os.kill(web, signal.SIGKILL)
    limit = time.monotonic() + PATIENCE_SECONDS
    while len(set(office.children()) - {web, jobs}) < 2 and time.monotonic() < limit:
        time.sleep(0.1)
    assert office.get("/healthz") == (200, "ok")
    assert "jobs 意外退出" in office.said() and "web 意外退出" in office.said()


def test_a_taken_port_is_told_with_what_to_do(start: Start) -> None:
    taken = start("--empty").address().rsplit(":", 1)[1]
    second = start("--empty", "--port", taken)
    assert second.process.wait(timeout=PATIENCE_SECONDS) != 0
    assert f"{taken} 端口不能使用" in second.said() and "--port" in second.said()


def test_the_demo_is_refused_on_other_addresses(start: Start) -> None:
    office = start("--host", "0.0.0.0", ZHONGSHU_DEMO="1")
    assert office.process.wait(timeout=PATIENCE_SECONDS) != 0
    assert "演示数据只能在本机" in office.said()
