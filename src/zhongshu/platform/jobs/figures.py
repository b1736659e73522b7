"""Figures for the system administrator's page. An app above adds its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage

from django.conf import settings
from django.db import connection
from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Title = str | Promise
Measure = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """A title and what it measures, asked when the page is drawn."""

    title: Title
    measure: Measure


_figures: dict[str, Figure] = {}


def figure(code: str, title: Title, measure: Measure) -> None:
    """Show what ``measure()`` says under ``title``. The same code again replaces the former one."""
    _figures[code] = Figure(title, measure)


def measured() -> list[tuple[Title, object]]:
    """All figures as they are now, in the order of their codes."""
    return [(each.title, each.measure()) for _code, each in sorted(_figures.items())]


def database_bytes() -> int:
    """The size of the database."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return int(cursor.fetchone()[0])


def free_bytes() -> int:
    """What is free on the disk of the files."""
    place = Path(settings.FILES_ROOT)
    while not place.exists():
        place = place.parent
    return disk_usage(place).free


figure("a.database", _("数据库"), lambda: f"{connection.vendor} · {filesizeformat(database_bytes())}")
figure("b.free", _("文件盘剩余"), lambda: filesizeformat(free_bytes()))
