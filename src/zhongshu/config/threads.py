"""What the framework keeps for each task of an event loop, kept for each thread, as the web server works.

Language, time zone, table and beginning of addresses, and the connections to databases and caches lie in stores that
serve both ways of working: a lock, a context variable and a dict around one value. Looking into one costs more than
SQLite needs to find a row by its key, and a page looks forty times. The server answers a request in one thread from its
beginning to its end.
"""

import threading

from django.conf import LazySettings
from django.core.cache import caches
from django.db import DEFAULT_DB_ALIAS, connections
from django.urls import base
from django.utils import timezone
from django.utils.translation import trans_real

STORES: tuple[tuple[object, str], ...] = (
    (trans_real, "_active"),
    (timezone, "_active"),
    (base, "_prefixes"),
    (base, "_urlconfs"),
    (connections, "_connections"),
    (caches, "_connections"),
)
"""Where they are."""
KEPT = ("value", DEFAULT_DB_ALIAS)
"""What one of them may hold: a value, or the connection."""


def keep_by_thread() -> None:
    """From now on each thread has its own; what is in force in this one stays so."""
    for holder, name in STORES:
        former, plain = getattr(holder, name), threading.local()
        for kept in KEPT:
            if hasattr(former, kept):
                setattr(plain, kept, getattr(former, kept))
        setattr(holder, name, plain)


def see_settings_plainly() -> None:
    """From now on a setting is what lies in the object of settings. The framework asks each value it gives whether it is a
    method of the object behind, forty times a page; settings are none.
    """
    LazySettings.__getattribute__ = object.__getattribute__  # type: ignore[method-assign]  # the plain one
