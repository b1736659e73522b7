"""Law 6: no gaps and no twins, under threads, processes, rollbacks and kill -9."""

import json
import os
import random
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

import zhongshu

SOURCE = Path(zhongshu.__file__).parents[1]
WORKER = Path(__file__).with_name("worker.py")
Environment = dict[str, str]
started: list[subprocess.Popen[str]] = []


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Environment]:
    """A database of its own: a SQLite file, or one on the server ZHONGSHU_DATABASE_URL points to."""
    server = os.environ.get("ZHONGSHU_DATABASE_URL", "")
    environment = {**os.environ, "ZHONGSHU_HOME": str(tmp_path), "PYTHONPATH": str(SOURCE)}
    if not server.startswith("postgres"):
        environment.pop("ZHONGSHU_DATABASE_URL", None)
        run(environment, "prepare")
        yield environment
        end_all()
        return
    scratch = f"numbers_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {scratch}")
        environment["ZHONGSHU_DATABASE_URL"] = urlsplit(server)._replace(path=f"/{scratch}").geturl()
        run(environment, "prepare")
        yield environment
        end_all()
        connection.execute(f"DROP DATABASE {scratch} WITH (FORCE)")


def start(environment: Environment, *command: str) -> subprocess.Popen[str]:
    line = [sys.executable, str(WORKER), *command]
    process = subprocess.Popen(
        line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    started.append(process)
    return process


def end_all() -> None:
    """What a failing test has left running."""
    for process in started:
        process.kill()
        process.communicate()
    started.clear()


def run(environment: Environment, *command: str) -> str:
    process = start(environment, *command)
    output, complaint = process.communicate()
    assert process.returncode == 0, complaint
    return output


def read_number(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    return int(process.stdout.readline())


def kill(process: subprocess.Popen[str]) -> str:
    process.send_signal(signal.SIGKILL)
    return process.communicate()[0]


def numbers(environment: Environment) -> list[int]:
    found = json.loads(run(environment, "report"))
    assert found["gaps"] == []
    assert found["numbers"] == list(range(1, len(found["numbers"]) + 1))
    return found["numbers"]


def test_a_crowd_of_threads_and_processes_with_changes_of_mind(office: Environment) -> None:
    crews = [start(office, "crowd", "6", "20") for _ in range(2)]
    assert [crew.communicate()[1] for crew in crews] == ["", ""]
    dice = [random.Random(seed) for seed in range(6)]
    kept = sum(die.random() >= 0.3 for die in dice for _ in range(20))
    assert len(numbers(office)) == 2 * kept


def test_a_process_killed_in_its_transaction_returns_the_number(office: Environment) -> None:
    run(office, "take_some", "3", "1")
    last = len(numbers(office))
    for _ in range(2):
        holder = start(office, "hold")
        assert read_number(holder) == last + 1
        kill(holder)
        assert len(numbers(office)) == last
    successor = start(office, "forever")
    assert read_number(successor) == last + 1
    kill(successor)
    numbers(office)


def test_processes_killed_at_any_moment_leave_no_gap(office: Environment) -> None:
    told = 0
    for seed in range(4):
        rivals = [start(office, "forever"), start(office, "forever")]
        for _ in range(random.Random(seed).randrange(1, 12)):
            told = max(told, read_number(rivals[seed % 2]))
        for rival in rivals:
            lines = [line for line in kill(rival).splitlines(keepends=True) if line.endswith("\n")]
            told = max([told, *map(int, lines)])
        given = len(numbers(office))
        assert given >= told, "a number that was committed and told is gone"


def test_a_number_outside_a_transaction_is_a_mistake_of_the_programmer(office: Environment) -> None:
    lonely = start(office, "take")
    assert "belongs to the transaction" in lonely.communicate()[1]
    assert numbers(office) == []
