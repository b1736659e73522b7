"""Deadlines that come round (每月25日前) and deadlines counted from an event (收到批示后5个工作日内)."""

from __future__ import annotations

from .clock import time_suffix
from .days import numeral
from .due_absolute import Reading
from .periods import period

_WEEKDAYS = {"一": "Mon", "二": "Tue", "三": "Wed", "四": "Thu", "五": "Fri", "六": "Sat", "日": "Sun", "天": "Sun",
             "末": "Sun"}  # fmt: skip
_PARTS = {"初": "10", "上旬": "10", "中旬": "20"}


def _yearly(found: dict[str, str | None]) -> str | None:
    if found["e"]:
        return {"初": "yearly 01-31", "中": "yearly 06-30"}.get(found["e"][-1], "yearly 12-31")
    if found["q"]:
        return f"yearly {int(numeral(found['q']) or 4) * 3:02d}-EOM"
    if found["h"]:
        return "yearly 06-30" if found["h"] == "上半年" else "yearly 12-31"
    month = numeral(found["m"] or "")
    if month is None or not 1 <= month <= 12:
        return None
    if found["d"]:
        day = numeral(found["d"])
        return f"yearly {int(month):02d}-{int(day):02d}" if day and day <= 31 else None
    return f"yearly {int(month):02d}-{_PARTS.get(found['p'] or '', 'EOM')}"


def _monthly(found: dict[str, str | None]) -> str | None:
    if found["d"]:
        day = numeral(found["d"])
        return f"monthly {int(day):02d}" if day and day <= 31 else None
    part = found["p"] or ""
    if part.startswith("第"):
        number = int(numeral(part[1]) or 1)
        return f"monthly WD{number}" if "工作日" in part else f"monthly {7 * number:02d}"
    return f"monthly {_PARTS.get(part, 'EOM')}"


def _quarterly(found: dict[str, str | None]) -> str | None:
    month = {"首": 1, "末": 3, "最": 3}.get((found["k"] or "末")[0]) or int(
        numeral((found["k"] or "末")[1]) or 3
    )
    day = found["d"] or found["d3"]
    if day:
        return f"quarterly month{month} day{int(numeral(day) or 0):02d}"
    return f"quarterly month{month} day{_PARTS.get(found['p'] or '', 'EOM')}"


def _weekly(found: dict[str, str | None]) -> str | None:
    clock = time_suffix(found["t"]).replace("T", " ")
    return f"weekly {_WEEKDAYS[found['w'] or '五']}{clock}"


def recurring(name: str, found: dict[str, str | None]) -> Reading | None:
    """The rule of a recurring deadline whose shape is called ``name``."""
    if name == "period_end":
        every = {"半": "halfyearly", "年": "yearly", "季": "quarterly", "月": "monthly"}
        length = period(found["n"] or "", found["u"] or "")
        return (
            (None, f"{every[(found['pp'] or found['each'] or '月')[0]]} {length} after end")
            if length
            else None
        )
    if name == "halfyearly":
        return None, "halfyearly"
    if name == "termly":
        return None, "termly begin" if found["e"] == "初" else "termly end"
    if name == "daily":
        clock = time_suffix(("晚" if found["late"] else "") + (found["t"] or ""))
        return None, f"daily {clock[1:]}" if clock else "daily"
    if name == "bimonthly":
        return None, f"bimonthly {int(numeral(found['d'] or '') or 0):02d}" if found["d"] else "bimonthly EOM"
    if name == "next_monthly":
        return None, f"monthly {int(numeral(found['d'] or '') or 0):02d}"
    reader = {"yearly": _yearly, "monthly": _monthly, "quarterly": _quarterly, "weekly": _weekly}[name]
    rule = reader(found)
    return (None, rule) if rule else None
