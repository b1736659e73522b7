"""A ledger of N rows taken over, beside the same rows put in by plain bulk statements: python -m bench.ledger_import 100000.

Processor time of each and the memory that the import needed, which must not grow with N. SQLite, in a home of its own.
"""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

AT = datetime(2026, 9, 18, 1, 30, tzinfo=UTC)
HEADS = (
    "序号",
    "类别",
    "督办事项",
    "牵头单位",
    "配合单位",
    "责任领导",
    "完成时限",
    "进展情况",
    "存在问题",
    "备注",
)
TABLES = (
    "matters_matter", "supervision_directive", "matters_assignment", "matters_grant", "journal_entry",
    "numbering_issued", "supervision_importedrow",
)  # fmt: skip
BATCH = 5000


def write(path: Path, rows: int) -> None:
    """A ledger with the habits of offices: groups, 同上, several units in a cell, days as words."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("台账")
    sheet.write_row(0, 0, ("2026年度重点任务督办台账",))
    sheet.write_row(1, 0, HEADS)
    for n in range(rows):
        unit = f"第{n % 40 + 1}局"
        support = f"第{(n + 3) % 40 + 1}局、第{(n + 7) % 40 + 1}局" if n % 2 else ""
        day = (
            f"2026年{n % 12 + 1}月{n % 28 + 1}日前",
            f"{n % 12 + 1}月底",
            "同上" if n else "年底",
            "长期坚持",
        )[n % 4]
        said = f"已完成第{n % 9 + 1}阶段工作，正在推进" if n % 3 else ""
        state = ("", "进行中", "已办结")[n % 3]
        told = (
            n + 1,
            f"第{n % 12 + 1}类",
            f"推进第{n + 1}号重点任务落实见效",
            unit,
            support,
            "张建国",
            day,
            said,
            "",
            state,
        )
        sheet.write_row(n + 2, 0, told)
    book.close()


def take_over(rows: int) -> None:
    """Import into a fresh house; prints what it took as JSON."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from zhongshu.kernel.actors import Actor
    from zhongshu.org.models import Person, Unit
    from zhongshu.platform.files import services as files
    from zhongshu.supervision import services

    call_command("migrate", verbosity=0)
    import_module(settings.ROOT_URLCONF)  # as the worker of jobs has it, which takes ledgers over
    for n in range(1, 42):
        name = f"第{n}局" if n <= 40 else "市委办公室"
        unit = Unit.objects.create(code=str(n), name=name, short_name=name, kind="organ", path="")
        Unit.objects.filter(pk=unit.pk).update(organ=unit, path=f"/{unit.pk}/")
    person = Person.objects.create(name="李敏", staff_number="1")
    actor = Actor(person.pk, person.name, duties=frozenset({("supervise", unit.pk)}))
    path = Path(os.environ["ZHONGSHU_HOME"]) / "ledger.xlsx"
    write(path, rows)
    with path.open("rb") as stream:
        file = files.store(actor=actor, stream=stream, name=path.name, at=AT)
    ledger = services.bring_ledger(actor=actor, unit_id=unit.pk, file=file, at=AT)
    services.map_ledger(
        actor=actor, import_id=ledger.pk, columns={}, first_leads=False, origin="key_work",
        approver_id=person.pk, basis="沿用原台账", at=AT,
    )  # fmt: skip
    idle, began, clock = peak(), time.process_time(), time.perf_counter()
    services.import_ledger(actor=actor, import_id=ledger.pk, at=AT, step=lambda _: None)
    spent = time.process_time() - began
    told: dict[str, object] = {
        "cpu": spent,
        "wall": time.perf_counter() - clock,
        "before": idle,
        "peak": peak(),
    }
    told |= {"rows": ledger.taken.count(), "database": str(connection.settings_dict["NAME"])}
    print(json.dumps(told))


def peak() -> int:
    """The most memory this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def insert_alone(source: Path) -> None:
    """The same rows put into an empty copy of the same tables; prints the processor time.

    ``cpu`` by Django's bulk_create, a thousand objects at a time; ``raw`` by executemany with tuples at hand, which no
    program that makes its rows could reach.
    """
    import django

    django.setup()
    from django.apps import apps
    from django.core.management import call_command
    from django.db import connection, transaction

    from zhongshu.platform.search.indexes import index
    from zhongshu.platform.search.spelling import searchable

    call_command("migrate", verbosity=0)
    old = sqlite3.connect(source)
    models = {model._meta.db_table: model for model in apps.get_models()}
    connection.cursor().execute("PRAGMA foreign_keys = OFF")
    spent = raw = 0.0
    for table in TABLES:
        cursor = old.execute(f"SELECT * FROM {table}")
        columns = [field[0] for field in cursor.description]
        fields = {field.column: field for field in models[table]._meta.concrete_fields}
        while some := list(islice(cursor, BATCH)):
            told = [
                {fields[c].attname: fields[c].to_python(v) for c, v in zip(columns, row, strict=True)}
                for row in some
            ]
            began = time.process_time()
            with transaction.atomic():
                models[table]._default_manager.bulk_create(
                    (models[table](**one) for one in told), batch_size=1000
                )
            spent += time.process_time() - began
            raw += _raw(table, columns, some)
    cursor = old.execute("SELECT id, number, title, body FROM matters_matter")
    while some := list(islice(cursor, BATCH)):
        spelt = [(pk, searchable(f"{number}\n{title}\n{body}")) for pk, number, title, body in some]
        began = time.process_time()
        with transaction.atomic():
            index().put(spelt)
        spent += time.process_time() - began
        raw += time.process_time() - began
    print(json.dumps({"cpu": spent, "raw": raw}))


def _raw(table: str, columns: list[str], rows: list[tuple[object, ...]]) -> float:
    """Processor time of putting ``rows`` into a table of the same columns and indexes, in a database of its own."""
    from django.db import connection

    other = sqlite3.connect(str(connection.settings_dict["NAME"]) + ".raw")
    if not other.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [table]).fetchone():
        with connection.cursor() as cursor:
            cursor.execute("SELECT sql FROM sqlite_master WHERE tbl_name = %s AND type <> 'trigger'", [table])
            for (sql,) in cursor.fetchall():
                other.execute(sql) if sql else None
    marks = ", ".join("?" for _ in columns)
    began = time.process_time()
    with other:
        names = ", ".join(f'"{column}"' for column in columns)
        other.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
    other.close()
    return time.process_time() - began


def child(home: str, *words: str) -> dict[str, Any]:
    """Run a part of this script in a house of its own."""
    surroundings = {**os.environ, "ZHONGSHU_HOME": home, "DJANGO_SETTINGS_MODULE": "zhongshu.config.settings"}
    done = subprocess.run(
        [sys.executable, "-m", "bench.ledger_import", *words],
        env=surroundings,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as empty:
        ours = child(home, "take-over", str(rows))
        alone = child(empty, "insert-alone", ours["database"])
    print(f"{rows:,} rows: import {ours['cpu']:.1f} s CPU ({ours['wall']:.1f} s), {ours['rows']:,.0f} kept")
    print(f"memory {ours['before']:.0f} MB before, {ours['peak']:.0f} MB at its peak")
    print(
        f"plain bulk insert of the same rows {alone['cpu']:.1f} s CPU; ratio {ours['cpu'] / alone['cpu']:.2f}"
    )
    print(f"the same tuples by executemany {alone['raw']:.1f} s CPU; ratio {ours['cpu'] / alone['raw']:.1f}")


if __name__ == "__main__":
    if sys.argv[1] == "take-over":
        take_over(int(sys.argv[2]))
    elif sys.argv[1] == "insert-alone":
        insert_alone(Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]))
