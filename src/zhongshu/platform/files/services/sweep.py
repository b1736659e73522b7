from datetime import datetime, timedelta

from zhongshu.platform.files import depot
from zhongshu.platform.files.models import Blob

GRACE = timedelta(hours=6)


def sweep(*, at: datetime) -> list[str]:
    """Remove bytes that no row names and that have lain for six hours; the names of what went.

    Killed processes leave such bytes; a roll-back clears up after itself. Changes no record.
    """
    gone = []
    for path in depot.lying():
        if path.stat().st_mtime > (at - GRACE).timestamp():
            continue
        if path.parent.name == "incoming":
            path.unlink(missing_ok=True)
            gone.append(path.name)
        elif not Blob.objects.filter(sha256=path.name).exists() and depot.remove(path.name):
            gone.append(path.name)
    return gone
