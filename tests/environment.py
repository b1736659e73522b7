"""The surroundings of every test, set before Django reads its settings (loaded with ``-p``)."""

import atexit
import os
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import SimpleTestCase
from django.utils import timezone

from zhongshu.kernel import clock


def prepare() -> None:
    """A home of our own, assets under their plain names, jobs carried out where they are asked for."""
    given = Path(os.environ.get("ZHONGSHU_HOME", "var"))
    if given.name == "var":  # never the home of the office itself
        home = tempfile.mkdtemp(prefix="zhongshu-tests-")
        os.environ["ZHONGSHU_HOME"] = home
        owner = os.getpid()
        atexit.register(lambda: os.getpid() == owner and shutil.rmtree(home, ignore_errors=True))
    os.environ["ZHONGSHU_STATIC"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    os.environ["ZHONGSHU_JOBS"] = "django_tasks.backends.immediate.ImmediateBackend"
    os.environ["ZHONGSHU_SECRET_KEY"] = "known to all, and used in tests only"
    os.environ["ZHONGSHU_SECOND_FACTOR"] = "off"  # tests of the second factor switch it on
    os.environ["ZHONGSHU_TAKE_BACK_SECONDS"] = "0"  # what is told is there; tests of taking back set it
    os.environ["ZHONGSHU_PASSWORD_DAYS"] = "0"  # the cast's passwords age with the calendar
    # A browser driven from here runs an event loop in this thread, and Django would refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def set_the_clock(moment: str) -> None:
    """Let this process believe that it is ``moment`` in Beijing (2026-12-31T23:40), and the clock run on.

    Done before anybody takes the clock in hand by name. Processes that tests start keep the machine's clock.
    """
    ahead = datetime.fromisoformat(moment).replace(tzinfo=clock.BEIJING) - clock.now()

    def shown() -> datetime:
        return datetime.now(UTC) + ahead

    clock.now = timezone.now = shown


# Their processes find the database by the environment.
PROCESSES = ("tests/cli/", "tests/config/", "tests/journeys/")


def pytest_addoption(parser: pytest.Parser) -> None:
    """What need not be tried on a second database can be left out there."""
    told = "only tests that ask a database, or start processes that do"
    parser.addoption("--of-the-database", action="store_true", help=told)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Two of three tests ask none (a test without the fixture ``db`` is refused one): they come out the same."""
    if config.getoption("--of-the-database"):
        config.hook.pytest_deselected(items=[item for item in items if not _asks(item)])
        items[:] = filter(_asks, items)


def _asks(item: pytest.Item) -> bool:
    """Whether that test may ask the database that the tests are run on."""
    if item.get_closest_marker("of_sqlite"):
        return False
    of_class = issubclass(getattr(item, "cls", None) or object, SimpleTestCase)
    by_fixture = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    marked = item.get_closest_marker("django_db")
    return of_class or bool(by_fixture or marked) or item.nodeid.startswith(PROCESSES)


prepare()
if "ZHONGSHU_TEST_NOW" in os.environ:
    set_the_clock(os.environ["ZHONGSHU_TEST_NOW"])
