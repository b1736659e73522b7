"""What every test may ask for: the city, its actors, browsers with somebody behind them."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, connections
from django.template import Context, NodeList
from django.test.signals import template_rendered
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests import laid_out
from tests import world as city
from zhongshu.approvals.queries import papers
from zhongshu.platform.search import services as search
from zhongshu.ui import partials

hypothesis.register_profile(
    "ci", derandomize=True, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis.register_profile(
    "explore", parent=hypothesis.get_profile("ci"), derandomize=False, max_examples=1000
)
hypothesis.load_profile(os.environ.get("ZHONGSHU_HYPOTHESIS", "ci"))

SCREENSHOTS = Path(__file__).parents[1] / "docs" / "screenshots"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
FLAGS = (
    "no-sandbox disable-gpu disable-quic no-first-run disable-dev-shm-usage disable-background-networking "
    "disable-component-update disable-sync font-render-hinting=none"
)
# An answer of 403, 409 or 422 is a refusal shown to the person; Chromium and htmx also note it on the console.
REFUSALS = tuple(f"{how} {code}" for how in ("status of", "Error Code") for code in (403, 409, 422))
Seat = Callable[..., Page]


# ── the database ──────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """SQLite in a file, as it is in use: threads and processes meet in it, and it has a WAL."""
    own = connections["default"].settings_dict
    if connection.vendor == "sqlite":
        worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
        own["TEST"]["NAME"] = str(Path(settings.HOME) / f"test-{worker}-{os.getpid()}.sqlite3")
        laid_out.copy_to(own["TEST"]["NAME"])
    elif laid_out.NAME:
        own["TEST"]["TEMPLATE"] = laid_out.NAME


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """A copied file is kept, and brought to the present where it is behind."""
    return bool(laid_out.NAME) and connection.vendor == "sqlite"


@pytest.fixture(autouse=True)
def routes_are_read_anew() -> None:
    """Each test publishes routes of its own under the numbers and in the moment of another's."""
    papers.flows_kept.clear()


@pytest.fixture(scope="session", autouse=True)
def clients_are_told_of_contexts() -> Iterator[None]:
    """A page as it is sent tells the test client its context, as the framework has its own templates do."""
    encoded = partials.encoded

    def told(nodes: NodeList, context: Context) -> bytes:
        template_rendered.send(sender=None, template=context.template, context=context)
        return encoded(nodes, context)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(partials, "encoded", told)
        yield


@pytest.fixture(scope="session", autouse=True)
def flush_opens_the_journal() -> None:
    """Lets the flush after a transactional test empty tables that the database guards (law 2).

    Nor are running totals kept of what is emptied.
    Only Django's flush between tests passes here; no test of the product's own ways is eased.
    What migrations laid down (the official table of workdays) is not emptied.
    """
    # On the class: a browser's test runs in a context of its own, and so with a connection of its own.
    operations: Any = type(connection.ops)
    operations.sql_flush = _sparing(operations.sql_flush)
    operations.execute_sql_flush = _unguarding(operations.execute_sql_flush)


def _sparing(sql_flush: Callable[..., list[str]]) -> Callable[..., list[str]]:
    def run(self: Any, style: Any, tables: list[str], **options: Any) -> list[str]:
        spared = [table for table in tables if not table.startswith("workdays_")]
        return sql_flush(self, style, spared, **options)

    return run


def _unguarding(flush: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    def run(self: Any, statements: Any) -> None:
        with _unguarded(self.connection):
            flush(self, statements)
        search.clear()  # its table is unknown to Django's flush

    return run


@contextmanager
def _unguarded(each: Any) -> Iterator[None]:
    if each.vendor == "postgresql":
        with each.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = DEFAULT")
        return
    with each.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
            " AND (sql LIKE '%RAISE(ABORT%' OR name LIKE 'matter_tally%')"
        )
        guards = cursor.fetchall()
        for name, _ in guards:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _, again in guards:
            cursor.execute(again)


# ── the city ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def world(db: None) -> city.World:
    """澄江市 and its people (tests/world.py); under a live server it is committed, else rolled back."""
    return city.build()


# ── the browser ───────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The system's Chromium, quiet and offline."""
    return {"executable_path": CHROMIUM, "headless": True, "args": [f"--{flag}" for flag in FLAGS.split()]}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    """A desk in China."""
    return {"locale": "zh-CN", "timezone_id": "Asia/Shanghai", "viewport": {"width": 1440, "height": 900}}


@pytest.fixture
def console() -> Iterator[list[str]]:
    """What the browser complained of; a word left in it at the end fails the test."""
    words: list[str] = []
    yield words
    assert words == [], "the browser's console is not silent"


@pytest.fixture
def page(context: BrowserContext, console: list[str]) -> Page:
    """A page that is listened to."""
    return _listened_to(context.new_page(), console)


@pytest.fixture
def seat(
    browser: Browser,
    live_server: Any,
    world: city.World,
    console: list[str],
    browser_context_args: dict[str, Any],
) -> Iterator[Seat]:
    """``seat("李敏")`` is a browser of her own in which she has entered, on the page of today.

    Other options go to the browser context: ``seat("陈立", viewport={"width": 390, "height": 844})``.
    """
    contexts: list[BrowserContext] = []

    def sit(name: str, path: str = "/", **options: Any) -> Page:
        context = browser.new_context(base_url=live_server.url, **{**browser_context_args, **options})
        contexts.append(context)
        session = world.client(name).cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )
        page = _listened_to(context.new_page(), console)
        page.goto(path)
        return page

    yield sit
    for context in contexts:
        context.close()


@pytest.fixture
def keep_picture() -> Callable[[Page, str], None]:
    """``keep_picture(page, "home")`` writes docs/screenshots/home.png when ZHONGSHU_SCREENSHOTS is set."""

    def keep(page: Page, name: str) -> None:
        if os.environ.get("ZHONGSHU_SCREENSHOTS"):
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)

    return keep


def _listened_to(page: Page, console: list[str]) -> Page:
    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(known in message.text for known in REFUSALS):
            console.append(f"{page.url}: {message.text}")

    page.on("console", hear)
    page.on("pageerror", lambda error: console.append(f"{page.url}: {error}"))
    return page
