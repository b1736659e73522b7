"""Deadlines that name a day, month, quarter, week, feast or year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from .clock import time_suffix
from .days import PLAN_ENDS, day_or_none, feast_eve, month_end, numeral

Reading = tuple[str | None, str | None]
"""(ISO day, rule): one of them is None."""

_PART_DAYS = {"上旬": 10, "初": 10, "上半月": 15, "中旬": 20, "上中旬": 20, "中": 20}
_SHIFT = {"今年": 0, "本年": 0, "本年度": 0, "当年": 0, "明年": 1, "次年": 1, "翌年": 1, "后年": 2}
_AT_YEARS_TURN = {"过年": "春节", "年关": "春节", "年": "春节"}
_PLANS_AHEAD = 11  # from this month on 上半年 may be that of the next year
_LONG_PAST = timedelta(days=90)


def _number(words: str | None) -> int | None:
    value = numeral(words) if words else None
    return int(value) if value is not None else None


def _year(found: dict[str, str | None], context: date | None) -> int | None:
    if found.get("y"):
        return _number((found["y"] or "").replace("○", "〇"))
    if found.get("ry") and context:
        return context.year + _SHIFT[found["ry"] or "今年"]
    return None


def part_of_month(year: int, month: int, part: str | None) -> date | None:
    """The last day of a part of a month (上旬 ends on the 10th, 底 or nothing on the last)."""
    if not (1 <= month <= 12 and 1 <= year <= 9998):
        return None
    return day_or_none(year, month, _PART_DAYS[part]) if part in _PART_DAYS else month_end(year, month)


def yearless(month: int, day: int, context: date | None, tail: str = "") -> Reading:
    """A day without its year: the next one after ``context``, never one in the past.

    A day a little before the context stays a rule: the document may have been dated late.
    """
    if not (1 <= month <= 12) or day_or_none(2000, month, day) is None:
        return None, f"invalid-date --{month:02d}-{day:02d}"
    rule = f"--{month:02d}-{day:02d}{tail}"
    if context is None:
        return None, rule
    this_year = day_or_none(context.year, month, day)
    if this_year and this_year >= context:
        return this_year.isoformat(), None
    next_year = day_or_none(context.year + 1, month, day)
    if next_year and (this_year is None or context - this_year > _LONG_PAST):
        return next_year.isoformat(), None
    return None, rule


def _dated(year: int, month: int, day: int) -> Reading:
    found = day_or_none(year, month, day)
    return (found.isoformat(), None) if found else (None, f"invalid-date {year}-{month:02d}-{day:02d}")


def _day(found: dict[str, str | None], context: date | None) -> Reading | None:
    month, day = _number(found["m"]), _number(found["d"])
    if month is None or day is None:
        return None
    year = None if found.get("anew") else _year(found, context)
    if year:
        return _dated(year, month, day)
    if found.get("ry") in ("次年", "明年", "翌年"):
        return None, f"next-year {month:02d}-{day:02d}"
    return yearless(month, day, context, time_suffix(found.get("t")))


def _slash_day(found: dict[str, str | None], context: date | None) -> Reading | None:
    """4/3前, or 11/12 at the head of a clause before what is to be done."""
    return _day({"m": found["m"] or found["m2"], "d": found["d"] or found["d2"]}, context)


def _not_yet_begun(found: dict[str, str | None]) -> bool:
    """6月前: before June begins. 6月份前, 6月底前 and 6月以内 reach to its end."""
    return not found["p"] and not found.get("whole") and (found["b"] or "") in ("前", "之前", "以前")


def _month(found: dict[str, str | None], context: date | None) -> Reading | None:
    month = _number(found["m"])
    if month is None or not 1 <= month <= 12 or not (found["p"] or found["b"]):
        return None
    if found.get("anew") and (found["p"] or "底") in ("底", "末"):
        return None, f"next-year {month:02d}-EOM"
    if _not_yet_begun(found):
        year, month = _year(found, context), month - 1 or 12
        if year and month == 12:
            year -= 1
    else:
        year = _year(found, context)
    if year:
        end = part_of_month(year, month, found["p"])
        return (end.isoformat(), None) if end else None
    end = part_of_month(context.year if context else 2001, month, found["p"])
    if end is None:
        return None
    if context is None and found["p"] not in _PART_DAYS:
        return None, f"next-year {month:02d}-EOM" if found.get("ry") else f"--{month:02d}-EOM"
    reading = yearless(end.month, end.day, context)
    if context and reading[0] and reading[0][:4] != str(end.year):  # February of another year
        later = part_of_month(end.year + 1, month, found["p"])
        return (later.isoformat(), None) if later else reading
    return reading


def _month_week(found: dict[str, str | None], context: date | None) -> Reading | None:
    """4月第二周: by its fourteenth day, for a month need not begin with a week. 第一个工作日 is left to the calendar."""
    month, number = _number(found["m"]), _number(found["n"])
    if month is None or not 1 <= month <= 12:
        return None
    if number is None:  # 最后一周
        last = {"m": found["m"], "p": "底", "b": None, "y": found["y"], "ry": found["ry"]}
        return (None, f"--{month:02d}-WD-1") if found["k"] == "工作日" else _month(last, context)
    if found["k"] == "工作日":
        return None, f"--{month:02d}-WD{number}"
    return _day({"m": str(month), "d": str(7 * number), "y": found["y"], "ry": found["ry"]}, context)


def _period(found: dict[str, str | None], context: date | None) -> Reading | None:
    month = _number(found.get("m") or found["m1"])
    day = _number(found.get("d") or found.get("d2"))
    if month is None or not 1 <= month <= 12:
        return None
    stated = {"y": found.get("y2") or found.get("y"), "ry": found.get("ry")}
    if day is not None:
        return _day({"m": str(month), "d": str(day), **stated}, context)
    return _month({"m": str(month), "p": found.get("p") or "底", "b": None, **stated}, context)


def _ends(year: int | None, month: int, context: date | None, rule: str) -> Reading:
    """The end of ``month``: of ``year``, or else as a day without its year is read, so that one just gone by stays a rule."""
    if year:
        return month_end(year, month).isoformat(), None
    if context is None:
        return None, rule
    end = month_end(context.year, month)
    reading = yearless(end.month, end.day, context)
    return reading if reading[0] else (None, rule)


def _has_ended(month: int, context: date | None) -> bool:
    """一季度 alone, told in May, is the one gone by."""
    return context is not None and context.month > month


def _quarter(found: dict[str, str | None], context: date | None) -> Reading | None:
    if number := found["q"] or found["q4"]:
        month = 3 * (_number(number) or 4)
        if not (found["p"] or found["b"] or found["y"] or found["ry"]) and _has_ended(month, context):
            return None
    else:
        alone = found["h"] == "上半年" and not (found["p"] or found["b"] or found["y"] or found["ry"])
        if alone and context and 6 < context.month < _PLANS_AHEAD:  # told in August, it is the one gone by
            return None
        month = 6 if found["h"] == "上半年" or _not_yet_begun(found | {"whole": None}) else 12
    return _ends(_year(found, context), month, context, f"--{month:02d}-EOM")


def _year_only(found: dict[str, str | None], context: date | None) -> Reading | None:
    year = int(found["y"] or 0)
    if not (found["to"] or found["p"] or found["b"]) or year < 1900:
        return None
    return f"{year:04d}-12-31", None


def _year_end(found: dict[str, str | None], context: date | None) -> Reading | None:
    if found["p"] in ("底", "末", "内", "之内") and not found["ry"]:
        return None
    if (found["p"] or "").startswith("年中"):
        return _ends(_year(found, context), 6, context, "--06-EOM")
    if context is None:
        return None, "next-year 12-31" if found["ry"] in ("明年", "次年", "翌年") else "year-end"
    return f"{context.year + _SHIFT[found['ry'] or '今年']:04d}-12-31", None


def _plan(found: dict[str, str | None], context: date | None) -> Reading | None:
    year = PLAN_ENDS[found["plan"] or ""]
    return None if context and year < context.year else (f"{year}-12-31", None)


def _this_month(found: dict[str, str | None], context: date | None) -> Reading | None:
    if not (found["d"] or found["p"] or found["b"]):
        return None
    later = (found["mm"] or "")[0] in "下次"
    day = _number(found["d"])
    if context is None or found["mm"] == "次月":
        return None, f"next-month {day or 'EOM'}" if later else f"month {day:02d}" if day else "month-end"
    index = context.year * 12 + context.month - 1 + later
    year, month = index // 12, index % 12 + 1
    if day is not None:
        return _dated(year, month, day)
    end = part_of_month(year, month, found["p"])
    return (end.isoformat(), None) if end else None


def _month_end(found: dict[str, str | None], context: date | None) -> Reading | None:
    if found["mid"]:
        return None, "month-mid"
    return (month_end(context.year, context.month).isoformat(), None) if context else (None, "month-end")


def _quarter_end(found: dict[str, str | None], context: date | None) -> Reading | None:
    if context is None:
        return None, "quarter-end"
    index = (
        context.year * 4 + (context.month - 1) // 3 + ((found["qq"] or found["now"] or "").startswith("下"))
    )
    return month_end(index // 4, index % 4 * 3 + 3).isoformat(), None


def _week(found: dict[str, str | None], context: date | None) -> Reading | None:
    told = found["b"] or found["ww"] or (found["t"] and found["w"]) or found.get("ahead")
    if not told and not (found["p"] or "").endswith("内"):
        return None
    weekday = int(numeral(found["w"]) or 7) if found["w"] else 7
    if context is None:
        return None, f"week {weekday}" if (found["ww"] or "") not in (
            "下",
            "下个",
        ) else f"next-week {weekday}"
    weeks = {"下": 1, "下个": 1, "下下": 2}.get(found["ww"] or "", 0)
    day = context - timedelta(days=context.isoweekday()) + timedelta(days=weekday + 7 * weeks)
    if day < context and not found["ww"]:
        day += timedelta(days=7)
    return (day.isoformat(), None) if day >= context else (None, f"week {weekday}")


def _bare_day(found: dict[str, str | None], context: date | None) -> Reading | None:
    day = _number(found["d"])
    if day is None or not 1 <= day <= 31:
        return None
    if context is None:
        return None, f"month {day:02d}"
    for ahead in range(2):
        index = context.year * 12 + context.month - 1 + ahead
        hit = day_or_none(index // 12, index % 12 + 1, day)
        if hit and hit >= context:
            return hit.isoformat(), None
    return None, f"month {day:02d}"


def _soon(found: dict[str, str | None], context: date | None) -> Reading | None:
    words = (found["s"] or "今").replace("今明", "明").replace("明后", "后")
    ahead = {"明": 1, "后": 2, "大": 3, "次": 1, "第": 1}.get(words[0], 0)
    if context is None or (found["s"] or "").startswith(("当", "次", "第")):
        return None, f"P{ahead}D" if ahead else "same-day"
    return (context + timedelta(days=ahead)).isoformat(), None


def _feast(found: dict[str, str | None], context: date | None) -> Reading | None:
    names = [
        _AT_YEARS_TURN.get(name or "", name or "").strip("“”") for name in (found["f"], found["f2"]) if name
    ]
    eves = [eve for name in names if context and (eve := feast_eve(name, context))]
    return (min(eves).isoformat(), None) if eves else (None, f"before {names[0].removesuffix('节')}")


def _season(found: dict[str, str | None], context: date | None) -> Reading | None:
    return None, f"before {found['season']}"


def _once_over(found: dict[str, str | None], context: date | None) -> Reading | None:
    return None, f"after {found['over'] or found['over2']}"


def _term(found: dict[str, str | None], context: date | None) -> Reading | None:
    if found["off"]:
        return None, "holidays"
    ends = found["close"] or found["exam"]
    return None, "term begin" if found["begin"] else "term end" if ends else "week of term"


def _hour(found: dict[str, str | None], context: date | None) -> Reading | None:
    tail = time_suffix(found["t"])
    ahead = (found["t"] or "").startswith("凌晨")  # the night to come
    day = context + timedelta(days=ahead) if context else None
    return (day.isoformat(), None) if day else (None, f"same-day{tail}")


READERS: dict[str, Callable[[dict[str, str | None], date | None], Reading | None]] = {
    "month_week": _month_week, "period": _period, "months": _period, "day": _day, "figures": _day, "month": _month, "quarter": _quarter, "year": _year_only,
    "year_end": _year_end, "plan": _plan, "this_month": _this_month, "month_end": _month_end,
    "quarter_end": _quarter_end, "week": _week, "bare_day": _bare_day, "soon": _soon, "feast": _feast,
    "season": _season, "slash_day": _slash_day, "hour": _hour, "dated_eve": _day, "once_over": _once_over, "term": _term,
}  # fmt: skip
