"""What every verb of the organisation does at its end."""

from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.org.models import Person, Unit
from zhongshu.platform.journal import services as journal

Subject = Unit | Person


def stream_of(subject: Subject) -> str:
    """The journal stream of a unit or a person."""
    return f"{'unit' if isinstance(subject, Unit) else 'person'}:{subject.pk}"


def told(subject: Subject, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Write ``verb`` into the journal of the unit or person."""
    journal.record(stream=stream_of(subject), verb=f"org.{verb}", actor=actor, at=at, data=facts)


def keep(subject: Subject, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Save the unit or person, and write ``verb`` into its journal."""
    subject.save()
    told(subject, verb, actor=actor, at=at, **facts)
