"""The connection of the thread is the framework's own."""

import asyncio
from threading import Thread

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from zhongshu.kernel.connected import here

pytestmark = pytest.mark.django_db


def test_it_is_the_one_the_framework_uses_in_this_thread() -> None:
    assert here() is connections["default"]
    assert here() is here()


def test_every_thread_has_its_own() -> None:
    found = list[BaseDatabaseWrapper]()

    def look() -> None:
        found.extend((here(), connections["default"]))

    other = Thread(target=look)
    other.start()
    other.join()
    assert found[0] is found[1]
    assert found[0] is not here()


def test_within_an_event_loop_it_is_that_of_the_task() -> None:
    async def look() -> tuple[BaseDatabaseWrapper, BaseDatabaseWrapper]:
        return here(), connections["default"]

    found, there = asyncio.run(look())
    assert found is there
