"""Days as they stand on paper (rule X-04)."""

from datetime import date


def written(day: date | None) -> str:
    """2026年3月5日; "" for none."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def brief(day: date | None, today: date) -> str:
    """3月5日 within this year."""
    return written(day).removeprefix(f"{today.year}年")
