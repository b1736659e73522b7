"""The rows of a very large sheet, laid down on disk: memory stays the same however long the sheet is."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Sequence
from tempfile import TemporaryFile
from typing import overload

from .grid import Value

Row = Sequence[Value]
_BLOCK, _KEPT = 256, 4
"""Rows written together, and blocks held in memory at a time."""


class Spooled(Sequence[Row]):
    """Rows read one by one, kept in a file without a name, given back by their place."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._file = TemporaryFile()  # noqa: SIM115  lives and dies with these rows
        self._starts = array("Q")
        self._blocks: dict[int, list[Row]] = {}
        self.width = 0
        self._length = 0
        block: list[Row] = []
        for row in rows:
            block.append(row)
            self._length += 1
            self.width = max(self.width, len(row))
            if len(block) == _BLOCK:
                self._lay_down(block)
                block = []
        self._lay_down(block)

    def _lay_down(self, block: list[Row]) -> None:
        self._starts.append(self._file.tell())
        pickle.dump(block, self._file, pickle.HIGHEST_PROTOCOL)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(self._length))]
        place = place + self._length if place < 0 else place
        if not 0 <= place < self._length:
            raise IndexError(place)
        return self._block(place // _BLOCK)[place % _BLOCK]

    def _block(self, number: int) -> list[Row]:
        held = self._blocks.get(number)
        if held is None:
            if len(self._blocks) == _KEPT:
                del self._blocks[next(iter(self._blocks))]
            self._file.seek(self._starts[number])
            held = self._blocks[number] = pickle.load(self._file)  # noqa: S301  written above, by this very object
        return held
