"""Reading the journal back, and proving that it is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings

from zhongshu.kernel.merkle import merkle_root
from zhongshu.kernel.steps import Step, unheard
from zhongshu.platform.journal.models import Checkpoint, Entry
from zhongshu.platform.journal.models.entry import GENESIS
from zhongshu.platform.journal.services.seal import seal_of


@dataclass(frozen=True, slots=True)
class Break:
    """Where the journal first fails to be what was written."""

    where: str
    why: str


def timeline(stream: str, *, limit: int = 500) -> list[Entry]:
    """Entries of ``stream``, newest first. The caller has already checked that the actor may see it."""
    return list(Entry.objects.filter(stream=stream).order_by("-seq")[:limit])


def chain(stream: str) -> list[Entry]:
    """All entries of ``stream`` from the first on, as they were chained; for those who carry it away."""
    return list(Entry.objects.filter(stream=stream).order_by("seq"))


def count() -> int:
    """How many entries there are."""
    return Entry.objects.count()


def checkpoints(*, limit: int = 10) -> list[Checkpoint]:
    """The latest seals, newest first."""
    return list(Checkpoint.objects.order_by("-id")[:limit])


def first_break(step: Step = unheard) -> Break | None:
    """The first entry or checkpoint that does not hold, or None: the whole journal is sound.

    ``step`` hears of every entry that was looked at.
    """
    return next(_breaks(step), None)


def _breaks(step: Step) -> Iterator[Break]:
    entries = Entry.objects.order_by("stream", "seq").iterator(chunk_size=5000)
    for stream, chain in groupby(_heard(entries, step), key=lambda entry: entry.stream):
        broken = _first_in_chain(stream, chain)
        if broken:
            yield broken
    yield from _broken_checkpoints()


def _heard(entries: Iterator[Entry], step: Step) -> Iterator[Entry]:
    for entry in entries:
        step(1)
        yield entry


def _first_in_chain(stream: str, chain: Iterator[Entry]) -> Break | None:
    head = GENESIS
    for seat, entry in enumerate(chain, 1):
        where = f"{stream}#{entry.seq} (id {entry.pk})"
        if entry.seq != seat:
            return Break(where, f"entry {seat} is missing before it")
        if entry.computed_hash(head, settings.JOURNAL_DIGEST) != bytes(entry.hash):
            return Break(where, "it is not what was written behind the entry before it")
        head = bytes(entry.hash)
    return None


def _broken_checkpoints() -> Iterator[Break]:
    before: Checkpoint | None = None
    for checkpoint in Checkpoint.objects.order_by("id"):
        where = f"checkpoint {checkpoint.pk} over entries {checkpoint.first_id}–{checkpoint.last_id}"
        hashes = _hashes(checkpoint)
        if bytes(checkpoint.prev_seal) != (bytes(before.seal) if before else b""):
            yield Break(where, "does not follow the checkpoint before it")
        elif seal_of(checkpoint) != bytes(checkpoint.seal):
            yield Break(where, "its seal is not ours")
        elif len(hashes) != checkpoint.count:
            yield Break(where, f"{checkpoint.count} entries were sealed, {len(hashes)} are left")
        elif merkle_root(hashes, checkpoint.algorithm) != bytes(checkpoint.root):
            yield Break(where, "the entries are not those that were sealed")
        before = checkpoint


def _hashes(checkpoint: Checkpoint) -> list[bytes]:
    sealed = Entry.objects.filter(id__gte=checkpoint.first_id, id__lte=checkpoint.last_id)
    return [bytes(h) for h in sealed.order_by("id").values_list("hash", flat=True)]
