"""Copying a running office into a folder."""

import shutil
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext as _

from zhongshu.cli.backup import contents
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.jobs import services as jobs


def save(folder: Path) -> int:
    """Copy everything that is kept into the empty ``folder``, while in use; how many files there are.

    The database goes first: files and packages that come in meanwhile are then more than it names,
    never fewer. The keys lie beside their data: whoever can read the folder can forge seals, so
    it is closed to all but its owner.
    """
    if folder.exists() and any(folder.iterdir()):
        raise Refusal("not_empty", _("%(folder)s 不是空的，没有备份。") % {"folder": folder})
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    name = contents.DUMP if connection.vendor == "postgresql" else contents.DATABASE
    jobs.copy_database(folder / name)
    for part, place in contents.folders().items():
        if place.is_dir():
            shutil.copytree(place, folder / part, ignore=shutil.ignore_patterns(contents.INCOMING))
    for part, place in contents.keys().items():
        if place.is_file():
            shutil.copy2(place, folder / part)
    return contents.write_manifest(folder)
