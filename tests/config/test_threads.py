"""What the framework keeps for each task is kept for each thread by the web server."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from asgiref.local import Local
from django.db import DEFAULT_DB_ALIAS, connections
from django.urls import get_script_prefix, get_urlconf, set_script_prefix
from django.utils import timezone, translation

from zhongshu.config import threads

Seen = tuple[str | None, str, str | None, str]


@pytest.fixture
def kept_as_the_framework_does(monkeypatch: pytest.MonkeyPatch) -> None:
    for holder, name in threads.STORES:
        monkeypatch.setattr(holder, name, Local())


def seen() -> Seen:
    zone = timezone.get_current_timezone_name()
    return translation.get_language(), get_script_prefix(), get_urlconf(), zone


@pytest.mark.usefixtures("kept_as_the_framework_does")
def test_what_is_in_force_stays_so_and_other_threads_do_not_see_it() -> None:
    with ThreadPoolExecutor(1) as other:
        elsewhere = other.submit(seen).result()
        translation.activate("en")
        set_script_prefix("/office/")
        timezone.activate("Asia/Urumqi")
        before = seen()
        threads.keep_by_thread()
        assert seen() == before == ("en", "/office/", None, "Asia/Urumqi")
        assert other.submit(seen).result() == elsewhere != before


@pytest.mark.usefixtures("kept_as_the_framework_does")
def test_what_was_set_for_a_while_is_over_afterwards() -> None:
    threads.keep_by_thread()
    before = seen()
    with translation.override("en"), timezone.override("Asia/Urumqi"):
        assert seen() == ("en", *before[1:3], "Asia/Urumqi")
    assert seen() == before


@pytest.mark.usefixtures("kept_as_the_framework_does")
def test_a_connection_stays_the_threads_own() -> None:
    mine = connections[DEFAULT_DB_ALIAS]
    threads.keep_by_thread()
    assert connections[DEFAULT_DB_ALIAS] is mine
    with ThreadPoolExecutor(1) as other:
        assert other.submit(lambda: connections[DEFAULT_DB_ALIAS]).result() is not mine


def test_the_server_keeps_them_so() -> None:
    """Asked in a process of its own: a setting changed by any test makes the framework begin with stores of its own."""
    kept = "[type(getattr(*one)).__name__ for one in threads.STORES]"
    asked = f"from zhongshu.config import threads, wsgi; print(*{kept})"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.split() == [threading.local.__name__] * len(threads.STORES)
