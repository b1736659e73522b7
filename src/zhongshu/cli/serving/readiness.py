"""What must be true before the doors open; each step is skipped when it is true already."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def is_behind() -> bool:
    """Whether the database is of an earlier version than the programme."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate_if_behind() -> bool:
    """Bring the database to the present version; whether there was anything to do."""
    behind = is_behind()
    if behind:
        call_command("migrate", interactive=False, verbosity=0)
    return behind


def collect_if_stale(collect: Callable[[], object]) -> bool:
    """Have ``collect`` lay out the pages' assets for the web server; whether any had changed since the last time."""
    stamp = Path(settings.STATIC_ROOT).with_suffix(".stamp")
    present = _fingerprint()
    if stamp.exists() and stamp.read_text() == present and Path(settings.STATIC_ROOT).is_dir():
        return False
    collect()
    stamp.write_text(present)
    return True


def _fingerprint() -> str:
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            facts = Path(storage.path(path)).stat()
            seen.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return seen.hexdigest()
