"""The official table, 2020 to 2026, and the statutory days of 2027 whose notice is awaited."""

import csv
import secrets
from datetime import date
from pathlib import Path

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLE = Path(__file__).resolve().parent.parent / "data" / "holidays.csv"


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    years, days = apps.get_model("workdays", "Year"), apps.get_model("workdays", "SpecialDay")
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number in sorted({int(row["year"]) for row in rows}):
        own = [row for row in rows if int(row["year"]) == number]
        year = years.objects.create(
            year=number,
            is_announced=own[0]["notice"] != "",
            notice="；".join(dict.fromkeys(row["notice"] for row in own)),
            source=own[0]["source"],
        )
        days.objects.bulk_create(
            days(date=date.fromisoformat(row["date"]), kind=row["kind"], name=row["name"], year=year)
            for row in own
        )
    apps.get_model("workdays", "Edition").objects.create(id=1, token=secrets.token_hex(16))


def empty(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for name in ("SpecialDay", "Year", "Edition"):
        apps.get_model("workdays", name).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("workdays", "0001_initial")]
    operations = [migrations.RunPython(fill, empty)]
