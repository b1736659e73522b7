"""The client: the same operations at a given concurrency, over connections that stay open."""

import asyncio
import itertools
import random
import statistics
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import aiohttp

from bench import machine

WARM_UP = 8
REPEATS = 3
SECONDS = 4.0
MOST = {1: 30, 8: 100}
CLEAN_CORES = 0.3


@dataclass(frozen=True, slots=True)
class Request:
    """One request, and the statuses that mean it was done. ``holds`` must stand in the answer."""

    method: str
    url: str
    data: object = None
    json: object = None
    headers: Mapping[str, str] = field(default_factory=dict)
    good: tuple[int, ...] = (200,)
    holds: str = ""


@dataclass(frozen=True, slots=True)
class Op:
    """One thing that somebody does: ``make`` gives the next request to send."""

    code: str
    make: Callable[[random.Random], Request]


@dataclass(slots=True)
class Figures:
    """What one operation took at one concurrency; times in ms, ``cpu`` ms of server CPU an operation."""

    code: str
    concurrency: int
    p50: float
    p95: float
    rate: float
    cpu: float
    kilobytes: float
    errors: int
    clean: int
    load: str
    rss: float = 0.0
    pss: float = 0.0
    all_pss: float = 0.0


@dataclass(slots=True)
class _Run:
    took: list[float]
    wall: float
    cpu: float
    size: int
    errors: int
    foreign: float


class Client:
    """Sends operations to one server with one person's cookies; ``roots`` are the server's processes."""

    def __init__(self, base: str, roots: Iterable[int], cookies: Mapping[str, str]) -> None:
        self.base, self.roots, self.cookies = base, tuple(roots), dict(cookies)
        self.faults: list[str] = []

    def measure(self, op: Op, concurrency: int) -> Figures:
        """Warm up, then three repeats; medians, of the repeats nobody disturbed where there are any."""
        runs = asyncio.run(self._all(op, concurrency))
        clean = [run for run in runs if run.foreign <= CLEAN_CORES]
        used = clean or runs
        middle = statistics.median
        return Figures(
            code=op.code,
            concurrency=concurrency,
            p50=middle(_part(run.took, 0.5) for run in used),
            p95=middle(_part(run.took, 0.95) for run in used),
            rate=middle(len(run.took) / run.wall for run in used),
            cpu=middle(run.cpu / len(run.took) for run in used) * 1000,
            kilobytes=middle(run.size / len(run.took) for run in used) / 1024,
            errors=sum(run.errors for run in runs),
            clean=len(clean),
            load=machine.load(),
        )

    async def _all(self, op: Op, concurrency: int) -> list[_Run]:
        rng = random.Random(concurrency)
        limit = aiohttp.TCPConnector(limit=concurrency)
        async with aiohttp.ClientSession(
            self.base, connector=limit, cookies=self.cookies, timeout=aiohttp.ClientTimeout(120)
        ) as session:
            await self._some(session, op, rng, concurrency, WARM_UP)
            return [
                await self._some(session, op, rng, concurrency, MOST.get(concurrency, 100))
                for _ in range(REPEATS)
            ]

    async def _some(
        self, session: aiohttp.ClientSession, op: Op, rng: random.Random, concurrency: int, most: int
    ) -> _Run:
        seats, out = itertools.count(), _Run([], 0, 0, 0, 0, 0)
        pids = machine.tree(*self.roots)
        before = machine.cpu_seconds(pids), machine.busy_seconds(), machine.own_seconds()
        began = time.perf_counter()

        async def worker() -> None:
            while next(seats) < most and time.perf_counter() - began < SECONDS:
                await self._one(session, op.make(rng), out)

        await asyncio.gather(*(worker() for _ in range(concurrency)))
        out.wall = time.perf_counter() - began
        out.cpu = machine.cpu_seconds(machine.tree(*self.roots)) - before[0]
        ours = out.cpu + machine.own_seconds() - before[2]
        out.foreign = max(0.0, machine.busy_seconds() - before[1] - ours) / out.wall
        return out

    async def _one(self, session: aiohttp.ClientSession, request: Request, out: _Run) -> None:
        began = time.perf_counter()
        async with session.request(
            request.method, request.url, data=request.data, json=request.json,
            headers=request.headers, allow_redirects=False,
        ) as answer:  # fmt: skip
            body = await answer.read()
        out.took.append((time.perf_counter() - began) * 1000)
        out.size += len(body)
        if answer.status not in request.good or (request.holds and request.holds not in body.decode()):
            out.errors += 1
            self.faults.append(f"{request.method} {request.url}: {answer.status} {body[:200]!r}")


def _part(times: list[float], share: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
