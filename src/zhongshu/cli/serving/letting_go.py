"""Connections that a fork must not carry along."""

import sys

from django.db import connections


def let_go() -> None:
    """Close the connections to the database and to the queue of jobs; each process opens its own."""
    connections.close_all()
    queue = sys.modules.get("huey.contrib.djhuey")
    if queue is not None:
        queue.HUEY.storage.close()
