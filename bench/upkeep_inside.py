"""The measures of ``bench.upkeep``, in a process of their own on a fresh database."""

import datetime as dt
import json
import resource
import secrets
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402  Django must be ready first
from django.db import connection, transaction  # noqa: E402

from bench import load, split_inside  # noqa: E402
from bench.inside import cost, each, fill, noting, still  # noqa: E402
from bench.sql_alone import Caught, in_own_words  # noqa: E402
from bench.sql_alone import page as asked_for  # noqa: E402
from zhongshu.kernel.actors import SYSTEM  # noqa: E402
from zhongshu.kernel.clock import BEIJING, local_day, now  # noqa: E402
from zhongshu.kernel.worktime import Calendar, DayKind, SpecialDay  # noqa: E402
from zhongshu.matters import services as matters  # noqa: E402
from zhongshu.matters.models import Matter  # noqa: E402
from zhongshu.org import queries as org  # noqa: E402
from zhongshu.org.models import Person  # noqa: E402
from zhongshu.platform.journal.services.record import APPENDED  # noqa: E402
from zhongshu.platform.workdays import queries as workdays  # noqa: E402
from zhongshu.platform.workdays.registry import CalendarChange  # noqa: E402
from zhongshu.supervision import figures, services  # noqa: E402
from zhongshu.supervision.services.due import Terms, reckoned  # noqa: E402


def board(count: int) -> dict[str, Any]:
    """Both pages of a supervisor; their statements alone; the same numbers by a plain count of the rows."""
    began = time.process_time()
    matters.recount(actor=SYSTEM, at=now())
    recounted = time.process_time() - began
    cookies = {"sessionid": load.session(load.SUPERVISOR), "csrftoken": secrets.token_hex(16)}
    actor = org.actor_of(Person.objects.get(pk=load.SUPERVISOR), local_day(now()))
    today = local_day(now())
    span = figures.span_of(
        today, matters.yellow_until(today, workdays.calendar()), today.replace(month=1, day=1)
    )
    assert figures.standing(actor, span) == figures.counted(actor, span), "totals differ from a recount"
    assert figures.by_origin(actor, span) == figures.counted_by_origin(actor, span), "origins differ"
    assert figures.returned(actor, span.since) == figures.counted_returned(actor, span.since), (
        "returns differ"
    )
    first = _page("/supervision/board/", cookies, lambda: figures.counted(actor, span))
    second = _page(
        "/supervision/board/sources/",
        cookies,
        lambda: (figures.counted_by_origin(actor, span), figures.counted_returned(actor, span.since)),
    )
    reading = each(lambda: figures.standing(actor, span), 20)
    return {
        "first": first,
        "second": second,
        "numbers_from_totals_ms": reading,
        "recount_s": round(recounted, 2),
    }


def _page(address: str, cookies: Mapping[str, str], count: Callable[[], object]) -> dict[str, Any]:
    """One page, its own statements on the bare connection, and ``count``, the same numbers from the rows."""
    caught = Caught()
    asked_for(address, cookies)
    with connection.execute_wrapper(caught):
        asked_for(address, cookies)
    statements = in_own_words(caught.statements)
    page = each(lambda: asked_for(address, cookies), 20)
    alone = each(lambda: _carry_out(statements), 20)
    plain = cost(count, times=1)
    return {
        "page_ms": page, "own_sql_ms": alone, "page/own_sql": round(page / max(alone, 0.01), 1),
        "plain_count_ms": plain, "page/plain_count": round(page / plain, 2), "statements": len(statements),
    }  # fmt: skip


def _carry_out(statements: Iterable[tuple[str, Any]]) -> None:
    bare = connection.connection.cursor()
    for sql, parameters in statements:
        bare.execute(sql, parameters)
        if bare.description:
            bare.fetchall()


def open_all() -> None:
    """Every matter open, as a house with that many in hand; totals stand still meanwhile."""
    still()
    Matter.objects.exclude(group=1).update(group=1, state="undertaking", closed_at=None, archived_at=None)
    assignments = (
        "UPDATE matters_assignment SET done_at = NULL, done_by_id = NULL, outcome = '' WHERE role = 'lead'"
    )
    with connection.cursor() as cursor:
        cursor.execute(assignments)
    noting()


def sweep(count: int) -> dict[str, Any]:
    """Tomorrow's sweep after today's, and that of a month later; each beside a plain UPDATE of the same rows."""
    open_all()
    at = now()
    matters.sweep(actor=SYSTEM, at=at)
    told = {}
    for days in (1, 30):
        later = at + dt.timedelta(days=days)
        changed = _changed(later)
        ours = cost(lambda: matters.sweep(actor=SYSTEM, at=later))  # noqa: B023  carried out before the next turn
        plain = cost(lambda: _plain_lights(changed))  # noqa: B023
        told[f"after {days} days"] = {
            "rows": sum(map(len, changed.values())), "sweep_ms": ours, "plain_update_ms": plain,
            "ratio": round(ours / max(plain, 0.01), 2),
        }  # fmt: skip
    nothing = cost(lambda: matters.sweep(actor=SYSTEM, at=at))
    return told | {"again the same day": {"rows": 0, "sweep_ms": nothing}}


def _changed(at: dt.datetime) -> dict[tuple[str, Any], list[int]]:
    """Which rows the sweep at that moment changes, and to what; found by doing it and undoing it."""
    before = dict(Matter.objects.values_list("pk", "light"))
    waits = dict(Matter.objects.values_list("pk", "waits_for"))
    found: dict[tuple[str, Any], list[int]] = {}
    with transaction.atomic():
        matters.sweep(actor=SYSTEM, at=at)
        for pk, light, waiting in Matter.objects.values_list("pk", "light", "waits_for").iterator():
            if light != before[pk]:
                found.setdefault(("light", light), []).append(pk)
            if waiting != waits[pk]:
                found.setdefault(("waits_for", waiting), []).append(pk)
        transaction.set_rollback(True)
    return found


def _plain_lights(changed: dict[tuple[str, Any], list[int]]) -> None:
    with connection.cursor() as cursor:
        for (column, value), ids in changed.items():
            for some in _some(ids):
                listed = ",".join(map(str, some))
                cursor.execute(f"UPDATE matters_matter SET {column} = %s WHERE id IN ({listed})", [value])


def _some(ids: list[int]) -> Iterator[list[int]]:
    for first in range(0, len(ids), 5000):
        yield ids[first : first + 5000]


def recompute(count: int) -> dict[str, Any]:
    """A table for next year comes in, and the dates of all open matters lie behind its Spring Festival."""
    open_all()
    change = _change()
    _dates_by_rule(change)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    before = dict(Matter.objects.values_list("pk", "current_due"))
    with transaction.atomic():
        moved = services.recompute(change)
        dates = Matter.objects.values_list("current_due", "original_due", "pk")
        after = {pk: (str(due), str(first)) for due, first, pk in dates if due != before[pk]}
        transaction.set_rollback(True)
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) // 1024
    rows = [(due, first, pk) for pk, (due, first) in after.items()]
    ours = cost(lambda: services.recompute(change), times=1)
    plain = cost(lambda: _plain_dates(rows), times=1)
    with_trail = cost(lambda: _plain_dates_and_trail(rows), times=1)
    return {
        "open": count, "dates": moved, "recompute_ms": ours, "plain_update_ms": plain,
        "plain_update_and_insert_of_the_trail_ms": with_trail, "ratio": round(ours / plain, 2),
        "ratio_with_trail": round(ours / with_trail, 2), "memory_grew_mb": more,
    }  # fmt: skip


def _change() -> CalendarChange:
    before = workdays.calendar()
    days = [dt.date(2027, 2, 5) + dt.timedelta(days=one) for one in range(9)]
    special = dict(before.special) | {day: SpecialDay(DayKind.HOLIDAY, "春节") for day in days}
    after = Calendar(special, before.announced | {2027})
    return CalendarChange(2027, "国办发明电〔2026〕测号", before, after, SYSTEM, now())


def _dates_by_rule(change: CalendarChange) -> None:
    still()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE supervision_directive SET deadline_rule = 'P60WD'")
        for turn in range(20):
            opened = dt.datetime(2026, 11, 21, 10, tzinfo=BEIJING) - dt.timedelta(days=turn)
            due = reckoned(Terms(local_day(opened), "meeting", rule="P60WD"), change.before)
            cursor.execute(
                "UPDATE matters_matter SET opened_at = %s, current_due = %s, original_due = %s, "
                "due_is_provisional = %s WHERE id %% 20 = %s",
                [
                    load.stored(opened.astimezone(dt.UTC)),
                    due.day.isoformat(),
                    due.day.isoformat(),
                    True,
                    turn,
                ],
            )
            cursor.execute(
                "UPDATE matters_assignment SET due = %s WHERE matter_id %% 20 = %s",
                [due.day.isoformat(), turn],
            )
    noting()


def _plain_dates(rows: list[tuple[str, str, int]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE matters_matter SET current_due = %s, original_due = %s WHERE id = %s", rows
        )
        held = [(due, pk) for due, _first, pk in rows]
        cursor.executemany(
            "UPDATE matters_assignment SET due = %s WHERE matter_id = %s AND done_at IS NULL", held
        )


def _plain_dates_and_trail(rows: list[tuple[str, str, int]]) -> None:
    _plain_dates(rows)
    _plain_entries(rows)


def _plain_entries(rows: list[tuple[str, str, int]]) -> None:
    """As many lines of the trail, unchained."""
    line = (
        "2026-11-22 00:00:00+00:00",
        None,
        "系统",
        None,
        "",
        "supervision.recomputed",
        "{}",
        b"0" * 32,
    )
    with connection.cursor() as cursor:
        cursor.executemany(APPENDED, [(f"matter:{pk}", 1000, *line) for _due, _first, pk in rows])


MEASURES = {"board": board, "split": split_inside.split, "sweep": sweep, "recompute": recompute}


def main() -> None:
    count, wanted = int(sys.argv[1]), sys.argv[2].split(",")
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    load.people()
    fill(count, with_journal="recompute" in wanted)
    print(json.dumps({name: measure(count) for name, measure in MEASURES.items() if name in wanted}))


if __name__ == "__main__":
    main()
