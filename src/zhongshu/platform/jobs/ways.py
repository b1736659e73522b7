"""What runs keep beside the database, under PRODUCTS_ROOT: the file made, the way done, the word to stop.

A run in the midst of a transaction tells its way here, where others see it at once; and whoever wants it
stopped says so here, for the database may be locked by the run itself.
"""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

WAY, STOP = "way", "stop"


def place(run_id: int, what: str = "") -> Path:
    """Where the product of a run lies; or its ``way``, or its ``stop``."""
    folder = Path(settings.PRODUCTS_ROOT)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / (f"{run_id}.{what}" if what else str(run_id))


def tell(run_id: int, done: int) -> None:
    """``done`` steps are done."""
    passing = place(run_id, f"{WAY}.new")
    passing.write_text(str(done))
    passing.replace(place(run_id, WAY))


def told(run_id: int) -> int | None:
    """How many steps are done; None where the run tells nothing here."""
    try:
        return int(place(run_id, WAY).read_text())
    except FileNotFoundError:
        return None


def heard_at(run_id: int) -> datetime | None:
    """When the run last told its way here."""
    way = place(run_id, WAY)
    return datetime.fromtimestamp(way.stat().st_mtime, UTC) if way.exists() else None


def stop(run_id: int) -> None:
    """Nobody wants the run any more."""
    place(run_id, STOP).touch()


def is_to_stop(run_id: int) -> bool:
    """Whether somebody said so."""
    return place(run_id, STOP).exists()


def forget(run_id: int, *, product: bool) -> None:
    """The run is over; its ``product`` goes too if it came to nothing."""
    for what in (WAY, STOP, *([""] if product else [])):
        place(run_id, what).unlink(missing_ok=True)
