"""Redmine as Debian packages it, on a PostgreSQL of its own, with the same D(N) and the same questions.

A copy of the package's files in a temporary folder is an instance of its own; nothing of the system's is
touched. Loaded by SQL; mail off; user 1 is a developer in all 50 projects. Pages W3h–W6h are HTML as
a browser gets them after log-in, W1 and W2 the JSON interface under a key.
"""

import datetime as dt
import hashlib
import html
import http.cookiejar
import os
import random
import re
import secrets
import shutil
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from bench import dataset
from bench.client import Client, Op, Request
from bench.cluster import Cluster, free_port
from bench.dataset import CLOSED, PROBES, Task
from bench.served import Server, await_answer, end
from bench.workload import Drawn, words

PACKAGE = Path("/usr/share/redmine")
NEEDED = "apt-get install --no-install-recommends redmine redmine-pgsql puma"
SHIFT = 10  # ids of our users begin after those that every Redmine has
ROLE, TRACKER = 4, 2
STATUS = {0: 1, 1: 2, 2: 3, 3: 4, CLOSED: 5}
PASSWORD, SALT = "dushijian-2026", "0" * 32
MODULES = ("issue_tracking",)
CREATED = 201
DONE = 204


def is_here() -> bool:
    """Whether Debian's Redmine, a server for it and the driver for PostgreSQL are installed."""
    return PACKAGE.is_dir() and bool(shutil.which("puma")) and bool(shutil.which("bundle"))


@contextmanager
def running(folder: Path, cluster: Cluster, count: int) -> Iterator["Redmine"]:
    """Redmine with D(``count``), answering; stopped afterwards."""
    home, surroundings = _instance(folder, cluster)
    for task in ("db:migrate", "redmine:load_default_data"):
        _carried_out(home, surroundings, "bundle", "exec", "rake", task)
    key = secrets.token_hex(20)
    with psycopg.connect(cluster.url("redmine"), autocommit=True) as connection:
        _fill(connection, count, key)
    port = free_port(29000)
    process = subprocess.Popen(
        ["puma", "-e", "production", "-w", "2", "--preload", "-b", f"tcp://127.0.0.1:{port}", "config.ru"],
        env=surroundings, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        base = f"http://127.0.0.1:{port}"
        await_answer(f"{base}/login", process)
        yield Redmine(Server(base, process.pid, has_jobs=False), cluster, key)
    finally:
        end(process)


class Redmine:
    """W1–W6 as Redmine's requests."""

    name = "redmine"

    def __init__(self, server: Server, cluster: Cluster, key: str) -> None:
        self.server, self.cluster, self.key = server, cluster, key
        self.session = _log_in(server.base)

    def ops(self, drawn: Drawn) -> list[tuple[Op, Client]]:
        """Every operation with the client that sends it."""
        self.drawn = drawn
        roots = [self.server.pid, self.cluster.pid]
        by_key, by_session = (
            Client(self.server.base, roots, {}),
            Client(self.server.base, roots, self.session),
        )
        return [
            (Op("W1", self._create), by_key),
            (Op("W2", self._progress), by_key),
            (Op("W3h", self._mine), by_session),
            (Op("W4h", self._late), by_session),
            (Op("W5h", self._search), by_session),
            (Op("W6h", self._detail), by_session),
        ]

    def answers(self, drawn: Drawn) -> list[tuple[str, int, int]]:
        """(question, found, expected), from the totals it shows."""
        asked = [
            (
                "my open matters",
                _mine_address() + "&per_page=100",
                r'class="items">\([\d-]+/(\d+)\)',
                drawn.mine,
            ),
            ("overdue in unit 7", _late_address(7), r'class="items">\([\d-]+/(\d+)\)', drawn.late_in_7),
        ]
        asked += [(word, _search_address(word), r"<h3>[^<]*\((\d+)\)", drawn.found[word]) for word in PROBES]
        return [(question, self._total(address, total), wanted) for question, address, total, wanted in asked]

    def _total(self, address: str, pattern: str) -> int:
        cookie = "; ".join(f"{name}={value}" for name, value in self.session.items())
        asked = urllib.request.Request(self.server.base + address, headers={"Cookie": cookie})  # noqa: S310
        with urllib.request.urlopen(asked, timeout=120) as answer:  # noqa: S310 our own address
            found = re.search(pattern, answer.read().decode())
        return int(found[1]) if found else 0

    def _create(self, rng: random.Random) -> Request:
        issue = {
            "project_id": self.drawn.unit(rng),
            "tracker_id": TRACKER,
            "subject": f"关于{words(6, rng)}的督办事项",
            "description": words(48, rng),
            "assigned_to_id": SHIFT + rng.randint(1, dataset.USERS),
            "priority_id": rng.randint(1, 4),
            "due_date": f"2026-12-{rng.randint(1, 31):02d}",
        }
        return self._by_key("POST", "/issues.json", issue, CREATED)

    def _progress(self, rng: random.Random) -> Request:
        issue = {"notes": words(20, rng), "status_id": rng.choice([2, 3, 4])}
        return self._by_key("PUT", f"/issues/{self.drawn.one_under_way(rng)}.json", issue, DONE)

    def _by_key(self, method: str, url: str, issue: object, good: int) -> Request:
        return Request(
            method, url, json={"issue": issue}, headers={"X-Redmine-API-Key": self.key}, good=(good,)
        )

    def _mine(self, rng: random.Random) -> Request:
        return Request("GET", _mine_address(), holds="list issues")

    def _late(self, rng: random.Random) -> Request:
        return Request("GET", _late_address(self.drawn.unit(rng)), holds="list issues")

    def _search(self, rng: random.Random) -> Request:
        return Request("GET", _search_address(self.drawn.probe(rng)), holds='id="search-results"')

    def _detail(self, rng: random.Random) -> Request:
        return Request("GET", f"/issues/{self.drawn.matter(rng)}", holds="督办事项")


def _mine_address() -> str:
    asked = [("set_filter", "1"), ("f[]", "status_id"), ("op[status_id]", "o"), ("f[]", "assigned_to_id")]
    asked += [
        ("op[assigned_to_id]", "="),
        ("v[assigned_to_id][]", "me"),
        ("sort", "due_date"),
        ("per_page", "25"),
    ]
    return "/issues?" + urllib.parse.urlencode(asked)


def _late_address(unit: int) -> str:
    asked = [("set_filter", "1"), ("f[]", "status_id"), ("op[status_id]", "o"), ("f[]", "due_date")]
    asked += [("op[due_date]", "<t-"), ("v[due_date][]", "1"), ("sort", "due_date"), ("per_page", "25")]
    return f"/projects/u{unit}/issues?" + urllib.parse.urlencode(asked)


def _search_address(word: str) -> str:
    return "/search?" + urllib.parse.urlencode([("q", word), ("issues", "1"), ("scope", "all")])


def _log_in(base: str) -> dict[str, str]:
    """The cookies of user 1 after log-in."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    form = browser.open(f"{base}/login", timeout=60).read().decode()
    token = re.search(r'name="authenticity_token" value="([^"]+)"', form)
    if token is None:
        raise SystemExit("Redmine's log-in page has changed")
    sent = {"authenticity_token": html.unescape(token[1]), "username": "user1", "password": PASSWORD}
    browser.open(f"{base}/login", urllib.parse.urlencode(sent).encode(), timeout=60).read()
    return {cookie.name: str(cookie.value) for cookie in jar}


def _instance(folder: Path, cluster: Cluster) -> tuple[Path, dict[str, str]]:
    home = folder / "redmine"
    shutil.copytree(PACKAGE, home, symlinks=True)
    for link in ("instances", "Gemfile.lock", "config/database.yml"):
        (home / link).unlink()
    own = home / "instances" / "bench"
    for name in ("config", "log", "tmp", "files"):
        (own / name).mkdir(parents=True)
    database = (
        "production:\n  adapter: postgresql\n  database: redmine\n  host: 127.0.0.1\n"
        f"  port: {cluster.port}\n  username: bench\n  encoding: utf8\n  pool: 10\n"
    )
    for path in (own / "config" / "database.yml", home / "config" / "database.yml"):
        path.write_text(database)
    (own / "config" / "secret_key.txt").write_text(secrets.token_hex(40))
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as connection:
        connection.execute("CREATE DATABASE redmine")
    ours = {"REDMINE_INSTANCE": "bench", "RAILS_ENV": "production", "REDMINE_LANG": "zh"}
    surroundings = dict(os.environ) | ours
    _carried_out(home, surroundings, "bundle", "lock", "--local")  # the package's own lock is not always made
    return home, surroundings


def _carried_out(home: Path, surroundings: dict[str, str], *command: str) -> None:
    done = subprocess.run(
        command, env=surroundings, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stdout[-2000:]}")


def _fill(connection: "psycopg.Connection[tuple[object, ...]]", count: int, key: str) -> None:
    at = dt.datetime(2025, 1, 1)
    first = hashlib.sha1(PASSWORD.encode()).hexdigest()
    hashed = hashlib.sha1((SALT + first).encode()).hexdigest()
    people, units = range(1, dataset.USERS + 1), range(1, dataset.UNITS + 1)
    both = [(person, unit) for unit in units for person in people]
    tables: list[tuple[str, str, Iterable[tuple[object, ...]]]] = [
        ("users", "id login hashed_password salt firstname lastname language created_on updated_on type "
         "mail_notification passwd_changed_on",
         ((SHIFT + n, f"user{n}", hashed, SALT, f"{n}", "同事", "zh", at, at, "User", "none", at) for n in people)),
        ("email_addresses", "user_id address is_default created_on updated_on",
         ((SHIFT + n, f"u{n}@example.org", True, at, at) for n in people)),
        ("projects", "id name identifier is_public created_on updated_on status lft rgt",
         ((n, f"单位{n}", f"u{n}", False, at, at, 1, 2 * n - 1, 2 * n) for n in units)),
        ("enabled_modules", "project_id name", ((n, name) for n in units for name in MODULES)),
        ("projects_trackers", "project_id tracker_id", ((n, t) for n in units for t in (1, 2, 3))),
        ("members", "id user_id project_id created_on",
         ((i, SHIFT + person, unit, at) for i, (person, unit) in enumerate(both, 1))),
        ("member_roles", "member_id role_id", ((i, ROLE) for i in range(1, len(both) + 1))),
        ("tokens", "user_id action value created_on updated_on", [(SHIFT + 1, "api", key, at, at)]),
        ("settings", "name value updated_on",
         [("rest_api_enabled", "1", at), ("default_language", "zh", at), ("notified_events", "--- []\n", at)]),
        ("issues", "id tracker_id project_id subject description due_date status_id assigned_to_id priority_id "
         "author_id created_on updated_on start_date root_id lft rgt closed_on", _issues(count)),
        ("journals", "id journalized_id journalized_type user_id notes created_on", _journals(count)),
        ("journal_details", "journal_id property prop_key old_value value", _details(count)),
    ]  # fmt: skip
    for table, columns, rows in tables:
        _copy(connection, table, columns.split(), rows)
    for table in ("users", "projects", "members", "issues", "journals"):
        connection.execute(f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))")
    connection.execute("VACUUM ANALYZE")


def _issues(count: int) -> Iterator[tuple[object, ...]]:
    for task in dataset.tasks(count):
        last = task.notes[2].at
        yield (
            task.id, TRACKER, task.unit, task.title, task.body, task.due, STATUS[task.status], SHIFT + task.lead,
            task.priority, SHIFT + task.creator, task.created, last, task.created.date(), task.id, 1, 2,
            last if task.status == CLOSED else None,
        )  # fmt: skip


def _journals(count: int) -> Iterator[tuple[object, ...]]:
    for task in dataset.tasks(count):
        for place, note in enumerate(task.notes):
            yield _seat(task, place), task.id, "Issue", SHIFT + note.user, note.body, note.at


def _details(count: int) -> Iterator[tuple[object, ...]]:
    for task in dataset.tasks(count):
        for place, note in enumerate(task.notes):
            if note.old != note.new:
                yield _seat(task, place), "attr", "status_id", STATUS[note.old], STATUS[note.new]


def _seat(task: Task, place: int) -> int:
    return (task.id - 1) * 3 + place + 1


def _copy(
    connection: "psycopg.Connection[tuple[object, ...]]",
    table: str,
    columns: list[str],
    rows: Iterable[tuple[object, ...]],
) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)
