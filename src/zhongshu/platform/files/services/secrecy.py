from datetime import datetime

from django.db import transaction

from zhongshu.kernel.actors import Actor
from zhongshu.platform.files import registry, rules
from zhongshu.platform.files.refusals import SecrecyMarked
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.aftermath import after_failure

STREAM = "secrecy"


def refuse_secrets(text: str, *, actor: Actor, at: datetime) -> None:
    """Raise SecrecyMarked when ``text`` bears a secrecy mark (C-01, C-03); call it inside the use case.

    For pasted text and typed fields as for files. Only time, person and reason are journalled, after
    the use case has been rolled back, and the listeners of ``registry`` are told.
    """
    mark = rules.C_01_secrecy_mark(text)
    if mark:
        after_failure(lambda: _note(actor, mark, at))
        raise SecrecyMarked(mark.rule)


@transaction.atomic
def _note(actor: Actor, mark: rules.Mark, at: datetime) -> None:
    journal.record(
        stream=STREAM, verb="files.turned_away_marked", actor=actor, at=at, data={"rule": mark.rule}
    )
    registry.tell_of_secrecy_mark(actor, at)
