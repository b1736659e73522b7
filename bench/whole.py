"""Everything in one go: python -m bench.whole 10000 100000 [--out FOLDER] [--only W3,W5] [--no-peer]

For each size our house on SQLite, on PostgreSQL, and Redmine where it is installed, one after the other. Prints
every table and the goals, and writes them to FOLDER as figures.jsonl, tables.md and ratios.json as they come.
Each system is measured in a process of its own: one that fails is told and the others are measured all
the same (exit code 1). Interrupted by Ctrl-C or SIGTERM, it stops what it started and removes what it made.
"""

import argparse
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench import goals, machine, table
from bench.peers import redmine
from bench.served import ROOT

GRACE_SECONDS = 120.0


def main() -> None:
    chosen = _arguments()
    chosen.out.mkdir(parents=True, exist_ok=True)
    figures = chosen.out / "figures.jsonl"
    figures.unlink(missing_ok=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    failed = []
    for name, arguments in _runs(chosen):
        began = time.monotonic()
        print(f"{time.strftime('%H:%M:%S')} {name} (load {machine.load()}) …", flush=True)
        if not _measured([*arguments, "--out", str(figures)]):
            failed.append(name)
        print(f"         {name}: {time.monotonic() - began:.0f} s", flush=True)
        _tell(figures, chosen.out)
    print((chosen.out / "tables.md").read_text() if figures.exists() else "nothing was measured")
    if failed:
        raise SystemExit(f"failed: {', '.join(failed)}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bench.whole", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("counts", type=int, nargs="+", help="matters in D(N), one or several sizes")
    parser.add_argument("--only", default="", help="operations, such as W3,W5; all without it")
    parser.add_argument("--concurrency", default="1,8")
    parser.add_argument("--no-peer", action="store_true", help="leave Redmine out")
    parser.add_argument("--out", type=Path, default=Path("bench-figures"), help="folder of what was measured")
    return parser.parse_args()


def _runs(chosen: argparse.Namespace) -> Iterator[tuple[str, list[str]]]:
    common = ["--concurrency", chosen.concurrency] + (["--only", chosen.only] if chosen.only else [])
    with_peer = not chosen.no_peer and redmine.is_here()
    if not with_peer:
        print(f"Redmine is left out ({redmine.NEEDED})" if not chosen.no_peer else "Redmine is left out")
    for count in chosen.counts:
        for database in ("sqlite", "postgresql"):
            yield f"zhongshu on {database}, {count:,}", [str(count), "--db", database, *common]
        if with_peer:
            yield f"redmine, {count:,}", [str(count), "--peer", "redmine", "--peer-only", *common]


def _measured(arguments: list[str]) -> bool:
    """Run one system; on an interrupt it is asked to clean up and waited for."""
    run = subprocess.Popen(
        [sys.executable, "-m", "bench.run", *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return run.wait() == 0
    except KeyboardInterrupt:
        run.send_signal(signal.SIGINT)
        try:
            run.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            run.kill()
        raise SystemExit("interrupted; what was started has been stopped") from None


def _tell(figures: Path, folder: Path) -> None:
    """Write tables and ratios of everything measured so far."""
    if not figures.exists():
        return
    reports: list[dict[str, Any]] = [json.loads(line) for line in figures.read_text().splitlines()]
    found = goals.lines(reports)
    (folder / "tables.md").write_text(f"{table.markdown(reports)}\n\n## Goals\n\n{goals.markdown(found)}\n")
    ratios = [asdict(one) for one in found]
    (folder / "ratios.json").write_text(json.dumps(ratios, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
