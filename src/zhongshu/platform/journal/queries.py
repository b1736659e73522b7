"""Reading the journal back, and proving that it is whole."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from django.conf import settings

from zhongshu.kernel.language import on_record
from zhongshu.kernel.merkle import merkle_root
from zhongshu.kernel.prepared import Prepared, prepared
from zhongshu.kernel.steps import Step, unheard
from zhongshu.platform.journal.models import Checkpoint, Entry
from zhongshu.platform.journal.models.entry import GENESIS, canonical
from zhongshu.platform.journal.sentences import reserved
from zhongshu.platform.journal.services.seal import seal_of


@dataclass(frozen=True, slots=True)
class Break:
    """Where the journal first fails to be what was written."""

    where: str
    why: str


Readable = Callable[[list[Entry]], Collection[Entry]]
"""Of entries with reserved facts those that the reader is told whole."""


def _none(closed: list[Entry]) -> Collection[Entry]:
    return ()


def timeline(stream: str, *, limit: int = 500, readable: Readable = _none) -> list[Entry]:
    """Entries of ``stream``, newest first. The caller has already checked that the actor may see it.

    Facts that their verb reserves are withheld but in those that are ``readable``, which is asked only where there are any.
    """
    entries = _newest(limit)(stream)
    closed = [entry for entry in entries if reserved(entry.verb)]
    whole = readable(closed) if closed else ()
    for entry in closed:
        if entry not in whole:
            kept = {name: fact for name, fact in entry.facts.items() if name not in reserved(entry.verb)}
            entry.data = canonical(kept)
    return entries


@cache
def _newest(limit: int) -> Prepared[[str], Entry]:
    return prepared(lambda stream: Entry.objects.filter(stream=stream).order_by("-seq")[:limit])


def chain(stream: str) -> list[Entry]:
    """All entries of ``stream`` from the first on, as they were chained; for those who carry it away."""
    return list(Entry.objects.filter(stream=stream).order_by("seq"))


def told(stream: str, verb: str) -> list[Entry]:
    """What ``stream`` tells by one verb, the oldest first. The caller has already checked that the actor may see it."""
    return list(Entry.objects.filter(stream=stream, verb=verb).order_by("seq"))


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
            return Break(where, on_record("它前面缺第 %(seat)s 条") % {"seat": seat})
        if entry.computed_hash(head, settings.JOURNAL_DIGEST) != bytes(entry.hash):
            return Break(where, on_record("内容与写入时不同"))
        head = bytes(entry.hash)
    return None


def _broken_checkpoints() -> Iterator[Break]:
    before: Checkpoint | None = None
    for checkpoint in Checkpoint.objects.order_by("id"):
        where = on_record("封存 %(pk)s（id %(first)s–%(last)s）") % {
            "pk": checkpoint.pk,
            "first": checkpoint.first_id,
            "last": checkpoint.last_id,
        }
        hashes = _hashes(checkpoint)
        if bytes(checkpoint.prev_seal) != (bytes(before.seal) if before else b""):
            yield Break(where, on_record("与上一次封存不相接"))
        elif seal_of(checkpoint) != bytes(checkpoint.seal):
            yield Break(where, on_record("封印不是本系统所加"))
        elif len(hashes) != checkpoint.count:
            yield Break(
                where,
                on_record("封存时 %(count)s 条，现存 %(left)s 条")
                % {"count": checkpoint.count, "left": len(hashes)},
            )
        elif merkle_root(hashes, checkpoint.algorithm) != bytes(checkpoint.root):
            yield Break(where, on_record("留痕与封存时不同"))
        before = checkpoint


def _hashes(checkpoint: Checkpoint) -> list[bytes]:
    sealed = Entry.objects.filter(id__gte=checkpoint.first_id, id__lte=checkpoint.last_id)
    return [bytes(h) for h in sealed.order_by("id").values_list("hash", flat=True)]
