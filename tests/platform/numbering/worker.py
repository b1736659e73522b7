"""A process of its own that takes numbers, so that a test can crowd it, roll it back or kill it."""

import json
import random
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import click
import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from zhongshu.config import env
from zhongshu.kernel.actors import Actor

settings.configure(
    DATABASES=env.databases(Path(env.text("ZHONGSHU_HOME"))),
    INSTALLED_APPS=["zhongshu.platform.numbering"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
)
django.setup()

from zhongshu.platform.numbering import queries, services  # noqa: E402

SERIES, YEAR = "supervision", 2026
CLERK = Actor(person_id=7, name="林晓雯")


class ChangeOfMindError(Exception):
    pass


def take() -> int:
    return services.next_number(SERIES, YEAR, actor=CLERK, at=datetime.now(UTC)).n


def take_some(count: int, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(count):
        try:
            with transaction.atomic():
                take()
                if dice.random() < 0.3:
                    raise ChangeOfMindError
        except ChangeOfMindError:
            continue


def crowd(threads: int, count: int) -> None:
    def run(seed: int) -> None:
        take_some(count, seed)
        connection.close()

    crew = [threading.Thread(target=run, args=(seed,)) for seed in range(threads)]
    for one in crew:
        one.start()
    for one in crew:
        one.join()


def hold() -> None:
    """Take a number and sit on the open transaction until killed."""
    with transaction.atomic():
        click.echo(take())
        time.sleep(600)


def forever() -> None:
    while True:
        with transaction.atomic():
            n = take()
        click.echo(n)


def report() -> None:
    numbers = list(queries.issued(SERIES, YEAR).values_list("n", flat=True))
    click.echo(json.dumps({"numbers": numbers, "gaps": queries.gaps(SERIES, YEAR)}))


def prepare() -> None:
    call_command("migrate", verbosity=0)
    services.open_series(SERIES, title="督办事项", pattern="督〔{year}〕{n}号")


if __name__ == "__main__":
    command, *numbers = sys.argv[1:]
    globals()[command](*map(int, numbers))
