from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a person decided about the open matters that a task is like.

    ``how``  "" nothing yet, "link" open it and link it to ``other_id``, "merge" open nothing and let its
    units support ``other_id``, "go_on" open it because of ``reason``.
    """

    how: str = ""
    other_id: int | None = None
    reason: str = ""


UNDECIDED = Decided()
"""What stands where nobody was asked yet."""
