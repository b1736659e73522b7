from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.steps import Step, unheard
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.journal.sentences import wording
from zhongshu.platform.workdays.rules import Row
from zhongshu.platform.workdays.services.import_table import import_table


@dataclass(frozen=True, slots=True)
class Move:
    """A date that would go elsewhere: what it belongs to (number, else stream), from, to, in a sentence, its journal."""

    what: str
    old: date
    new: date
    sentence: str
    stream: str


def trial(
    *, actor: Actor, year: int, notice: str, source: str, rows: Sequence[Row], at: datetime,
    step: Step = unheard,
) -> list[Move]:  # fmt: skip
    """The shifts that ``import_table`` with the same arguments would journal; nothing is kept.

    It is carried out and undone again, so it says exactly what will happen. Refusals are those of the
    import itself.
    """
    with transaction.atomic():
        before = Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        import_table(actor=actor, year=year, notice=notice, source=source, rows=rows, at=at, step=step)
        written = Entry.objects.filter(pk__gt=before).order_by("pk")
        moves = [_move(entry) for entry in written if {"old", "new"} <= entry.facts.keys()]
        transaction.set_rollback(True)
    return moves


def _move(entry: Entry) -> Move:
    facts = entry.facts
    old, new = date.fromisoformat(facts["old"]), date.fromisoformat(facts["new"])
    what, sentence = str(facts.get("number") or entry.stream), str(wording(entry.verb).sentence(facts))
    return Move(what, old, new, sentence, entry.stream)
