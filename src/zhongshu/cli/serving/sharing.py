"""One copy of the programme in memory for all processes of the house (ADR 15)."""

import gc
from importlib import import_module

from django.conf import settings
from django.core.servers.basehttp import get_internal_wsgi_application


def load_once() -> None:
    """Load all that a first request would otherwise load in each process, and keep the collector off it.

    To be called before the first fork: a collection writes into every object it looks at, and the memory page an
    object lies in is copied with the first such mark. What is frozen is never looked at again.
    """
    get_internal_wsgi_application()
    import_module(settings.ROOT_URLCONF)
    gc.collect()
    gc.freeze()
