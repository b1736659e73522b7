"""The goals, and how far each was met: ratios to the peer, to the page's own SQL, to the smaller data set."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

TIMES_CHEAPER = {"W1": 3.0, "W2": 3.0, "W3": 5.0, "W4": 5.0, "W5": 5.0, "W6": 5.0}
LISTS = ("W3", "W4", "W5")
READS = (*LISTS, "W6")
PAGE_TO_SQL, WEB_MB, DATABASE_MB, GROWTH = 3.0, 250.0, 350.0, 1.5
SIZE_OF_GOALS = 100_000
Report = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One goal in one run; ``met`` None where the goal is not set for this size."""

    goal: str
    where: str
    measured: float
    wanted: str
    met: bool | None


def lines(reports: Iterable[Report]) -> list[Line]:
    """Every goal that the figures at hand can answer."""
    reports = list(reports)
    ours = [one for one in reports if one["system"] == "zhongshu"]
    out: list[Line] = []
    for report in ours:
        where = f"{report['count']:,} {report['database']}"
        counts = report["count"] >= SIZE_OF_GOALS
        out += _against_peer(report, reports, where, counts)
        for code, one in report["alone"].items():
            if code in LISTS:
                within = one["clocked_page_ms"] / one["sql_in_page_ms"]
                out.append(_most(f"{code} page / its own SQL within it", where, within, PAGE_TO_SQL, True))
                at_once = one["page_ms"] / one["sql_ms"]
                out.append(
                    _most(f"{code} page / its own SQL repeated at once", where, at_once, PAGE_TO_SQL, True)
                )
        web = max((one["pss"] for one in report["figures"]), default=0.0)
        out.append(_most("web memory MB PSS", where, web, WEB_MB, counts))
        if report["count"] == SIZE_OF_GOALS:
            out.append(_most("database MB", where, report["size_mb"], DATABASE_MB, True))
        wrong = sum(found != wanted for _question, found, wanted in report["answers"])
        out.append(_most("wrong answers", where, wrong, 0, True))
    return out + _growth(ours)


def _against_peer(report: Report, reports: list[Report], where: str, counts: bool) -> list[Line]:
    peers = [one for one in reports if one["system"] != "zhongshu" and one["count"] == report["count"]]
    out = []
    for peer in peers:
        theirs = {(one["code"].rstrip("h"), one["concurrency"]): one["cpu"] for one in peer["figures"]}
        for one in report["figures"]:
            seat = one["code"], one["concurrency"]
            if one["cpu"] and seat in theirs:
                times, wanted = theirs[seat] / one["cpu"], TIMES_CHEAPER[one["code"]]
                goal = f"{one['code']} times less CPU than {peer['system']}, {one['concurrency']} at a time"
                out.append(Line(goal, where, times, f"≥ {wanted:g}", times >= wanted if counts else None))
    return out


def _growth(ours: list[Report]) -> list[Line]:
    """p95 and CPU of the largest data set against the smallest, for each database."""
    out = []
    for database in dict.fromkeys(one["database"] for one in ours):
        same = sorted((one for one in ours if one["database"] == database), key=lambda one: one["count"])
        small, large = same[0], same[-1]
        if small is large:
            continue
        where = f"{large['count']:,} to {small['count']:,} {database}"
        for code in READS:
            before, after = _at_one(small, code), _at_one(large, code)
            if before and after:
                out.append(_most(f"{code} p95 growth", where, after["p95"] / before["p95"], GROWTH, True))
                out.append(_most(f"{code} CPU growth", where, after["cpu"] / before["cpu"], GROWTH, True))
    return out


def _at_one(report: Report, code: str) -> dict[str, Any] | None:
    found = [one for one in report["figures"] if one["code"] == code and one["concurrency"] == 1]
    return found[0] if found else None


def _most(goal: str, where: str, measured: float, limit: float, counts: bool) -> Line:
    return Line(goal, where, measured, f"≤ {limit:g}", measured <= limit if counts else None)


def markdown(found: Iterable[Line]) -> str:
    """The goals as one table."""
    word = {True: "yes", False: "**no**", None: "not set for this size"}
    rows = [
        f"| {one.goal} | {one.where} | {one.measured:.2f} | {one.wanted} | {word[one.met]} |" for one in found
    ]
    return "\n".join(
        ["| goal | matters, database | measured | wanted | met |", "|---|---|---|---|---|", *rows]
    )
