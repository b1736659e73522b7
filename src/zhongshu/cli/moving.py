"""A whole office from one database into another, row for row: what the journal chained stays chained."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connections, models, transaction
from django.utils.translation import gettext as _

from zhongshu.kernel.refusals import Refusal
from zhongshu.matters.models import Tally, TallyChange
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.journal.queries import first_break

TARGET = "target"
LEFT_OUT = frozenset({"contenttypes", "auth", "sessions"})
"""Apps whose rows the new database makes itself, or which do not outlive the move."""
FED_BY_TRIGGERS = (Tally, TallyChange)
"""What triggers write while other tables fill: poured last, over it."""
BATCH = 1000
Row = tuple[Any, ...]


def ready() -> None:
    """Refuse unless there is a target, what is here is sound, and nobody has worked there yet."""
    if TARGET not in settings.DATABASES:
        raise Refusal(
            "no_target",
            _("没有说搬到哪里。"),
            hint=_("请设 ZHONGSHU_MOVE_TO=postgresql://用户:密码@主机/库名。"),
        )
    broken = first_break()
    if broken:
        told = {"where": broken.where, "why": broken.why}
        raise Refusal("journal_broken", _("原库的留痕不相符（%(where)s：%(why)s），没有搬。") % told)


def require_empty() -> None:
    """Refuse to pour into a database in which somebody has worked."""
    if Entry.objects.using(TARGET).exists():
        raise Refusal("target_not_empty", _("新库里已经有数据，没有搬。"), hint=_("请换一个空库。"))


def there(*words: str) -> int:
    """Run ``zhongshu WORDS`` on the new database; its exit code."""
    changed = {**os.environ, "ZHONGSHU_DATABASE_URL": os.environ["ZHONGSHU_MOVE_TO"]}
    changed.pop("ZHONGSHU_MOVE_TO")
    return subprocess.run([sys.executable, "-m", "zhongshu", *words], env=changed, check=False).returncode  # noqa: S603


def tables() -> list[type[models.Model]]:
    """Every table of the office, those between two others included, in the order in which they are poured."""
    found = apps.get_models(include_auto_created=True)
    ours = [
        one
        for one in found
        if one._meta.managed and not one._meta.proxy and one._meta.app_label not in LEFT_OUT
    ]
    return sorted(ours, key=lambda one: one in FED_BY_TRIGGERS)


def copy() -> Iterator[tuple[str, int]]:
    """Copy table after table in one transaction on each side; yields each with its number of rows.

    Nobody writes here meanwhile (SQLite lets in one writer), and there it is all or nothing.
    """
    with transaction.atomic(), transaction.atomic(using=TARGET):
        for model in tables():
            with connections[TARGET].cursor() as cursor:
                table = connections[TARGET].ops.quote_name(str(model._meta.db_table))
                if model is not Entry:
                    cursor.execute(f"DELETE FROM {table}")  # noqa: S608  what migrations laid down comes with the rest
                yield model._meta.db_table, _pour(model, table, cursor)
        _restart_counting()


def _pour(model: type[models.Model], table: str, cursor: Any) -> int:
    there_, fields = connections[TARGET], model._meta.concrete_fields
    columns = ", ".join(there_.ops.quote_name(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    sql = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608  names of ours
    rows = model._base_manager.order_by("pk").values_list(*(field.attname for field in fields))
    left, poured = rows.iterator(chunk_size=BATCH), 0
    while some := list(islice(left, BATCH)):
        cursor.executemany(sql, [_fitted(fields, row) for row in some])
        poured += len(some)
    return poured


def _fitted(fields: Sequence[models.Field[Any, Any]], row: Row) -> Row:
    return tuple(
        field.get_db_prep_save(value, connections[TARGET]) for field, value in zip(fields, row, strict=True)
    )


def _restart_counting() -> None:
    """The new database gives its next ids behind those that came along."""
    with connections[TARGET].cursor() as cursor:
        for sql in connections[TARGET].ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(sql)


def differences() -> list[str]:
    """Tables that do not hold as many rows on both sides, and whether the journal ends in the same entry."""
    told = [
        f"{model._meta.db_table}: {here} → {gone}"
        for model in tables()
        if (here := model._base_manager.count()) != (gone := model._base_manager.using(TARGET).count())
    ]
    ends = [
        Entry.objects.using(name).order_by("-pk").values_list("pk", "hash").first()
        for name in ("default", TARGET)
    ]
    same = ends[0] == ends[1] or (ends[0] and ends[1] and bytes(ends[0][1]) == bytes(ends[1][1]))
    return told if same else [*told, "journal"]
