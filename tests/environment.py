"""The surroundings of every test, set before Django reads its settings (loaded with ``-p``)."""

import atexit
import os
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

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


prepare()
if "ZHONGSHU_TEST_NOW" in os.environ:
    set_the_clock(os.environ["ZHONGSHU_TEST_NOW"])
