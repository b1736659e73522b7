"""What a backup holds, and where each part belongs in a running office."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from zhongshu.kernel.refusals import Refusal

DATABASE, DUMP, MANIFEST = "zhongshu.sqlite3", "zhongshu.dump", "manifest-sha256.txt"
INCOMING = "incoming"
"""The folder of files still coming in, which no record names yet."""
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def folders() -> dict[str, Path]:
    """Folders that are kept whole, by their name in the backup."""
    return {"files": Path(settings.FILES_ROOT), "archive": Path(settings.ARCHIVE_ROOT)}


def keys() -> dict[str, Path]:
    """Single files that must stay secret, by their name in the backup."""
    return {"seal.key": Path(settings.JOURNAL_SEAL_KEY), "secret.key": Path(settings.HOME) / "secret.key"}


def write_manifest(folder: Path) -> int:
    """List every file of ``folder`` with its digest, as ``sha256sum -c`` reads it; how many there are."""
    listed = [(_digest(path), path.relative_to(folder).as_posix()) for path in _all(folder)]
    words = "".join(f"{digest}  {name}\n" for digest, name in listed)
    (folder / MANIFEST).write_text(words, encoding="utf-8")
    return len(listed)


def check_manifest(folder: Path) -> int:
    """How many files ``folder`` holds; refuses when one is missing, changed or foreign, by its name."""
    manifest = folder / MANIFEST
    if not manifest.is_file():
        raise Refusal(
            "not_a_backup",
            _("%(folder)s 里没有清单 %(name)s，不是本系统的备份。") % {"folder": folder, "name": MANIFEST},
        )
    lines = manifest.read_text(encoding="utf-8").splitlines()
    told = {match[2]: match[1] for line in lines if (match := _LINE.fullmatch(line))}
    there = {path.relative_to(folder).as_posix(): path for path in _all(folder)}
    for name in sorted(told.keys() | there.keys()):
        if name not in there or told.get(name) != _digest(there[name]):
            raise Refusal(
                "backup_damaged",
                _("备份不完整：%(name)s 缺失、已改变或不在清单里。没有恢复任何内容。") % {"name": name},
                hint=_("请换一份备份。"),
            )
    return len(told)


def _all(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path != folder / MANIFEST)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
