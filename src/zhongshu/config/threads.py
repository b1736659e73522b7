"""What the framework keeps for each task of an event loop, kept for each thread, as the web server works.

Language, time zone, table and beginning of addresses lie in stores that serve both ways of working: a lock, a context
variable and a dict around one value. Looking into one costs more than SQLite needs to find a row by its key, and a page
looks forty times. The server answers a request in one thread from its beginning to its end.
"""

import threading
from types import ModuleType

from django.urls import base
from django.utils import timezone
from django.utils.translation import trans_real

STORES: tuple[tuple[ModuleType, str], ...] = (
    (trans_real, "_active"),
    (timezone, "_active"),
    (base, "_prefixes"),
    (base, "_urlconfs"),
)
"""Where they are; each holds one ``value``, or none."""


def keep_by_thread() -> None:
    """From now on each thread has its own; what is in force in this one stays so."""
    for module, name in STORES:
        former, plain = getattr(module, name), threading.local()
        if hasattr(former, "value"):
            plain.value = former.value
        setattr(module, name, plain)
