"""Figures as Markdown tables."""

from collections.abc import Iterable
from typing import Any

HEAD = (
    "op | system | database | c1 p50/p95 ms | cpu ms/op | c8 p50/p95 ms | c8 ops/s | cpu ms/op at c8 | kB | "
    "errors | clean | load"
)


def markdown(reports: Iterable[dict[str, Any]]) -> str:
    """One table of operations for each size, then memory, sizes, right answers and the database alone."""
    reports = list(reports)
    lines: list[str] = []
    for count in sorted({report["count"] for report in reports}):
        same = [report for report in reports if report["count"] == count]
        lines += [f"## {count:,} matters", "", *_operations(same), "", *_facts(same), *_alone(same), ""]
    return "\n".join(lines)


def _operations(reports: list[dict[str, Any]]) -> list[str]:
    rows = []
    for report in reports:
        for code in dict.fromkeys(one["code"] for one in report["figures"]):
            at = {one["concurrency"]: one for one in report["figures"] if one["code"] == code}
            rows.append((code, report["system"], report["database"], at))
    rows.sort(key=lambda row: (row[0], row[1] == "redmine"))
    return [f"| {HEAD} |", "|---" * (HEAD.count("|") + 1) + "|", *(_operation(*row) for row in rows)]


def _operation(code: str, system: str, database: str, at: dict[int, dict[str, Any]]) -> str:
    one, eight = at.get(1), at.get(8)
    some = one or eight or next(iter(at.values()))
    cells = [
        code,
        system,
        database,
        f"{one['p50']:.1f}/{one['p95']:.1f}" if one else "",
        f"{one['cpu']:.1f}" if one else "",
        f"{eight['p50']:.1f}/{eight['p95']:.1f}" if eight else "",
        f"{eight['rate']:.1f}" if eight else "",
        f"{eight['cpu']:.1f}" if eight else "",
        f"{some['kilobytes']:.0f}",
        str(sum(figures["errors"] for figures in at.values())),
        ",".join(str(figures["clean"]) for figures in at.values()),
        some["load"],
    ]
    return "| " + " | ".join(cells) + " |"


def _facts(reports: list[dict[str, Any]]) -> list[str]:
    lines = []
    for report in reports:
        rss = max((one["rss"] for one in report["figures"]), default=0)
        pss = max((one["pss"] for one in report["figures"]), default=0)
        whole = max((one["all_pss"] for one in report["figures"]), default=0)
        right = sum(found == wanted for _, found, wanted in report["answers"])
        wrong = [f"{what} {found}/{wanted}" for what, found, wanted in report["answers"] if found != wanted]
        name = f"{report['system']} on {report['database']}"
        lines.append(
            f"- {name}: web {pss:.0f} MB PSS ({rss:.0f} MB RSS added up), {whole:.0f} MB PSS with all its "
            f"workers; database {report['size_mb']:.0f} MB fresh;"
        )
        lines.append(
            f"  answers right {right} of {len(report['answers'])}"
            + (f": {', '.join(wrong)}" if wrong else "")
            + "."
        )
        lines += [f"  - fault: {fault}" for fault in report["faults"][:6]]
    return lines


def _alone(reports: list[dict[str, Any]]) -> list[str]:
    lines: list[str] = []
    for report in reports:
        if not report["alone"]:
            continue
        lines += [
            "",
            f"{report['system']} on {report['database']}, one page in process and its statements alone:",
            "",
        ]
        lines += [
            "| op | page ms | its SQL at once ms | ratio | its SQL after a page ms | ratio | its SQL within the page ms | ratio "
            "| first page ms (of) | statements |",
            "|---|---|---|---|---|---|---|---|---|---|",
        ]
        for code, one in report["alone"].items():
            page, at_once, after = one["page_ms"], one["sql_ms"], one["sql_after_page_ms"]
            within = one["sql_in_page_ms"]
            inside = f"{within:.2f} | {one['clocked_page_ms'] / within:.1f}" if within else " | "
            first = f"{one['first_ms']:.1f} ({one['firsts']})" if one["firsts"] else ""
            lines.append(
                f"| {code} | {page:.2f} | {at_once:.2f} | {page / at_once:.1f} | {after:.2f} | {page / after:.1f} "
                f"| {inside} | {first} | {one['queries']} |"
            )
    return lines
