"""How one table of an office is laid out: its columns, their headings in one to three rows, what groups its matters."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.supervision.ledgers.messy.words import BRIEFER, HEADINGS, WIDER
from tests.supervision.ledgers.paper import Paper

_LEFT = ("number", "category", "source")
_ALWAYS = {"task", "lead", "due"}
_ODDS = {"number": 0.85, "support": 0.6, "leader": 0.6, "progress": 0.8, "problem": 0.5, "remark": 0.6, "status": 0.2, "source": 0.15,
         "start": 0.2, "phone": 0.2, "contact": 0.15, "standard": 0.15}  # fmt: skip
_RIGHT = (
    "lead",
    "support",
    "leader",
    "contact",
    "phone",
    "start",
    "due",
    "standard",
    "progress",
    "problem",
    "status",
    "remark",
)
_ASIDES = ("*", "（必填）", "\n（如实填写）", "（100字以内）", "：")
SHAPES = ("column", "merged", "ditto", "rows", "wide rows", "two cells", "none", "finer")


@dataclass
class Layout:
    """The columns of a table from the left; ``shape``: how a matter's group is told; ``left``: the first column of the sheet."""

    chance: Random
    shape: str
    left: int
    columns: list[str] = field(default_factory=list)
    heads: dict[str, str] = field(default_factory=dict)
    groups: dict[tuple[str, ...], str] = field(default_factory=dict)
    whole: str = ""
    names_people: bool = False
    """Whoever is in charge stands beside the unit, in its cell."""
    is_loose: bool = False
    """Wider headings stand above the first of their columns, merged with nothing."""

    @classmethod
    def of(cls, chance: Random) -> Layout:
        """A layout by chance."""
        it = cls(chance, chance.choice(SHAPES), chance.choice((1, 1, 1, 1, 2, 3)))
        named = {c for c, odds in _ODDS.items() if chance.random() < odds} | _ALWAYS
        if it.shape in ("column", "merged", "ditto", "finer"):
            named.add("category")
        if chance.random() < 0.12 and "support" not in named:
            named = named - {"leader"}
            it.names_people = True
        if it.shape == "finer":
            named.discard("source")
        if it.shape == "two cells":
            named = (named | {"number"}) - {"source"}
        if "progress" not in named:
            named.discard("status")  # alone it would be the progress
        right = [c for c in _RIGHT if c in named]
        if chance.random() < 0.4:
            right = it._shuffled(right)
        it.columns = [*(c for c in _LEFT if c in named), "task", *right]
        it.heads = {c: it._dressed(chance.choice(HEADINGS[c])) for c in it.columns}
        if it.names_people:
            it.heads["lead"] = chance.choice(
                ("责任单位及责任人", "责任单位（责任人）", "责任单位/责任人", "牵头单位及负责人")
            )
        if it.shape == "finer":
            it.heads["category"], it.heads["task"] = chance.choice(
                (
                    ("重点工作", "具体任务"),
                    ("重点任务", "具体举措"),
                    ("工作事项", "具体措施"),
                    ("事项", "具体任务"),
                )
            )
        for together in WIDER:
            taken = {c for known in it.groups for c in known}
            if it._adjoin(together) and not taken & set(together) and chance.random() < 0.45:
                it.groups[together] = chance.choice(WIDER[together])
                it.heads |= {c: chance.choice(BRIEFER[c]) for c in together}
        if it.groups and chance.random() < 0.2:
            it.whole = "督办落实情况"
        it.is_loose = chance.random() < 0.2
        return it

    def _dressed(self, heading: str) -> str:
        """A heading as it is typed: pulled apart, broken, explained in brackets, starred."""
        if len(heading) == 4 and self.chance.random() < 0.06:
            return " ".join(heading)
        if len(heading) >= 4 and self.chance.random() < 0.08:
            return heading[:2] + "\n" + heading[2:]
        if self.chance.random() < 0.06:
            return heading + self.chance.choice(_ASIDES)
        return heading

    def _shuffled(self, names: list[str]) -> list[str]:
        """The columns in another order; those that a wider heading may cover stay together."""
        blocks: list[list[str]] = []
        for name in names:
            if blocks and any((blocks[-1][-1], name) == pair[:2] for pair in WIDER):
                blocks[-1].append(name)
            else:
                blocks.append([name])
        self.chance.shuffle(blocks)
        return [name for block in blocks for name in block]

    def _adjoin(self, together: tuple[str, ...]) -> bool:
        at = self.columns.index(together[0]) if together[0] in self.columns else -1
        return at >= 0 and tuple(self.columns[at : at + len(together)]) == together

    def letter(self, column: str) -> int:
        """The number of a column in the sheet."""
        return self.left + self.columns.index(column)

    def put_headings(self, paper: Paper) -> None:
        """The headings: one row, or two or three with wider ones above."""
        if not self.groups:
            paper.put(*(self.heads[c] for c in self.columns), at=self.left)
            return
        covered = {c: together for together in self.groups for c in together}
        rows = 2
        if self.whole:
            self._put_whole(paper, covered)
            rows = 3
        row = paper.put(
            *(self.groups[covered[c]] if covered.get(c, ("",))[0] == c else None if c in covered else self._unless_whole(c) for c in self.columns),
            at=self.left,
        )  # fmt: skip
        paper.put(*(self.heads[c] if c in covered else None for c in self.columns), at=self.left)
        if rows == 2 and self.is_loose:
            return
        top = row - (rows - 2)
        for together in self.groups:
            self._span(paper, row, row, self.letter(together[0]), self.letter(together[-1]))
        for c in self.columns:
            if c not in covered:
                self._span(paper, top, row + 1, self.letter(c), self.letter(c))

    def _unless_whole(self, column: str) -> str | None:
        return None if self.whole else self.heads[column]

    def _put_whole(self, paper: Paper, covered: dict[str, tuple[str, ...]]) -> None:
        """One more row above: a heading over all the wider ones where they adjoin, else over the first."""
        first = next(iter(self.groups))
        row = paper.put(
            *(self.whole if c == first[0] else None if c in covered else self.heads[c] for c in self.columns),
            at=self.left,
        )
        self._span(paper, row, row, self.letter(first[0]), self.letter(first[-1]))

    def _span(self, paper: Paper, top: int, bottom: int, left: int, right: int) -> None:
        paper.sheet.merge_cells(start_row=top, end_row=bottom, start_column=left, end_column=right)
