"""The time the database alone takes for our four read pages: python -m bench.sql_alone N SESSION

Each page is asked for in this process as the server asks for it, its statements are caught, and then carried out on
the bare connection with all rows fetched, nothing else. Prints JSON: for each page milliseconds of
the whole page in process, of its statements, how many they are, and the statements themselves.
"""

import json
import random
import sys
import time
from collections.abc import Callable, Mapping
from statistics import median

import django

django.setup()

from django.db import connection  # noqa: E402  Django must be ready first
from django.test import RequestFactory  # noqa: E402

from bench.product import Product  # noqa: E402
from bench.served import Server  # noqa: E402
from bench.workload import Drawn, here_and_now  # noqa: E402
from zhongshu.config.wsgi import application  # noqa: E402

Statement = tuple[str, object]
TIMES, WARM_UP = 40, 5


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
    began = time.perf_counter()
    for sql, parameters in statements:
        bare.execute(sql, parameters)
        bare.fetchall()
    return (time.perf_counter() - began) * 1000


def in_own_words(statements: list[Statement]) -> list[Statement]:
    """As the driver wants them: sqlite3 marks parameters with ``?``."""
    if connection.vendor != "sqlite":
        return statements
    return [(sql.replace("%s", "?").replace("%%", "%"), tuple(asked or ())) for sql, asked in statements]  # type: ignore[arg-type]


def answered(environ: dict[str, object], wanted: str) -> None:
    """Have the request ``environ`` answered as the server has it, to the last byte; its status must be ``wanted``."""
    said: list[str] = []
    answer = application(environ, lambda status, headers, exc_info=None: said.append(status))
    b"".join(answer)
    answer.close()
    if not said[0].startswith(wanted):
        raise SystemExit(f"{environ['PATH_INFO']}: {said[0]}")


def page(url: str, cookies: Mapping[str, str]) -> float:
    """Milliseconds from the request for ``url`` with a browser's ``cookies`` to the last byte of its answer."""
    told = "; ".join(f"{name}={value}" for name, value in cookies.items())
    environ = RequestFactory(headers={"host": "127.0.0.1", "cookie": told}).get(url).environ
    began = time.perf_counter()
    answered(environ, "200")
    return (time.perf_counter() - began) * 1000


def main() -> None:
    drawn, key = Drawn(int(sys.argv[1]), here_and_now()), sys.argv[2]
    product = Product(Server("", 0), drawn, {"member": key})
    out = {}
    for code, make in product.reads().items():
        rng, pages, sums, statements = random.Random(7), [], [], []
        for turn in range(TIMES + WARM_UP):
            caught, request = Caught(), make(rng)
            with connection.execute_wrapper(caught):
                took = page(request.url, product.cookies["member"])
            statements = in_own_words(caught.statements)
            alone(statements)  # the page before may have read other rows
            if turn >= WARM_UP:
                pages.append(took)
                sums.append(alone(statements))
        out[code] = {
            "page_ms": median(pages),
            "sql_ms": median(sums),
            "queries": len(statements),
            "sql": [sql for sql, _ in statements],
        }
    print(json.dumps(out, ensure_ascii=False))


if __name__ == "__main__":
    main()
