"""The bytes on disk: FILES_ROOT/ab/cd/<sha256>, written whole or not at all."""

import fcntl
import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.conf import settings

from zhongshu.kernel.digests import hasher
from zhongshu.platform.files import refusals

_STEP = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Spooled:
    """Bytes that have come in and lie under a passing name: their place, size and digests."""

    path: Path
    size: int
    sha256: str
    sm3: str


def place_of(sha256: str) -> Path:
    """Where the bytes with this digest lie."""
    return Path(settings.FILES_ROOT) / sha256[:2] / sha256[2:4] / sha256


@contextmanager
def spooled(stream: IO[bytes]) -> Iterator[Spooled]:
    """Read ``stream`` into a passing file, counting; whatever happens, the passing file is gone after.

    Raises Unacceptable beyond UPLOAD_LIMIT_BYTES, whatever length was declared.
    """
    incoming = Path(settings.FILES_ROOT) / "incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    passing = incoming / secrets.token_hex(16)
    try:
        with passing.open("xb") as file:
            size, sha256, sm3 = _copied(stream, file)
            file.flush()
            os.fsync(file.fileno())
        yield Spooled(passing, size, sha256, sm3)
    finally:
        passing.unlink(missing_ok=True)


def _copied(stream: IO[bytes], file: IO[bytes]) -> tuple[int, str, str]:
    size, sha256, sm3 = 0, hashlib.sha256(), hasher("sm3")
    while step := stream.read(_STEP):
        size += len(step)
        if size > settings.UPLOAD_LIMIT_BYTES:
            raise refusals.too_large(settings.UPLOAD_LIMIT_BYTES)
        sha256.update(step)
        sm3.update(step)
        file.write(step)
    return size, sha256.hexdigest(), sm3.digest().hex()


def settle(bytes_in: Spooled) -> int:
    """Move the bytes to their place for good; the inode that now holds them."""
    place = place_of(bytes_in.sha256)
    place.parent.mkdir(parents=True, exist_ok=True)
    with _locked():
        bytes_in.path.replace(place)
        _sync(place.parent)
        return place.stat().st_ino


def remove(sha256: str, *, inode: int | None = None) -> bool:
    """Delete the bytes, only if they are still those in ``inode`` where one is given."""
    place = place_of(sha256)
    with _locked():
        if not place.exists() or (inode is not None and place.stat().st_ino != inode):
            return False
        place.unlink()
        return True


def lying() -> Iterator[Path]:
    """Every file in the depot, passing ones included."""
    root = Path(settings.FILES_ROOT)
    yield from (path for path in root.glob("incoming/*") if path.is_file())
    yield from (path for path in root.glob("??/??/*") if path.is_file())


@contextmanager
def _locked() -> Iterator[None]:
    """One process at a time moves or removes bytes."""
    root = Path(settings.FILES_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    with (root / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
