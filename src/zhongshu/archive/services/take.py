import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import IO

from django.utils.translation import gettext as _

from zhongshu.archive import offline, queries, registry
from zhongshu.archive.models import Deposit
from zhongshu.archive.queries import Filters
from zhongshu.kernel.actors import Actor
from zhongshu.platform.journal import services as trail
from zhongshu.platform.typesetting.services import laid_out
from zhongshu.platform.usecases.registry import use_case

MOST_ROWS = 100_000
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same package is always the same zip


@use_case("archive.take_copy")
def take_copy(*, actor: Actor, deposit: Deposit, path: str = "", at: datetime) -> None:
    """Note that somebody takes a copy of a package, or of one file of it (law 4).

    Refused where the floor it comes from does not let ``actor`` read all that is in it.
    """
    registry.may_copy(actor, deposit).require()
    told = {"code": deposit.code, "path": path}
    trail.record(stream=deposit.stream, verb="archive.copied", actor=actor, at=at, data=told)


@use_case("archive.export_list")
def export_list(*, actor: Actor, filters: Filters, at: datetime) -> IO[bytes]:
    """The visible deposits within ``filters`` as an .xlsx file, at most MOST_ROWS; noted in the journal."""
    found = queries.visible(actor, filters).select_related("organ")[:MOST_ROWS]
    rows = (_cells(one) for one in found.iterator(chunk_size=2000))
    target, count = laid_out(_("归档目录"), _heads(), rows, actor=actor, at=at, moments=True)
    trail.record(stream="archive", verb="archive.list_exported", actor=actor, at=at, data={"count": count})
    return target


def zipped(deposit: Deposit) -> Iterator[bytes]:
    """The package as a zip, piece by piece, never whole in memory."""
    place, sink = queries.place_of(deposit), _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(one for one in place.rglob("*") if one.is_file()):
            name = f"{place.name}/{path.relative_to(place).as_posix()}"
            info = zipfile.ZipInfo(name, LONG_AGO)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with (
                archive.open(info, "w", force_zip64=path.stat().st_size > 1 << 31) as entry,
                path.open("rb") as file,
            ):
                for chunk in iter(lambda opened=file: opened.read(offline.CHUNK), b""):  # type: ignore[misc]
                    entry.write(chunk)
                    yield sink.taken()
    yield sink.taken()


class _Sink(io.RawIOBase):
    """Where a zip is written to and taken away from."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        part = bytes(data)  # type: ignore[call-overload]
        self._parts.append(part)
        return len(part)

    def taken(self) -> bytes:
        parts, self._parts = b"".join(self._parts), []
        return parts


def _heads() -> list[str]:
    return [
        _("档号"), _("题名"), _("年度"), _("保管期限"), _("件号"), _("机关"), _("办理单位"), _("归档时间"),
    ]  # fmt: skip


def _cells(row: Deposit) -> tuple[str | int | datetime, ...]:
    period = row.get_retention_display()
    return row.code, row.title, row.year, period, row.item, row.organ.name, row.unit.name, row.at
