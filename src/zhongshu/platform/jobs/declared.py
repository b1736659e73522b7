"""Jobs by name. An app declares its own in ``jobs.py``, which is read at start."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from zhongshu.kernel.actors import Actor

Title = str | Promise
Function = Callable[..., object]

Allowed = Callable[[Actor], bool]


def everybody(_actor: Actor) -> bool:
    """Whoever asked for it may have what came of it."""
    return True


@dataclass(frozen=True, slots=True)
class Job:
    """Work done behind the scenes: ``function(progress, **args)``; its outcome is plain JSON.

    ``attempts`` is how often it may be begun when a worker died under it: more than once only
    where beginning again does no harm. ``allowed`` says who may (still) have the file it makes.
    """

    name: str
    title: Title
    function: Function
    attempts: int = 1
    allowed: Allowed = everybody


JOBS: dict[str, Job] = {}


def job(
    name: str, title: Title, *, attempts: int = 1, allowed: Allowed = everybody
) -> Callable[[Function], Job]:
    """Make ``function(progress, **args)`` the job ``name``, shown to people as ``title``.

    The function is one to five lines that call a service. It calls ``progress.step()`` as it goes
    (at least every ten minutes) and may return ``{"url": …, "text": …}`` as the way to what it made.
    """

    def declare(function: Function) -> Job:
        return put(Job(name, title, function, attempts, allowed))

    return declare


def put(declared: Job) -> Job:
    """Enter a job; a name is given once."""
    if declared.name in JOBS:
        raise ValueError(f"there is already a job called {declared.name}")
    JOBS[declared.name] = declared
    return declared
