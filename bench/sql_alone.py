"""The time the database alone takes for our four read pages: python -m bench.sql_alone N SESSION

Each page is asked for in this process as the server asks for it, its statements are caught, and then carried out on
the bare connection with all rows fetched, nothing else. Prints JSON: for each page milliseconds of
the whole page in process (seen before; and when its address is asked for the first time), of its statements (within
the page, right after one, and once more at once), how many they are, and the statements themselves.
"""

import io
import json
import random
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from statistics import median
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402  Django must be ready first
from django.test import RequestFactory  # noqa: E402

from bench.client import Request  # noqa: E402
from bench.goals import LISTS  # noqa: E402
from bench.product import Product  # noqa: E402
from bench.served import Server  # noqa: E402
from bench.within import shares  # noqa: E402
from bench.workload import Drawn, here_and_now  # noqa: E402
from zhongshu.cli.serving.sharing import load_once  # noqa: E402
from zhongshu.config.wsgi import application  # noqa: E402

Statement = tuple[str, Any]
Took = list[float]
TIMES, WARM_UP = 40, 5
clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
"""Work of this process alone on SQLite, whatever else the machine does; on PostgreSQL the server's share counts as well."""
READING = ("SELECT", "WITH")  # once a minute a page also notes that somebody is there


class Caught:
    """Takes down every statement that passes."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []

    def __call__(
        self, execute: Callable[..., object], sql: str, parameters: object, many: bool, context: object
    ) -> object:
        self.statements.append((sql, parameters))
        return execute(sql, parameters, many, context)


def alone(statements: list[Statement]) -> float:
    """Milliseconds for ``statements`` on the bare connection, rows fetched."""
    bare = connection.connection.cursor()
    began = clock()
    for sql, parameters in statements:
        bare.execute(sql, parameters)
        bare.fetchall()
    return (clock() - began) * 1000


def in_own_words(statements: list[Statement]) -> list[Statement]:
    """As the driver wants them: sqlite3 marks parameters with ``?``."""
    if connection.vendor != "sqlite":
        return statements
    return [(sql.replace("%s", "?").replace("%%", "%"), tuple(asked or ())) for sql, asked in statements]


def answered(environ: dict[str, object], wanted: str) -> None:
    """Have the request ``environ`` answered as the server has it, to the last byte; its status must be ``wanted``."""
    said: list[str] = []

    def started(
        status: str, headers: list[tuple[str, str]], exc_info: Any = None, /
    ) -> Callable[[bytes], object]:
        said.append(status)
        return io.BytesIO().write  # what an application writes past its answer: ours writes nothing

    answer = application(environ, started)
    b"".join(answer)
    answer.close()
    if not said[0].startswith(wanted):
        raise SystemExit(f"{environ['PATH_INFO']}: {said[0]}")


def page(url: str, cookies: Mapping[str, str]) -> float:
    """Milliseconds from the request for ``url`` with a browser's ``cookies`` to the last byte of its answer."""
    told = "; ".join(f"{name}={value}" for name, value in cookies.items())
    environ = RequestFactory(headers={"host": "127.0.0.1", "cookie": told}).get(url).environ
    began = clock()
    answered(environ, "200")
    return (clock() - began) * 1000


def measured(
    make: Callable[[random.Random], Request], cookies: Mapping[str, str], a_list: bool
) -> dict[str, object]:
    """Pages of one kind: each asked for twice, then its statements twice.

    An address is asked for first by somebody (its rows may not have been drawn in this process), then again.
    The statements are carried out right after the page, when the machine comes from other work as it does within the
    page, and once more at once. Then a list is asked for with a clock around each of them.
    """
    rng, seen = random.Random(7), set()
    first, again, after, at_once, clocked, within, asked = (Took() for _each in range(7))
    for turn in range(TIMES + WARM_UP):
        caught, url = Caught(), make(rng).url
        with connection.execute_wrapper(caught):
            unseen = page(url, cookies)
        if url not in seen and turn >= WARM_UP:
            first.append(unseen)
        seen.add(url)
        statements = in_own_words([one for one in caught.statements if one[0].startswith(READING)])
        milliseconds: tuple[float, ...] = page(url, cookies), alone(statements), alone(statements)
        if a_list:
            milliseconds += shares(partial(page, url, cookies))
        if turn >= WARM_UP:
            for took, one in zip((again, after, at_once, clocked, within, asked), milliseconds, strict=False):
                took.append(one)
    if a_list and median(asked) != len(statements):
        raise SystemExit(f"{median(asked)} of {len(statements)} statements of {url} ran past the clock")
    return {
        "page_ms": median(again),
        "sql_ms": median(at_once),
        "sql_after_page_ms": median(after),
        "clocked_page_ms": median(clocked) if a_list else None,
        "sql_in_page_ms": median(within) if a_list else None,
        "first_ms": median(first) if first else None,
        "firsts": len(first),
        "queries": len(statements),
        "sql": [sql for sql, _ in statements],
    }


def main() -> None:
    drawn, key = Drawn(int(sys.argv[1]), here_and_now()), sys.argv[2]
    product = Product(Server("", 0), drawn, {"member": key})
    load_once()  # as the server does before it forks
    cookies = product.cookies["member"]
    out = {code: measured(make, cookies, code in LISTS) for code, make in product.reads().items()}
    print(json.dumps(out, ensure_ascii=False))


if __name__ == "__main__":
    main()
