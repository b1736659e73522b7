import os
import shutil
import sqlite3
import subprocess
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from zhongshu.kernel.clock import BEIJING
from zhongshu.kernel.refusals import Refusal

DUMP, SQLITE = ".dump", ".sqlite3"


def back_up(*, at: datetime) -> Path:
    """Copy the database, in one consistent state and while in use, into BACKUPS_ROOT; the copy.

    The newest BACKUPS_KEPT copies stay. Files lie under their digests and never change: they
    are saved by copying FILES_ROOT (docs/howto/operator.md).
    """
    folder = Path(settings.BACKUPS_ROOT)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = at.astimezone(BEIJING).strftime("%Y%m%d-%H%M%S")
    ending = DUMP if connection.vendor == "postgresql" else SQLITE
    passing, place = folder / f".{stamp}{ending}", folder / f"zhongshu-{stamp}{ending}"
    try:
        copy_database(passing)
        passing.chmod(0o600)
        passing.replace(place)
    finally:
        passing.unlink(missing_ok=True)
    for old in sorted(folder.glob("zhongshu-*"))[: -settings.BACKUPS_KEPT]:
        old.unlink()
    return place


def copy_database(place: Path) -> None:
    """Copy the database to ``place`` in one consistent state, while in use: SQLite, or a dump of PostgreSQL."""
    if connection.vendor == "postgresql":
        _dump(place)
    else:
        _copy(place)


def _copy(place: Path) -> None:
    connection.ensure_connection()
    copy = sqlite3.connect(place)
    try:
        connection.connection.backup(copy, pages=2000)
    finally:
        copy.close()


def _dump(place: Path) -> None:
    program = shutil.which("pg_dump")
    if program is None:
        raise Refusal(
            "no_pg_dump",
            _("这台机器上没有 pg_dump，不能备份 PostgreSQL。"),
            hint=_("请安装 postgresql-client，或由数据库管理员另行备份并关闭本任务。"),
        )
    known = connection.settings_dict
    named = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    told = {variable: str(known[key]) for variable, key in named.items() if known[key]}
    done = subprocess.run(  # noqa: S603
        [program, "--format=custom", f"--file={place}"],
        env={**os.environ, **told},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refusal("backup_failed", _("备份没有成功：%(why)s") % {"why": done.stderr.strip()[:500]})
