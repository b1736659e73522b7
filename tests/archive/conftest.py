from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.conf import LazySettings

from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters.models import Group, Matter
from zhongshu.org.models import Unit, UnitKind

AT = datetime(2026, 6, 30, 8, 0, tzinfo=UTC)


@pytest.fixture
def archive_root(tmp_path: Path, settings: LazySettings) -> Path:
    settings.ARCHIVE_ROOT = tmp_path / "archive"
    return tmp_path / "archive"


@pytest.fixture
def office(db: None) -> Unit:
    """澄江市委办公室, an organ with a fonds number."""
    organ = Unit.objects.create(
        code="SWB",
        name="澄江市委办公室",
        short_name="市委办",
        kind=UnitKind.ORGAN,
        path="",
        fonds_code="Z001",
    )
    organ.organ, organ.path = organ, f"/{organ.pk}/"
    organ.save()
    return organ


def closed_matter(organ: Unit, title: str = "老旧小区改造进度督办") -> Matter:
    return Matter.objects.create(
        kind="directive",
        state="closed_out",
        group=Group.CLOSED,
        title=title,
        organ=organ,
        unit=organ,
        current_due=date(2026, 6, 30),
        opened_at=datetime(2026, 5, 6, 1, tzinfo=UTC),
        closed_at=datetime(2026, 6, 29, 1, tzinfo=UTC),
    )


__all__ = ["AT", "SYSTEM", "closed_matter"]
