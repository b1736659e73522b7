"""Fills a fresh database with D(N): python -m bench.load N (ZHONGSHU_HOME or ZHONGSHU_DATABASE_URL say where)."""

import datetime as dt
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from functools import partial
from itertools import islice
from typing import TypeVar

import django

django.setup()

from django.conf import settings  # noqa: E402  Django must be ready first
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from bench import bulk, dataset  # noqa: E402
from bench.dataset import CLOSED, Note, Task  # noqa: E402
from bench.workload import Drawn, here_and_now  # noqa: E402
from zhongshu.cli.compacting import compact  # noqa: E402
from zhongshu.kernel.clock import BEIJING  # noqa: E402
from zhongshu.matters.models import Assignment, Grant, Group, Light, Matter  # noqa: E402
from zhongshu.matters.services import fold  # noqa: E402
from zhongshu.matters.services.open import searchable  # noqa: E402
from zhongshu.org.models import Appointment, Duty, Person, Post, Unit  # noqa: E402
from zhongshu.platform.accounts.models import User  # noqa: E402
from zhongshu.platform.accounts.sessions import SessionStore  # noqa: E402
from zhongshu.platform.journal import services as journal  # noqa: E402
from zhongshu.platform.journal.models import Entry  # noqa: E402
from zhongshu.platform.journal.models.entry import GENESIS, canonical  # noqa: E402
from zhongshu.platform.numbering.models import Counter as NumberCounter  # noqa: E402
from zhongshu.platform.search import services as search  # noqa: E402
from zhongshu.supervision.models import Directive, State  # noqa: E402
from zhongshu.supervision.services.open import series_of  # noqa: E402

ORGAN, SUPERVISORS, SUPERVISOR = 1, 2, 201
STATES = (State.DISPATCHED, State.UNDERTAKING, State.REVIEWING, State.UNDERTAKING, State.ARCHIVED)
MATTER = [
    "id",
    "kind",
    "state",
    "group",
    "number",
    "title",
    "body",
    "urgency",
    "importance",
    "sensitivity",
    "organ_id",
    "unit_id",
    "drafter_id",
    "lead_unit_id",
    "original_due",
    "current_due",
    "due_is_provisional",
    "long_term",
    "light",
    "waits_for",
    "moved_on",
    "opened_at",
    "closed_at",
    "archived_at",
]
DIRECTIVE = [
    "matter_id",
    "origin",
    "source_title",
    "source_excerpt",
    "instruction_class",
    "instruction",
    "basis",
    "owner_name",
    "deadline_text",
    "deadline_rule",
    "cycle",
    "cycle_text",
    "blocker",
    "last_progress",
    "last_progress_at",
    "reminders",
    "returns",
    "extensions",
    "feedback",
    "answer",
    "risk",
    "risk_reason",
]
ASSIGNMENT = [
    "matter_id",
    "role",
    "holder_unit_id",
    "holder_person_id",
    "due",
    "opened_at",
    "received_at",
    "done_at",
    "done_by_id",
    "outcome",
    "opinion",
]
ENTRY = ["stream", "seq", "at", "actor_id", "actor_name", "acting_for_name", "verb", "data", "hash"]


CHUNK = 20_000
WAITS = ("under_way", "money", "superior", "other_unit", "ourselves", "nobody")
Outcome = TypeVar("Outcome")


def moment(naive: dt.datetime) -> dt.datetime:
    return naive.replace(tzinfo=BEIJING).astimezone(dt.UTC)


def stored(at: dt.datetime) -> dt.datetime | str:
    """A moment as the database keeps it."""
    return at if connection.vendor == "postgresql" else at.replace(tzinfo=None).isoformat(sep=" ")


def unit_of(task: Task) -> int:
    return task.unit + SUPERVISORS


def matter_rows(tasks: Iterable[Task]) -> Iterator[tuple[object, ...]]:
    for task in tasks:
        is_open = task.status != CLOSED
        late = task.due < dataset.NOW.date()
        ended = None if is_open else stored(moment(task.notes[2].at))
        yield (
            task.id, "directive", str(STATES[task.status]), Group.OPEN if is_open else Group.CLOSED,
            f"测督〔2026〕{task.id}号", task.title, task.body, min(2, task.priority // 2), 0, 1,
            ORGAN, SUPERVISORS, task.creator, unit_of(task), task.due.isoformat(), task.due.isoformat(),
            False, False, (Light.RED if late else Light.GREEN) if is_open else Light.GREY,
            waits_of(task), moment(task.notes[2].at).date().isoformat(), stored(moment(task.created)), ended, ended,
        )  # fmt: skip


def waits_of(task: Task) -> str:
    """What it waits for, spread over all there is."""
    if task.status == CLOSED:
        return ""
    return "office" if task.status == dataset.TO_VERIFY else WAITS[task.id % len(WAITS)]


def directive_rows(tasks: Iterable[Task]) -> Iterator[tuple[object, ...]]:
    for task in tasks:
        last = task.notes[2]
        yield (
            task.id, "meeting", "常务会议纪要", "", "", "", "常务会议纪要", "", "", "", "once", "", "",
            last.body[:300], stored(moment(last.at)), 0, int(task.status == 3), 0, "", "", "", "",
        )  # fmt: skip


def assignment_rows(tasks: Iterable[Task]) -> Iterator[tuple[object, ...]]:
    for task in tasks:
        opened = stored(moment(task.created))
        done = stored(moment(task.notes[2].at)) if task.status == CLOSED else None
        yield (
            task.id, "lead", unit_of(task), task.lead, task.due.isoformat(), opened,
            opened if task.status else None, done, task.lead if done else None, "done" if done else "", "",
        )  # fmt: skip


def grant_rows(tasks: Iterable[Task]) -> Iterator[tuple[object, ...]]:
    for task in tasks:
        opened = stored(moment(task.created))
        for principal in dict.fromkeys((f"u:{unit_of(task)}", f"p:{task.creator}", f"p:{task.lead}")):
            yield task.id, principal, "assigned", opened


def entry_rows(tasks: Iterable[Task]) -> Iterator[tuple[object, ...]]:
    for task in tasks:
        head = GENESIS
        for seq, (at, user, verb, facts) in enumerate(_happened(task), 1):
            entry = Entry(
                stream=f"matter:{task.id}", seq=seq, at=moment(at), actor_id=user, actor_name=f"同事{user}",
                acting_for_name="", verb=verb, data=canonical(facts),
            )  # fmt: skip
            entry.hash = head = entry.computed_hash(head, settings.JOURNAL_DIGEST)
            yield entry.stream, seq, stored(entry.at), user, entry.actor_name, "", verb, entry.data, head


def _happened(task: Task) -> Iterator[tuple[dt.datetime, int, str, dict[str, object]]]:
    yield task.created, task.creator, "supervision.registered", {"source": "常务会议纪要"}
    for note in task.notes:
        yield note.at, note.user, "supervision.reported", _said(note)


def _said(note: Note) -> dict[str, object]:
    """What ``supervision.report`` writes of a report without blocker, figures and files."""
    return {"text": note.body}


PARTS = (
    ("matters", Matter, MATTER, matter_rows),
    ("directives", Directive, DIRECTIVE, directive_rows),
    ("assignments", Assignment, ASSIGNMENT, assignment_rows),
    ("grants", Grant, ("matter_id", "principal", "origin", "at"), grant_rows),
    ("entries", Entry, ENTRY, entry_rows),
)


def people() -> None:
    """One organ, its supervising section, 50 units, 200 people in all of them, one supervisor."""
    organ = Unit(
        pk=ORGAN, code="b", name="测试市", short_name="测试市", kind="organ", path="/1/", number_prefix="测"
    )
    organ.fonds_code = "B001"
    organ.organ_id = ORGAN
    organ.save(force_insert=True)
    sections = [SUPERVISORS, *range(SUPERVISORS + 1, SUPERVISORS + 1 + dataset.UNITS)]
    for pk in sections:
        Unit.objects.create(
            pk=pk, code=f"b{pk}", name=f"测试单位{pk}", short_name=f"单位{pk}", kind="section",
            parent=organ, organ=organ, path=f"/1/{pk}/",
        )  # fmt: skip
    users = [User(pk=n, username=f"user{n}", password="!") for n in range(1, SUPERVISOR + 1)]
    User.objects.bulk_create(users)
    Person.objects.bulk_create(
        Person(pk=n, user_id=n, name=f"同事{n}", staff_number=f"{n}") for n in range(1, SUPERVISOR + 1)
    )
    supervising = Post.objects.create(
        unit_id=SUPERVISORS, title="督查员", duties=[Duty.SUPERVISE, Duty.APPROVE_SUPERVISION]
    )
    members = [Post.objects.create(unit_id=pk, title="成员", duties=[]) for pk in sections[1:]]
    since = dt.date(2020, 1, 1)
    Appointment.objects.create(person_id=SUPERVISOR, post=supervising, starts_on=since)
    Appointment.objects.bulk_create(
        Appointment(person_id=n, post=post, starts_on=since)
        for n in range(1, dataset.USERS + 1)
        for post in members
    )
    receiving = [Post.objects.create(unit_id=pk, title="内勤", duties=[Duty.RECEIVE]) for pk in sections[1:]]
    Appointment.objects.bulk_create(
        Appointment(person_id=100 + post.unit_id, post=post, starts_on=since) for post in receiving
    )
    for model in (Unit, User, Person):
        bulk.reset_sequence(model)


def session(person: int) -> str:
    """A session key under which ``person`` has entered."""
    store = SessionStore()
    store["_auth_user_id"] = str(person)
    store["_auth_user_backend"] = "zhongshu.platform.accounts.backends.AccountBackend"
    store["_auth_user_hash"] = User.objects.get(pk=person).get_session_auth_hash()
    store.create()
    return str(store.session_key)


def fill(count: int, drawn: Drawn) -> dict[str, float]:
    """Load ``count`` matters, some at a time; returns the seconds of each part."""
    took: defaultdict[str, float] = defaultdict(float)
    tasks = map(drawn.see, dataset.tasks(count))
    while some := _timed(took, "drawing", lambda: list(islice(tasks, CHUNK))):
        with transaction.atomic():
            for name, model, columns, rows in PARTS:
                _timed(took, name, partial(bulk.load, model, columns, rows(some)))
            _timed(took, "search", partial(search.index_many, [(task.id, _text(task)) for task in some]))
        _timed(took, "folding", fold)  # a house at work does so every five minutes
    _timed(took, "tidying", search.tidy)
    bulk.reset_sequence(Matter)
    series = series_of(Unit.objects.get(pk=ORGAN))
    NumberCounter.objects.create(series=series, year=dataset.NOW.year, last=count)
    return dict(took)


def _timed(took: defaultdict[str, float], name: str, work: Callable[[], Outcome]) -> Outcome:
    began = time.perf_counter()
    outcome = work()
    took[name] += time.perf_counter() - began
    return outcome


def _text(task: Task) -> str:
    return searchable(Matter(number=f"测督〔2026〕{task.id}号", title=task.title, body=task.body))


def main() -> None:
    count = int(sys.argv[1])
    call_command("migrate", interactive=False, verbosity=0)
    people()
    drawn = Drawn(count, here_and_now())
    took = fill(count, drawn)
    while journal.seal(at=dt.datetime.now(dt.UTC)):  # a house at work has sealed its past
        pass
    compact()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    actors = {"member": session(1), "supervisor": session(SUPERVISOR)}
    print(json.dumps({"seconds": took, "sessions": actors, "drawn": asdict(drawn)}, default=str))


if __name__ == "__main__":
    main()
