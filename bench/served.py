"""Our own server under measurement: `zhongshu serve` with production settings on a loaded database."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import machine
from bench.cluster import free_port

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Server:
    """Where it answers, and its first process."""

    base: str
    pid: int
    has_jobs: bool = True

    def web(self) -> set[int]:
        """The processes that answer: all but the worker of jobs, the one child that has none of its own."""
        if not self.has_jobs:
            return machine.tree(self.pid)
        hands = machine.children(self.pid)
        return {self.pid}.union(*(machine.tree(one) for one in hands if machine.children(one)))


def surroundings(home: Path, database_url: str = "") -> dict[str, str]:
    """The environment of every process of ours in a run: its own home, production settings."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("ZHONGSHU_", "DJANGO_"))
    }
    paths = [str(ROOT / "src"), str(ROOT)]
    ours = {
        "ZHONGSHU_HOME": str(home),
        "ZHONGSHU_DEBUG": "0",
        "ZHONGSHU_DEMO": "0",
        "DJANGO_SETTINGS_MODULE": "zhongshu.config.settings",
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONUTF8": "1",
    }
    return kept | ours | ({"ZHONGSHU_DATABASE_URL": database_url} if database_url else {})


def script(surroundings: dict[str, str], module: str, *arguments: str) -> Any:
    """Run a module of this folder in those surroundings; what it printed last, as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=surroundings,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"{module} failed with {done.returncode}")
    return json.loads(done.stdout.strip().rsplit("\n", 1)[-1])


@contextmanager
def running(surroundings: dict[str, str], *, workers: int = 2) -> Iterator[Server]:
    """The server, answering; stopped afterwards."""
    port = free_port(28000)
    process = subprocess.Popen(
        [sys.executable, "-m", "zhongshu", "serve", "--port", str(port), "--workers", str(workers)],
        env=surroundings, cwd=ROOT, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        await_answer(f"http://127.0.0.1:{port}/healthz", process)
        yield Server(f"http://127.0.0.1:{port}", process.pid)
    finally:
        end(process)


def end(process: "subprocess.Popen[Any]", *, seconds: float = 60) -> None:
    """Stop a server and what it has started, kindly first."""
    family = machine.tree(process.pid)
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        for pid in family:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait()


def await_answer(url: str, process: "subprocess.Popen[Any]", *, seconds: float = 90) -> None:
    """Wait until ``url`` answers with anything but an error of the server."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        if process.poll() is not None:
            raise SystemExit(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=30):  # noqa: S310 our own address
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    raise SystemExit(f"nobody answers at {url}")
