"""Several people at once, each in a thread with a database connection of its own."""

import threading
from collections.abc import Callable

from django.db import connections

from zhongshu.kernel.refusals import Refusal


def at_once(work: Callable[[int], object], crowd: int) -> list[Refusal | None]:
    """``work`` by ``crowd`` threads that begin together; what each was refused, None for who was let through.

    Anything but a refusal is raised here.
    """
    start, ends = threading.Barrier(crowd), dict[int, BaseException | None]()

    def run(number: int) -> None:
        start.wait()
        try:
            work(number)
            ends[number] = None
        except BaseException as ended:  # noqa: BLE001  told to the test, which raises it again
            ends[number] = ended
        finally:
            connections.close_all()

    crew = [threading.Thread(target=run, args=(number,)) for number in range(crowd)]
    for one in crew:
        one.start()
    for one in crew:
        one.join()
    for ended in ends.values():
        if ended is not None and not isinstance(ended, Refusal):
            raise ended
    return [ends[number] for number in range(crowd)]  # type: ignore[misc]
