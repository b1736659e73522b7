"""What an import would do, line by line, and what is wrong with it; nothing is changed here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext as _

from zhongshu.org import queries, rules
from zhongshu.org.models import Appointment, Duty, Person, Post, Unit, UnitAlias, UnitKind
from zhongshu.org.services.tables import WORDS, Row, Tables

Key = TypeVar("Key")
DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
KINDS = {str(label): code for code, label in UnitKind.choices}
DUTIES = {str(label): code for code, label in Duty.choices}
LENGTHS = {
    "code": 30, "name": 100, "short_name": 40, "number_prefix": 12, "fonds_code": 12, "title": 60,
    "staff_number": 30, "person": 40, "mobile": 20,
}  # fmt: skip
UNIT_FIELDS = ("code", "name", "short_name", "kind", "parent", "number_prefix", "fonds_code", "aliases")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong with the file: where Excel shows it, and what to do, in plain Chinese."""

    sheet: str
    row: int
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to be done. ``what`` is unit, post, person or appointment; ``is_new`` or else a change."""

    what: str
    is_new: bool
    row: Row
    told: str


@dataclass(slots=True)
class Plan:
    """The steps in their order, the mistakes in the order of the file."""

    steps: list[Step] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def new(self) -> int:
        return sum(step.is_new for step in self.steps)

    @property
    def changed(self) -> int:
        return len(self.steps) - self.new


def plan(tables: Tables, today: date) -> Plan:
    """Compare ``tables`` with what is there: a Plan, with every mistake of every line."""
    made = Plan()
    Planner(tables, made, today).run()
    made.mistakes.sort(key=lambda one: (one.sheet, one.row))
    return made


def day_of(text: str) -> date | None:
    """2026-6-1, 2026/06/01, 2026年6月1日; None for what is no day."""
    match = DATE.fullmatch(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def duties_of(row: Row) -> list[str] | None:
    """Codes of the duties named; None when the file has no such column and says nothing of duties."""
    if "duties" not in row.cells:
        return None
    return sorted(DUTIES.get(word, word) for word in words(row["duties"]))


def words(text: str) -> set[str]:
    """What stands between 、 or commas."""
    return {word for word in re.split(r"[、,，;；\s]+", text) if word}


class Planner:
    """Walks through units, posts and people once, each against the file and the database."""

    def __init__(self, tables: Tables, plan: Plan, today: date) -> None:
        self.tables, self.plan, self.today = tables, plan, today
        self.units = {unit.code: unit for unit in Unit.objects.filter(closed_on__isnull=True)}
        self.posts = {(post.unit.code, post.title): post for post in Post.objects.select_related("unit")}
        self.people = {person.staff_number: person for person in Person.objects.all()}
        self.held = set(
            Appointment.objects.exclude(ends_on__lt=today).values_list("person__staff_number", "post_id")
        )
        by_id = {unit.pk: unit for unit in self.units.values()}
        self.known = {name: by_id[unit_id] for name, unit_id in queries.directory().items()}
        self.aliases: dict[int, set[str]] = {}
        for unit_id, name in UnitAlias.objects.filter(revoked_at__isnull=True).values_list("unit_id", "name"):
            self.aliases.setdefault(unit_id, set()).add(name)
        self.coming: dict[str, Row] = {}
        self.titles: dict[tuple[str, str], Row] = {}
        self.names: dict[str, Row] = {}
        self.seats: set[tuple[str, str, str]] = set()

    def run(self) -> None:
        for row in self.tables.units:
            if self._whole(row, "code", "name"):
                self._first(self.coming, row["code"], row, UNIT_FIELDS)
        for row in self._parents_first():
            self._unit(row)
        for row in self.tables.posts:
            if self._whole(row, "code", "title") and self._known(row):
                self._post(row)
        for row in self.tables.people:
            if self._whole(row, "staff_number", "person"):
                self._person(row)

    def _unit(self, row: Row) -> None:
        kind = KINDS.get(
            row["kind"], "" if row["kind"] else UnitKind.SECTION if row["parent"] else UnitKind.ORGAN
        )
        if not kind:
            return self._wrong(row, "kind", _("单位类型只能填：%s。") % "、".join(KINDS))
        if row["parent"] and row["parent"] not in self.units and row["parent"] not in self.coming:
            return self._wrong(row, "parent", _("上级单位代码“%s”在文件和系统里都没有。") % row["parent"])
        if kind == UnitKind.SECTION and not row["parent"]:
            return self._wrong(row, "parent", _("内设机构要填上级单位代码。"))
        there = self.units.get(row["code"])
        taken = [one for one in words(row["aliases"]) if one in self.known and self.known[one] != there]
        if taken:
            return self._wrong(row, "aliases", _("“%s”已经是另一个单位的名称。") % taken[0])
        if there is None:
            return self._step("unit", True, row, _("设立单位“%s”") % row["name"])
        above = there.parent.code if there.parent else ""
        if (row["parent"] and row["parent"] != above) or (row["kind"] and kind != there.kind):
            return self._wrong(row, "parent", _("与现有的上级或类型不同，请在单位页面上调整。"))
        given = {
            name: row[name] for name in ("name", "short_name", "number_prefix", "fonds_code") if row[name]
        }
        changed = any(getattr(there, name) != value for name, value in given.items())
        if changed or words(row["aliases"]) - self.aliases.get(there.pk, set()) - {
            there.name,
            there.short_name,
        }:
            self._step("unit", False, row, _("更新单位“%s”") % row["name"])
        return None

    def _post(self, row: Row) -> None:
        key, duties = (row["code"], row["title"]), duties_of(row)
        verdicts = [rule(duties or []) for rule in (rules.known_duties, rules.incompatible_duties)]
        for verdict in verdicts:
            if not verdict:
                return self._wrong(row, "duties", str(verdict.sentence))
        if not self._first(self.titles, key, row, ("duties",)):
            return None
        there = self.posts.get(key)
        if there is None:
            self._step("post", True, row, _("在“%(code)s”设岗位“%(title)s”") % row.cells)
        elif duties is not None and sorted(set(duties)) != sorted(there.duties):
            self._step("post", False, row, _("改“%(code)s”岗位“%(title)s”的职责") % row.cells)
        return None

    def _person(self, row: Row) -> None:
        there = self.people.get(row["staff_number"])
        if there and there.left_on:
            return self._wrong(row, "staff_number", _("此工号的人员已离任，请换工号。"))
        fresh = row["staff_number"] not in self.names
        if not self._first(self.names, row["staff_number"], row, ("person",)):
            return None
        if there is None and fresh:
            self._step("person", True, row, _("登记人员%s") % row["person"])
        elif there and fresh and (there.name, there.mobile) != (row["person"], row["mobile"] or there.mobile):
            self._step("person", False, row, _("更新人员%s") % row["person"])
        if row["title"] or row["code"]:
            self._seat(row)
        return None

    def _seat(self, row: Row) -> None:
        if row["starts_on"] and day_of(row["starts_on"]) is None:
            return self._wrong(row, "starts_on", _("日期请写成2026-06-01这样。"))
        if row["is_primary"] not in ("", "是", "否"):
            return self._wrong(row, "is_primary", _("请填“是”或“否”。"))
        if not (self._whole(row, "code", "title") and self._known(row)):
            return None
        post = self.posts.get((row["code"], row["title"]))
        seat = (row["staff_number"], row["code"], row["title"])
        if seat in self.seats or (post and (row["staff_number"], post.pk) in self.held):
            return None
        self.seats.add(seat)
        return self._step("appointment", True, row, _("%(person)s任“%(code)s”%(title)s") % row.cells)

    def _first(self, seen: dict[Key, Row], key: Key, row: Row, names: tuple[str, ...]) -> bool:
        """Whether ``row`` is the first to tell of ``key``; a later one must not contradict it."""
        before = seen.setdefault(key, row)
        for name in names:
            if before is not row and row[name] and before[name] != row[name]:
                self._wrong(row, name, _("与第%(row)d行不一致。") % {"row": before.number})
                return False
        return before is row or names == ("person",)

    def _whole(self, row: Row, *needed: str) -> bool:
        missing = [name for name in needed if not row[name]]
        for name in missing:
            self._wrong(row, name, _("没有填。"))
        for name, most in LENGTHS.items():
            if len(row[name]) > most:
                self._wrong(row, name, _("超过%d个字。") % most)
                return False
        return not missing

    def _known(self, row: Row) -> bool:
        if row["code"] in self.units or row["code"] in self.coming:
            return True
        self._wrong(row, "code", _("单位代码“%s”在文件和系统里都没有。") % row["code"])
        return False

    def _parents_first(self) -> Iterator[Row]:
        """Rows of units, each after the one above it; those in a circle are mistakes."""
        waiting = dict(self.coming)
        while waiting:
            ready = [code for code, row in waiting.items() if row["parent"] not in waiting]
            if not ready:
                for row in waiting.values():
                    self._wrong(row, "parent", _("上级单位绕成了圈。"))
                return
            for code in ready:
                yield waiting.pop(code)

    def _wrong(self, row: Row, column: str, sentence: str) -> None:
        self.plan.mistakes.append(Mistake(row.sheet, row.number, WORDS[column], sentence))

    def _step(self, what: str, is_new: bool, row: Row, told: str) -> None:
        self.plan.steps.append(Step(what, is_new, row, told))
