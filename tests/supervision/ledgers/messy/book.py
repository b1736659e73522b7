"""A workbook with every kind of mess at once: titles, notes, groups, subtotals, repeats, struck rows, pages, spare sheets."""

from __future__ import annotations

from random import Random
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter

from tests.supervision.ledgers.messy.days import some_day
from tests.supervision.ledgers.messy.layout import Layout
from tests.supervision.ledgers.messy.people import somebody
from tests.supervision.ledgers.messy.units import SEPARATORS, who, with_person
from tests.supervision.ledgers.messy.words import (
    GROUPS,
    NOTES,
    PEOPLE,
    REMARKS,
    SAYINGS,
    SIGNED,
    TASKS,
    TROUBLES,
    UNITS,
    WITHDRAWN,
)
from tests.supervision.ledgers.paper import Paper

_TITLES = (
    "{}年重点工作督办台账",
    "市政府{}年度督查事项一览表",
    "{}年全市重大事项督办清单",
    "关于{}年政府工作报告任务分解的台账",
)
_ORDINALS = "一二三四五六七"
_TOTALS = ("小计", "{}小计", "小计：{n}项", "小 计", "合计", "本组合计{n}项")
_DITTO = ("同上", "〃", "″", "同  上", "同上。", '"')


class Messy:
    """One workbook of a seed."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.year = self.chance.choice((2024, 2025, 2026, 2027))
        self.layout = Layout.of(self.chance)
        self.separator = self.chance.choice(SEPARATORS)
        self.ordinal = self.chance.choice(
            ("{}、{}", "（{}）{}", "{}、{}（共{n}项）", "{}、{}（{n}个问题，{n}项措施）", "{}．{}")
        )
        self.numbering = self.chance.choice(("digits", "texts", "dotted", "coded", "padded", "han", "ringed"))
        self.plain_groups = self.flip(0.3)
        self.tasks_numbered = self.chance.random() < 0.15
        self.paper = Paper(self.chance.choice(("Sheet1", "台账", "督办事项")))
        self.number = 0
        self.above: dict[str, Any] = {}

    def flip(self, odds: float) -> bool:
        return self.chance.random() < odds

    def write(self) -> Paper:
        """The workbook, with what is to be read of it."""
        if self.flip(0.2):
            self._cover()
        self._table()
        while self.flip(0.15):
            self._go_on()
            self._table()
        return self.paper

    def _go_on(self) -> None:
        """Another table, below this one or in a sheet of its own, laid out in its own way."""
        self.layout, self.above, self.number = Layout.of(self.chance), {}, 0
        if self.flip(0.5):
            self.paper.turn(f"表{len(self.paper.book.sheetnames) + 1}")
        else:
            self.paper.put()

    def _table(self) -> None:
        """A table with its titles above and its notes below."""
        self._titles()
        self.layout.put_headings(self.paper)
        if self.flip(0.1):
            self.paper.put(*range(1, len(self.layout.columns) + 1), at=self.layout.left)
        if self.flip(0.15):
            self.paper.put("合计", None, "共若干项", at=self.layout.left)
        for place, group in enumerate(self.chance.sample(GROUPS, self.chance.choice((2, 3, 4)))):
            self._group(place, group)
        self._ending()

    def _cover(self) -> None:
        self.paper.sheet.title = "填报说明" if self.flip(0.5) else "封面"
        self.paper.put("督办台账填报说明")
        self.paper.put("1.各单位应当如实填报，责任单位：牵头单位写在前面。")
        self.paper.put("2.完成时限按月填写，每月25日前报送进展情况。")
        self.paper.turn("台账")

    def _titles(self) -> None:
        width, left = len(self.layout.columns), self.layout.left
        if self.flip(0.2):
            self.paper.put("附件2", at=left)
        if self.flip(0.2):
            self.paper.put()
        self.paper.across(self.chance.choice(_TITLES).format(self.year), width, left)
        if self.flip(0.4):
            self.paper.put("填报单位：市政府督查室", None, None, f"填报时间：{self.year}年3月10日", at=left)
        elif self.flip(0.3):
            self.paper.across(f"（{self.year}年3月市政府督查室印发）", width, left)
        if self.flip(0.2):
            self.paper.across(self.chance.choice(NOTES), width, left)

    def _group(self, place: int, group: str) -> None:
        count = self.chance.randrange(1, 5)
        title = self.ordinal.format(_ORDINALS[place], group, n=count)
        if self.layout.shape == "rows":
            self.paper.put(title, at=self.layout.left)
        elif self.layout.shape == "two cells":
            self.paper.put(_ORDINALS[place], group, at=self.layout.left)
        elif self.layout.shape == "wide rows":
            self.paper.across(
                group if self.plain_groups else title, len(self.layout.columns), self.layout.left
            )
        first, before = self.paper.row + 1, len(self.paper.expected)
        for nth in range(count):
            self._matter(group, nth)
            if self.flip(0.05):
                self.paper.put()
        if self.layout.shape in ("merged", "finer"):
            self._merge("category", first, self.paper.row)
        self._share(first, self.paper.expected[before:])
        if self.flip(0.25) and self.layout.shape != "finer":
            text = self.chance.choice(_TOTALS).format(group, n=count)
            self.paper.put(text, None, f"{count}项" if self.flip(0.5) else None, at=self.layout.left)
        if self.flip(0.1):
            self._next_page()

    def _next_page(self) -> None:
        if self.flip(0.5):
            self.paper.across("（续表）", len(self.layout.columns), self.layout.left)
        self.layout.put_headings(self.paper)

    def _share(self, first: int, matters: list[dict[str, Any]]) -> None:
        """One cell merged over the group for what all its matters have: who leads, who is in charge, until when."""
        last = self.paper.row
        rows = {matter["row"]: matter for matter in matters}
        if list(rows) != list(range(first, last + 1)) or any(m["withdrawn"] for m in rows.values()):
            return
        for column, parts in (("leader", ("leader",)), ("due", ("due",)), ("lead", ("lead",))):
            plain = column != "lead" or "support" in self.layout.columns
            if column in self.layout.columns and plain and self.flip(0.12):
                for part in parts:
                    for matter in rows.values():
                        matter[part] = rows[first][part]
                self._merge(column, first, last)
                self.above |= {part: rows[first][part] for part in parts}

    def _merge(self, column: str, first: int, last: int) -> None:
        if last <= first:
            return
        at = self.layout.letter(column)
        for row in range(first + 1, last + 1):
            self.paper.sheet.cell(row, at).value = None
        self.paper.sheet.merge_cells(start_row=first, end_row=last, start_column=at, end_column=at)

    def _numbered(self, place_in_group: int) -> Any:
        return {
            "digits": self.number, "han": f"（{'一二三四五六七八九十'[self.number - 1]}）" if self.number <= 10 else str(self.number), "ringed": chr(0x245F + self.number) if self.number <= 20 else self.number, "texts": str(self.number), "dotted": f"{self.number}.", "coded": f"{self.year}-{self.number:03d}",
            "padded": f"{self.number:02d}",
        }[self.numbering]  # fmt: skip

    def _matter(self, group: str, nth: int) -> None:
        c = self.chance
        self.number += 1
        columns = set(self.layout.columns)
        cast = who(c, UNITS, self.separator, apart="support" in columns)
        raw_due, due, shape = some_day(c, self.year)
        task = c.choice(TASKS)
        leader, person = somebody(c, PEOPLE)
        if self.layout.names_people:
            cast, person = with_person(c, UNITS, [p for p in PEOPLE if " " not in p])
        told: dict[str, Any] = {
            "number": self._numbered(nth), "category": group, "task": task, "lead": cast.lead_cell, "support": cast.support_cell,
            "leader": leader, "due": raw_due, "progress": c.choice((*SAYINGS, "", "—")), "problem": c.choice((*TROUBLES, "", "无")),
            "remark": c.choice((*REMARKS, "", "")), "status": c.choice(("在办", "已办结", "推进中", "")), "source": f"政办发〔{self.year}〕{c.randrange(1, 40)}号",
            "start": f"{self.year}年1月{c.randrange(1, 28)}日", "phone": "13800001234", "contact": c.choice(("小王", "李晓华", "陈工")),
            "standard": c.choice(("通过验收", "形成报告1份", "群众满意度90%以上")),
        }  # fmt: skip
        gold: dict[str, Any] = {
            "category": "" if self.layout.shape == "none" else group, "lead": cast.lead, "support": cast.support,
            "leader": person, "due": due, "progress": told["progress"].strip("—"), "problem": told["problem"].strip("无"),
        }  # fmt: skip
        self._repeat(told, gold, nth)
        self._dress(told)
        self._put(told, gold, nth, task, shape)
        self.above = gold | {"support_told": gold["support"]}

    def _repeat(self, told: dict[str, Any], gold: dict[str, Any], nth: int) -> None:
        """同上 for what the row above says."""
        if nth and self.flip(0.12):
            for column in self.chance.sample(
                ("lead", "due", "leader", "progress"), self.chance.choice((1, 2))
            ):
                if column not in self.layout.columns or not self.above[column]:
                    continue
                told[column], gold[column] = self.chance.choice(_DITTO), self.above[column]
                if column == "lead" and "support" not in self.layout.columns:
                    gold["support"] = self.above["support"]
                if column == "lead" and self.layout.names_people:
                    gold["leader"] = self.above["leader"]
        if nth and self.layout.shape == "ditto":
            told["category"] = self.chance.choice(_DITTO)

    def _dress(self, told: dict[str, Any]) -> None:
        """The accidents of typing."""
        if self.tasks_numbered:
            told["task"] = f"{self.number}.{told['task']}"
        if self.flip(0.1):
            told["task"] = f"  {told['task']} "
        if self.flip(0.1) and len(told["task"]) > 12:
            told["task"] = told["task"][:9] + "\n" + told["task"][9:]

    def _put(self, told: dict[str, Any], gold: dict[str, Any], nth: int, task: str, shape: str) -> None:
        columns = self.layout.columns
        if self.layout.shape in ("merged", "finer") and nth:
            told["category"] = None
        withdrawn = self._mark(told) if self.flip(0.13) else ""
        row = self.paper.put(*(told[n] if told[n] != "" else None for n in columns), at=self.layout.left)
        if shape:
            self.paper.sheet.cell(row, self.layout.letter("due")).number_format = shape
        if withdrawn == "row":
            self.paper.strike(row)
        elif withdrawn == "task":
            self.paper.strike(row, self.layout.letter("task"))
        elif self.flip(0.08):
            self._strike_words(row, told)
        if self.flip(0.05):
            self.paper.sheet.cell(row, self.layout.letter("task")).comment = Comment("请核实", "督查室")
        told_beside = ("support", "category", "leader" if self.layout.names_people else "")
        kept = {n: v for n, v in gold.items() if n in columns or n in told_beside}
        self.paper.expect(row, task, withdrawn=bool(withdrawn), **kept)

    def _mark(self, told: dict[str, Any]) -> str:
        """How the matter is withdrawn."""
        ways = ["row", "row", "task"] + ["remark"] * 2 * ("remark" in self.layout.columns)
        ways += ["status"] * ("status" in self.layout.columns)
        way = self.chance.choice(ways)
        if way in ("remark", "status"):
            told[way] = self.chance.choice(WITHDRAWN)
        return way

    def _strike_words(self, row: int, told: dict[str, Any]) -> None:
        """Words struck out in front of those that hold now."""
        column = self.chance.choice(
            [c for c in ("lead", "due", "leader", "task") if c in self.layout.columns]
        )
        text = told[column]
        if not isinstance(text, str) or not text or "\n" in text or text in _DITTO:
            return
        old = {"lead": "市粮食局、", "due": "2月1日", "leader": "孙某", "task": "原则上"}[column]
        cell = self.paper.sheet.cell(row, self.layout.letter(column))
        cell.value = CellRichText(TextBlock(InlineFont(strike=True), old), TextBlock(InlineFont(), text))

    def _ending(self) -> None:
        left = self.layout.left
        if self.flip(0.3):
            self.paper.put(self.chance.choice(("合计", "总计", "合  计")), None, f"{self.number}项", at=left)
        if self.flip(0.3):
            self.paper.put()
        if self.flip(0.5):
            self.paper.across(self.chance.choice(NOTES), len(self.layout.columns), left)
        if self.flip(0.4):
            signed = self.chance.choice(SIGNED)
            self.paper.put(*(x for one in signed for x in (one, None)), at=left)
        for column in self.layout.columns:
            if column in ("phone", "contact", "source") and self.flip(0.3):
                letter = get_column_letter(self.layout.letter(column))
                self.paper.sheet.column_dimensions[letter].hidden = True
        if self.flip(0.1):
            self.paper.turn(f"汇总{len(self.paper.book.sheetnames) + 1}")
            self.paper.put("类别", "总数", "已办结")
            self.paper.put("安全生产", 3, 1)
            self.paper.put("民生实事", 5, 2)
