"""Measures W1–W6 over HTTP on D(N): python -m bench.run N [--db …] [--concurrency 1,8] [--peer redmine] [--out FILE]

Everything is temporary: a home of its own or a PostgreSQL cluster of its own, filled, served by the
server that `zhongshu serve` starts, asked, and removed.
"""

import argparse
import json
import signal
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg

from bench import cluster, machine, served, table, workload
from bench.client import Client, Figures, Op
from bench.peers import redmine
from bench.product import Product

Asked = list[tuple[Op, Client]]


@dataclass(slots=True)
class Report:
    """What one system did with D(N)."""

    system: str
    database: str
    count: int
    size_mb: float
    figures: list[Figures] = field(default_factory=list)
    answers: list[tuple[str, int, int]] = field(default_factory=list)
    alone: dict[str, dict[str, Any]] = field(default_factory=dict)
    loaded: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def main() -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that what was started is stopped
    chosen = _arguments()
    reports = [_ours(chosen)] if not chosen.peer_only else []
    if chosen.peer:
        if redmine.is_here():
            reports.append(_redmine(chosen))
        else:
            print(f"Redmine is not installed here and is left out ({redmine.NEEDED})")
    print(table.markdown([asdict(report) for report in reports]))
    if chosen.out:
        with chosen.out.open("a") as out:
            for report in reports:
                facts = asdict(report) | {"at": datetime.now().isoformat(timespec="minutes")}
                out.write(json.dumps(facts, ensure_ascii=False) + "\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.run", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("count", type=int, help="matters in D(N)")
    parser.add_argument("--db", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument(
        "--concurrency", default="1,8", type=lambda text: [int(one) for one in text.split(",")]
    )
    parser.add_argument("--only", default="", help="operations, such as W3,W5; all without it")
    parser.add_argument("--peer", choices=("redmine",), help="the same for a peer in the same run")
    parser.add_argument("--peer-only", action="store_true", help="the peer alone")
    parser.add_argument("--out", type=Path, help="a file to which the figures are added as JSON lines")
    return parser.parse_args()


def _ours(chosen: argparse.Namespace) -> Report:
    with _place(chosen.db) as (surroundings, folder, postgres):
        loaded = served.script(surroundings, "bench.load", str(chosen.count))
        report = Report("zhongshu", chosen.db, chosen.count, _size(folder, postgres, "zhongshu"))
        report.loaded = loaded["seconds"]
        member, drawn = loaded["sessions"]["member"], workload.Drawn(**loaded["drawn"])
        with served.running(surroundings) as server:
            roots = [server.pid] + ([postgres.pid] if postgres else [])
            product = Product(server, drawn, loaded["sessions"], roots)
            report.answers = product.answers()
            _measure(report, product.ops(), chosen, server)
        report.alone = served.script(surroundings, "bench.sql_alone", str(chosen.count), member)
        return report


def _redmine(chosen: argparse.Namespace) -> Report:
    drawn = workload.draw(chosen.count)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="zhongshu-bench-")))
        postgres = stack.enter_context(cluster.running())
        peer = stack.enter_context(redmine.running(folder, postgres, chosen.count))
        report = Report("redmine", "postgresql", chosen.count, _size(folder, postgres, "redmine"))
        report.answers = peer.answers(drawn)
        _measure(report, peer.ops(drawn), chosen, peer.server)
        return report


def _measure(report: Report, asked: Asked, chosen: argparse.Namespace, server: served.Server) -> None:
    """Reads first, so that they find the database as it was loaded; when what a start brings with it is over."""
    machine.await_rest(server.pid)
    wanted = set(filter(None, chosen.only.split(",")))
    for op, client in sorted(asked, key=lambda pair: pair[0].code < "W3"):
        if wanted and op.code.rstrip("h") not in wanted:
            continue
        for concurrency in chosen.concurrency:
            figures = client.measure(op, concurrency)
            used = machine.memory(server.web())
            figures.rss, figures.pss = used.rss, used.pss
            figures.all_pss = machine.memory(machine.tree(server.pid)).pss
            report.figures.append(figures)
        report.faults += client.faults[:3]
        client.faults.clear()


@contextmanager
def _place(database: str) -> Iterator[tuple[dict[str, str], Path, cluster.Cluster | None]]:
    """A fresh home, and a fresh cluster where it is wanted."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="zhongshu-bench-")))
        if database == "sqlite":
            yield served.surroundings(folder), folder, None
            return
        postgres = stack.enter_context(cluster.running())
        with psycopg.connect(postgres.url("postgres"), autocommit=True) as connection:
            connection.execute("CREATE DATABASE zhongshu")
        yield served.surroundings(folder, postgres.url("zhongshu")), folder, postgres


def _size(folder: Path, postgres: cluster.Cluster | None, name: str) -> float:
    """The size of the database in MB, freshly loaded."""
    if postgres is None:
        return sum(one.stat().st_size for one in folder.glob("zhongshu.sqlite3*")) / machine.MB
    with psycopg.connect(postgres.url(name)) as connection:
        row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    return int(row[0]) / machine.MB if row else 0.0


if __name__ == "__main__":
    main()
