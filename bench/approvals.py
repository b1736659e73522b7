"""One approval step and the check of a long route: python -m bench.approvals [--db postgresql] [--peer redmine]

Agreeing to a paper over HTTP (A1): its server CPU; in process against its own SQL, both committed (wanted ≤ 3); against
the CPU of Redmine's update of an issue (W2) in the same run (wanted ≥ 3 times less). The static check of a route of thirty
stages in an organ of five hundred people (wanted about a second).
"""

import argparse
import itertools
import json
import random
import secrets
import tempfile
from contextlib import ExitStack
from pathlib import Path

from bench import cluster, machine, served, workload
from bench.client import Client, Figures, Op, Request
from bench.peers import redmine
from bench.run import _place as place

PEER_SIZE = 10_000
SEE_OTHER = 303


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.approvals")
    parser.add_argument("--db", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--peer", choices=("redmine",), help="the update of an issue there in the same run")
    chosen = parser.parse_args()
    print(f"load average before: {machine.load()}")
    with place(chosen.db) as (surroundings, _folder, postgres):
        made = served.script(surroundings, "bench.approvals_inside", "fill")
        ours = _agreeing(surroundings, made, [postgres.pid] if postgres else [])
        alone = served.script(surroundings, "bench.approval_step", made["session"])
        check = served.script(surroundings, "bench.approvals_inside", "check")
    _tell(
        "A1 over HTTP",
        cpu_ms=round(ours.cpu, 1),
        p50_ms=round(ours.p50, 1),
        errors=ours.errors,
        clean=ours.clean,
    )
    _tell("A1 in process / its own SQL", wanted="≤ 3", **alone)
    _tell("static check", wanted="about a second", **check)
    if chosen.peer and redmine.is_here():
        theirs = _updating()
        times = round(theirs.cpu / ours.cpu, 1)
        _tell(
            "A1 times less CPU than Redmine's W2",
            times=times,
            wanted="≥ 3",
            redmine_cpu_ms=round(theirs.cpu, 1),
        )
    elif chosen.peer:
        print(f"Redmine is not installed here and is left out ({redmine.NEEDED})")
    print(f"load average after: {machine.load()}")


def _agreeing(surroundings: dict[str, str], made: dict[str, list[int]], databases: list[int]) -> Figures:
    """Agreements over HTTP, each paper agreed to in turn until all its stages are passed."""
    papers, token = itertools.cycle(made["papers"]), secrets.token_hex(16)

    def agree(_rng: random.Random) -> Request:
        sent = {"csrfmiddlewaretoken": token, "once": secrets.token_hex(16), "opinion": "同意"}
        return Request("POST", f"/approvals/{next(papers)}/agreement/", data=sent, good=(SEE_OTHER,))

    with served.running(surroundings) as server:
        machine.await_rest(server.pid)
        cookies = {"sessionid": str(made["session"]), "csrftoken": token}
        return Client(server.base, [server.pid, *databases], cookies).measure(Op("A1", agree), 1)


def _updating() -> Figures:
    """Redmine's update of an issue, one at a time."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="zhongshu-bench-")))
        postgres = stack.enter_context(cluster.running())
        peer = stack.enter_context(redmine.running(folder, postgres, PEER_SIZE))
        op, client = next(pair for pair in peer.ops(workload.draw(PEER_SIZE)) if pair[0].code == "W2")
        machine.await_rest(peer.server.pid)
        return client.measure(op, 1)


def _tell(what: str, **facts: object) -> None:
    print(what, json.dumps(facts, ensure_ascii=False))


if __name__ == "__main__":
    main()
