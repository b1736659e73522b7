"""Writing a package: beside its place, then moved into it in one step; taken back if the use case fails."""

import os
import re
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from zhongshu.archive import offline, settings
from zhongshu.archive.services.package import PackagedFile
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.usecases.undo import on_failure

UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff/\\:*?\"<>|]")
LONGEST_NAME = 180  # bytes; most file systems take 255


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it lies in the package: ``size`` in bytes, digests in hex."""

    path: str
    title: str
    size: int
    sha256: str
    sm3: str


@contextmanager
def staging(place: Path) -> Iterator[Path]:
    """A new folder that becomes ``place`` when the block ends well, and goes when it does not.

    What already lies at ``place`` is the leaving of a deposit that was rolled back: no committed
    deposit has its code, or the number could not have been given again.
    """
    beside = settings.root() / ".arriving" / uuid.uuid4().hex
    beside.mkdir(parents=True)
    try:
        yield beside
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(place, ignore_errors=True)
        beside.rename(place)
        on_failure(lambda: shutil.rmtree(place, ignore_errors=True))
        _flush(place.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def put(folder: Path, path: str, content: bytes | BinaryIO, *, title: str = "") -> Written:
    """Write one file of the package to disk for good, and say what was written."""
    target = folder / path
    target.parent.mkdir(exist_ok=True)
    sha256, sm3, size = offline.hasher("sha256"), offline.hasher("sm3"), 0
    with target.open("xb") as file:
        for chunk in _chunks(content):
            file.write(chunk)
            sha256.update(chunk)
            sm3.update(chunk)
            size += len(chunk)
        file.flush()
        os.fsync(file.fileno())
    target.chmod(0o440)
    return Written(path, title, size, sha256.hexdigest(), sm3.hexdigest())


def put_file(folder: Path, order: int, file: PackagedFile) -> Written:
    """Write the ``order``-th file under a safe name; refuse it if it is not what came in."""
    path = f"files/{order:03d}_{safe_name(file.name)}"
    if isinstance(file.content, bytes):
        written = put(folder, path, file.content, title=file.title)
    else:
        with file.content() as opened:
            written = put(folder, path, opened, title=file.title)
    if file.sha256 and file.sha256 != written.sha256:
        raise Refusal(
            "file_is_damaged",
            _("“%(name)s”与上传时的内容不一致，没有归档。") % {"name": file.name},
            rule="A-11",
            hint=_("请系统管理员用备份恢复这个文件，再归档。"),
        )
    return written


def safe_name(name: str) -> str:
    """``name`` as any file system takes it, its ending kept, at most LONGEST_NAME bytes."""
    fit = UNFIT.sub("_", name).strip(" .") or "file"
    stem, dot, ending = fit.rpartition(".")
    if not dot or len(ending.encode()) > 20:
        stem, ending = fit, ""
    tail = f".{ending}" if ending else ""
    return stem.encode()[: LONGEST_NAME - len(tail.encode())].decode(errors="ignore") + tail


def put_manifests(folder: Path, written: list[Written]) -> tuple[Written, Written]:
    """Both manifests; that of SM3 covers that of SHA-256, so that each is checked by the other."""
    by_sha256 = "".join(f"{one.sha256}  {one.path}\n" for one in written).encode()
    first = put(folder, offline.SHA256, by_sha256)
    by_sm3 = "".join(f"{one.sm3}  {one.path}\n" for one in [*written, first]).encode()
    return first, put(folder, offline.SM3, by_sm3)


def _chunks(content: bytes | BinaryIO) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
    else:
        yield from iter(lambda: content.read(offline.CHUNK), b"")


def _flush(folder: Path) -> None:
    """Make the names in ``folder`` survive a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
