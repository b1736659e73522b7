import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import connection
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.steps import Step, unheard
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import policies, queries, registry, rules
from zhongshu.platform.workdays.models import Edition, SpecialDay, Year


@use_case("workdays.import_table")
def import_table(
    *,
    actor: Actor,
    year: int,
    notice: str,
    source: str,
    rows: Sequence[rules.Row],
    at: datetime,
    step: Step = unheard,
) -> Year:
    """Replace the table of ``year`` by ``rows``, as ``notice`` (its number) settles them.

    Every registered keeper of dates then recomputes what is open and journals each shift,
    in the same transaction: either the table holds with all its consequences, or nothing
    has changed. A day that an earlier notice named is taken over by the later one. ``step`` hears of
    every open date worked out.
    """
    policies.require_import(actor)
    _require_notice(notice)
    rules.T_03_table(year, rows)
    _shut_out_others()
    before = queries.calendar()
    table = _store(year, notice.strip(), source.strip(), rows, actor, at)
    Edition.objects.update_or_create(pk=1, defaults={"token": secrets.token_hex(16), "at": at})
    change = registry.CalendarChange(year, table.notice, before, queries.calendar(), actor, at, step)
    shifted = registry.recompute(change)
    table.moved = sum(shifted.values())
    days = [[row.date.isoformat(), row.kind.value, row.name] for row in rows]
    told = {"year": year, "notice": table.notice, "source": table.source, "version": table.version}
    journal.record(
        stream=f"workdays:{year}",
        verb="workdays.table_imported",
        actor=actor,
        at=at,
        data={**told, "days": days, "shifted": shifted},
    )
    return table


def _require_notice(notice: str) -> None:
    if not notice.strip():
        raise Refusal(
            "notice_missing",
            _("请填写放假通知的文号，例如“国办发明电〔2025〕7号”。"),
            fields={"notice": _("文号不能为空。")},
            rule="T-03",
        )


def _shut_out_others() -> None:
    """Wait for those who are storing dates by the old calendar (see queries.calendar)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [queries.IMPORT_LOCK])


def _store(
    year: int, notice: str, source: str, rows: Sequence[rules.Row], actor: Actor, at: datetime
) -> Year:
    table, fresh = Year.objects.get_or_create(year=year)
    table.is_announced, table.notice, table.source = True, notice, source
    table.version += not fresh
    table.imported_at, table.imported_by = at, actor.name
    table.save()
    table.days.all().delete()
    SpecialDay.objects.filter(date__in=[row.date for row in rows]).delete()
    SpecialDay.objects.bulk_create(
        SpecialDay(date=row.date, kind=row.kind.value, name=row.name[:40], year=table) for row in rows
    )
    return table
