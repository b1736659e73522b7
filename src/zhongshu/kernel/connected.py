"""The database connection of this thread, found without the framework's detour.

Asking ``connections`` raises and catches an error each time, to learn that no event loop is running: as much work as
the whole of what SQLite does to find a row by its key. An act of the house asks sixty times.
"""

import threading
from asyncio import _get_running_loop

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


class _Here(threading.local):
    connection: BaseDatabaseWrapper | None = None


_here = _Here()


def here() -> BaseDatabaseWrapper:
    """The default connection of this thread; opened by its first statement, and the same until the thread ends."""
    if _get_running_loop() is not None:  # there each task has its own
        return connections["default"]
    found = _here.connection
    if found is None:
        found = _here.connection = connections["default"]
    return found
