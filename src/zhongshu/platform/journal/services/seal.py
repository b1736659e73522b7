import hmac
import os
import secrets
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from zhongshu.kernel.digests import digest
from zhongshu.kernel.merkle import merkle_root
from zhongshu.platform.journal.models import Checkpoint, Entry

MOST = 200_000  # so many are held in memory at a time; the next call seals the rest


@transaction.atomic
def seal(*, at: datetime) -> Checkpoint | None:
    """Seal what was written since the last checkpoint, at most ``MOST`` entries; None when nothing was.

    The seal is a keyed digest over the root, the range and the seal before it, so a checkpoint
    can be neither forged nor left out without the key (file JOURNAL_SEAL_KEY, mode 600).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # wait for writers under way: ids below ours are then final
            cursor.execute("LOCK TABLE journal_entry IN SHARE MODE")
    last = Checkpoint.objects.order_by("-id").first()
    fresh = Entry.objects.filter(id__gt=last.last_id if last else 0).order_by("id")
    ids_and_hashes = list(fresh.values_list("id", "hash")[:MOST])
    if not ids_and_hashes:
        return None
    algorithm = settings.JOURNAL_DIGEST
    checkpoint = Checkpoint(
        at=at,
        first_id=ids_and_hashes[0][0],
        last_id=ids_and_hashes[-1][0],
        count=len(ids_and_hashes),
        algorithm=algorithm,
        root=merkle_root([bytes(h) for _, h in ids_and_hashes], algorithm),
        prev_seal=bytes(last.seal) if last else b"",
    )
    checkpoint.seal = seal_of(checkpoint)
    checkpoint.save(force_insert=True)
    return checkpoint


def seal_of(checkpoint: Checkpoint) -> bytes:
    """The keyed digest that ``checkpoint`` must carry."""
    extent = f"{checkpoint.first_id}:{checkpoint.last_id}:{checkpoint.count}:{checkpoint.algorithm}".encode()
    covered = bytes(checkpoint.prev_seal) + bytes(checkpoint.root) + extent
    return hmac.digest(_key(), digest(covered, checkpoint.algorithm), "sha256")


def _key() -> bytes:
    keeper = Path(settings.JOURNAL_SEAL_KEY)
    if not keeper.exists():
        keeper.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(keeper, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(32))
    return keeper.read_bytes()
