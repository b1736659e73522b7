"""One approval step in this process beside its own statements: python -m bench.approval_step SESSION

Four take turns, each on another paper: the page (the request as it comes from a browser until its answer stands), the
act alone (the service that the page calls), and the statements of each on the bare connection. All do what happens in an
office: they begin, write and commit. Before each turn the step is rehearsed on a connection of its own and rolled back,
which gives its statements; numbers that the database has given away meanwhile are given back, so that the same statements
fit once more. (A connection on which something was rolled back has forgotten its prepared statements: so nothing is
rolled back on the one that is measured.)
"""

import io
import json
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from statistics import median
from typing import Any
from urllib.parse import urlencode

import django

django.setup()

from django.core.signals import request_finished, request_started  # noqa: E402  Django must be ready first
from django.db import close_old_connections, connection, transaction  # noqa: E402

from bench.approvals_inside import APPROVER  # noqa: E402
from bench.inside import backend, cpu  # noqa: E402
from bench.sql_alone import Caught, Statement, answered, in_own_words  # noqa: E402
from zhongshu.approvals import services  # noqa: E402
from zhongshu.approvals.models import Approval, Status  # noqa: E402
from zhongshu.cli.serving.sharing import load_once  # noqa: E402
from zhongshu.kernel.actors import Actor  # noqa: E402
from zhongshu.kernel.clock import local_day, now  # noqa: E402
from zhongshu.org import queries as org  # noqa: E402
from zhongshu.org.models import Person  # noqa: E402

TURNS, WARM_UP = 400, 32
SEE_OTHER = "303"


@dataclass(slots=True)
class Took:
    """Milliseconds of each turn, by the clock and of CPU."""

    clock: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def told(self, what: str) -> dict[str, float]:
        return {f"{what}_ms": round(median(self.clock), 2), f"{what}_cpu_ms": round(median(self.cpu), 2)}

    def against(self, other: "Took") -> dict[str, float]:
        """How many times as much as ``other``."""
        return {
            "by the clock": round(median(self.clock) / median(other.clock), 1),
            "CPU": round(median(self.cpu) / median(other.cpu), 1),
        }


def from_browser(paper: int, session: str) -> dict[str, Any]:
    """The request by which a browser agrees to a paper, as the server hands it on."""
    token = secrets.token_hex(16)
    body = urlencode(
        {"csrfmiddlewaretoken": token, "once": secrets.token_hex(16), "opinion": "同意"}
    ).encode()
    return {
        "REQUEST_METHOD": "POST", "PATH_INFO": f"/approvals/{paper}/agreement/", "SCRIPT_NAME": "",
        "QUERY_STRING": "", "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "HTTP_HOST": "127.0.0.1",
        "REMOTE_ADDR": "127.0.0.1", "SERVER_PROTOCOL": "HTTP/1.1", "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": "application/x-www-form-urlencoded", "HTTP_COOKIE": f"sessionid={session}; csrftoken={token}",
        "wsgi.version": (1, 0), "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(body), "wsgi.errors": sys.stderr,
        "wsgi.multithread": True, "wsgi.multiprocess": True, "wsgi.run_once": False,
    }  # fmt: skip


def agree(asked: dict[str, Any]) -> None:
    """Agree to a paper as the server has it done: the request from a browser comes, the answer is read."""
    answered(asked, SEE_OTHER)


def act(paper: int, actor: Actor, once: str) -> None:
    """Agree to a paper by the service alone; ``once`` is the key that the form of a page holds."""
    key: dict[str, Any] = {"idempotency_key": once}
    with org.one_look():
        services.agree(actor=actor, matter_id=paper, opinion="同意", at=now(), **key)


def rehearsed(paper: int, session: str) -> list[Statement]:
    """The statements of a step on ``paper``, that of its transaction among them; the step itself is undone."""
    caught = Caught()
    with given_back(), transaction.atomic():
        with _staying(), connection.execute_wrapper(caught):
            agree(from_browser(paper, session))
        transaction.set_rollback(True)
    return in_own_words(list(_with_its_own_transaction(caught.statements)))


def _with_its_own_transaction(statements: list[Statement]) -> Iterator[Statement]:
    """Within another transaction the use case's own was a savepoint; here it begins and commits again."""
    begin = "BEGIN IMMEDIATE" if connection.vendor == "sqlite" else "BEGIN"
    depth = 0
    for sql, parameters in statements:
        if sql.startswith("SAVEPOINT"):
            depth += 1
            yield (begin, None) if depth == 1 else (sql, parameters)
        elif sql.startswith("RELEASE SAVEPOINT"):
            yield ("COMMIT", None) if depth == 1 else (sql, parameters)
            depth -= 1
        else:
            yield sql, parameters


@contextmanager
def _staying() -> Iterator[None]:
    """The server gives back a connection found within a transaction; not here."""
    for ends in (request_started, request_finished):
        ends.disconnect(close_old_connections)
    yield
    for ends in (request_started, request_finished):
        ends.connect(close_old_connections)


@contextmanager
def given_back() -> Iterator[None]:
    """Numbers that PostgreSQL gives away inside are given once more afterwards; SQLite's roll back of themselves."""
    if connection.vendor != "postgresql":
        yield
        return
    before = dict(_given())
    yield
    with connection.cursor() as cursor:
        for name, last in _given():
            if last != before[name]:
                cursor.execute(
                    "SELECT setval(%s, %s, %s)", [name, before[name] or 1, before[name] is not None]
                )


def _given() -> list[tuple[str, int | None]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT schemaname || '.' || sequencename, last_value FROM pg_sequences")
        return list(cursor.fetchall())


def of_the_act(statements: list[Statement]) -> list[Statement]:
    """Those of a page's statements that lie within its transaction: what comes before finds out who asks."""
    words = [sql.split(" ", 1)[0] for sql, _parameters in statements]
    return statements[words.index("BEGIN") : words.index("COMMIT") + 1]


def replay(statements: list[Statement]) -> None:
    """Carry them out on the bare connection, rows fetched."""
    bare = connection.connection.cursor()
    for sql, parameters in statements:
        bare.execute(sql, parameters or ())
        if bare.description:
            bare.fetchall()


def measure(session: str) -> dict[str, Any]:
    """The medians of all four, and how many statements there are."""
    actor = org.actor_of(Person.objects.get(pk=APPROVER), local_day(now()))
    statements: list[Statement] = []
    kinds: list[
        tuple[Took, Callable[[int], Callable[[], None]]]
    ] = [  # how it is made ready, which is not timed
        (Took(), lambda paper: partial(agree, from_browser(paper, session))),
        (Took(), lambda paper: partial(act, paper, actor, secrets.token_hex(16))),
        (Took(), lambda _paper: partial(replay, statements)),
        (Took(), lambda _paper: partial(replay, of_the_act(statements))),
    ]
    elsewhere, pid = ThreadPoolExecutor(1), backend()
    load_once()  # the collector rests as in the server
    connection.close_at = None  # one process of the database for all turns, however long they take
    for turn, paper in enumerate(_papers()):
        statements[:] = elsewhere.submit(rehearsed, paper, session).result()
        took, ready = kinds[turn % len(kinds)]
        _time(took if turn >= WARM_UP else Took(), pid, ready(paper))
    page, alone, pages_sql, acts_sql = (took for took, _ready in kinds)
    return {
        **page.told("page"), **alone.told("act"), **pages_sql.told("page_sql"), **acts_sql.told("act_sql"),
        "page / sql": page.against(pages_sql), "act / sql": alone.against(acts_sql),
        "statements": [len(statements), len(of_the_act(statements))], "turns": len(page.clock),
    }  # fmt: skip


def _papers() -> Iterator[int]:
    """Papers in hand, one after the other, so that each turn finds the next stage of another paper."""
    done = 0
    while done < TURNS + WARM_UP:
        waiting = list(
            Approval.objects.filter(status=Status.RUNNING).order_by("pk").values_list("pk", flat=True)
        )
        if not waiting:
            raise SystemExit(f"no paper is left after {done} turns")
        for pk in waiting[: TURNS + WARM_UP - done]:
            done += 1
            yield pk


def _time(took: Took, pid: int, work: Callable[[], object]) -> None:
    clock, used = time.perf_counter(), cpu(pid)
    work()
    took.cpu.append((cpu(pid) - used) * 1000)
    took.clock.append((time.perf_counter() - clock) * 1000)


def main() -> None:
    print(json.dumps(measure(sys.argv[1]), ensure_ascii=False))


if __name__ == "__main__":
    main()
