"""Writing ledgers as offices do, with what a reader must make of them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

STRUCK = Font(strike=True)
FIELDS = ("row", "category", "task", "lead", "support", "leader", "due", "progress", "problem", "withdrawn")


def gold(row: int, task: str, **told: Any) -> dict[str, Any]:
    """What is to be read of one matter; nothing where nothing is told."""
    blank: dict[str, Any] = {
        "row": row, "category": "", "task": task, "lead": [], "support": [], "leader": "",
        "due": None, "progress": "", "problem": "", "withdrawn": False,
    }  # fmt: skip
    assert set(told) <= set(blank), told
    return blank | told


@dataclass
class Paper:
    """A workbook being written, and what is to be read of it."""

    title: str = "Sheet1"
    book: Workbook = field(default_factory=Workbook)
    expected: list[dict[str, Any]] = field(default_factory=list)
    sheet: Worksheet = field(init=False)
    row: int = 0

    def __post_init__(self) -> None:
        active = self.book.active
        assert isinstance(active, Worksheet)
        self.sheet = active
        self.sheet.title = self.title

    def turn(self, title: str) -> None:
        """Go on in a new sheet."""
        self.sheet = self.book.create_sheet(title)
        self.row = 0

    def put(self, *values: Any, at: int = 1) -> int:
        """Write the next row from column ``at`` on; its number."""
        self.row += 1
        for offset, value in enumerate(values):
            if value is not None:
                self.sheet.cell(self.row, at + offset, value)
        return self.row

    def across(self, text: str, width: int, at: int = 1) -> int:
        """A row merged over ``width`` columns."""
        row = self.put(text, at=at)
        self.sheet.merge_cells(start_row=row, end_row=row, start_column=at, end_column=at + width - 1)
        return row

    def merge(self, area: str) -> None:
        self.sheet.merge_cells(area)

    def strike(self, row: int, *columns: int) -> None:
        for column in columns or range(1, self.sheet.max_column + 1):
            self.sheet.cell(row, column).font = STRUCK

    def expect(self, row: int, task: str, **told: Any) -> None:
        self.expected.append(gold(row, task, **told))

    def reads(
        self, row: int, task: str, category: str = "", lead: str = "", support: str = "", leader: str = "",
        due: str | None = None, progress: str = "", problem: str = "", withdrawn: bool = False,
    ) -> None:  # fmt: skip
        """As ``expect``, in the order of the columns; units apart by |."""
        units = {
            name: [u for u in told.split("|") if u] for name, told in (("lead", lead), ("support", support))
        }
        self.expect(
            row, task, category=category, **units, leader=leader, due=due, progress=progress, problem=problem,
            withdrawn=withdrawn,
        )  # fmt: skip

    def save(self, folder: Path, name: str) -> Path:
        path = folder / f"{name}.xlsx"
        self.book.save(path)
        return path


def score(expected: list[dict[str, Any]], read: list[dict[str, Any]]) -> tuple[int, int, list[str]]:
    """Cells right, cells in all, and what differs. A matter too many counts as wrong in every cell."""
    right, differs = 0, []
    waiting = list(read)
    for wanted in expected:
        found = next((r for r in waiting if r["row"] == wanted["row"] and r["task"] == wanted["task"]), None)
        found = found or next((r for r in waiting if r["row"] == wanted["row"]), None)
        if found is None:
            differs.append(f"{wanted['row']}: not read: {wanted['task']}")
            continue
        waiting.remove(found)
        for name in FIELDS:
            right += found[name] == wanted[name]
            if found[name] != wanted[name]:
                differs.append(f"{wanted['row']} {name}: {found[name]!r}, not {wanted[name]!r}")
    differs += [f"{extra['row']}: no matter: {extra['task']!r}" for extra in waiting]
    return right, (len(expected) + len(waiting)) * len(FIELDS), differs
