"""Putting a backup into an empty home."""

import shutil
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext as _

from zhongshu.cli.backup import contents
from zhongshu.kernel.refusals import Refusal


def restore(folder: Path, *, files_only: bool) -> int:
    """Put the backup in ``folder`` into this home; how many files it holds.

    Refuses a damaged backup before anything is written, a home that holds anything already, and
    the database of PostgreSQL, which pg_restore puts back (then ``files_only``).
    """
    count = contents.check_manifest(folder)
    if not files_only:
        _require_sqlite(folder)
    _require_empty(files_only=files_only)
    for part, place in contents.folders().items():
        if (folder / part).is_dir():
            shutil.copytree(folder / part, place, dirs_exist_ok=True)
    for part, place in contents.keys().items():
        if (folder / part).is_file():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(folder / part, place)
            place.chmod(0o600)
    if not files_only:
        connection.close()
        shutil.copy2(folder / contents.DATABASE, _database())
    return count


def _database() -> Path:
    return Path(str(connection.settings_dict["NAME"]))


def _require_sqlite(folder: Path) -> None:
    if connection.vendor == "sqlite" and (folder / contents.DATABASE).is_file():
        return
    raise Refusal(
        "restore_with_pg_restore",
        _("PostgreSQL 的数据库要用 pg_restore 恢复。"),
        hint=_(
            "先运行 pg_restore --no-owner --dbname=库名 %(dump)s，再运行 zhongshu restore --files-only %(folder)s。"
        )
        % {"dump": folder / contents.DUMP, "folder": folder},
    )


def _require_empty(*, files_only: bool) -> None:
    places = list(contents.folders().values())
    taken = [place for place in places if place.is_dir() and any(place.iterdir())]
    if not files_only and _database().exists():
        taken.append(_database())
    if taken:
        raise Refusal(
            "home_not_empty",
            _("%(place)s 已有内容，只能恢复到空的目录。") % {"place": taken[0]},
            hint=_("请把 ZHONGSHU_HOME 指到一个新目录后再恢复；原目录留着，核对无误再删。"),
        )
