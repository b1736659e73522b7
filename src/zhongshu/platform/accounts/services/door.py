"""The trail of the door (rule G-05 {S}): who entered or left, who failed to, from where."""

from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.platform.accounts import registry
from zhongshu.platform.accounts.models import User
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case

STREAM = "door"
NAME_AT_MOST = 40


def caller(user: User | None) -> Actor:
    """Who stands at the door; of a stranger nothing is known, and what he typed is not kept."""
    if user is None:
        return Actor(person_id=None, name="—")
    holder = registry.holders([user.pk]).get(user.pk)
    name = holder.name if holder else user.username
    return Actor(person_id=None, name=name[:NAME_AT_MOST], user_id=user.pk)


@use_case("accounts.note_entry")
def note_entry(*, actor: Actor, way: str, address: str, at: datetime) -> None:
    """Somebody entered. ``way``: password, second_factor, recovery_code, demo."""
    _note("accounts.entered", actor, address, at, way=way)


@use_case("accounts.note_refusal")
def note_refusal(*, actor: Actor, why: str, address: str, at: datetime) -> None:
    """Somebody was not let in. ``why``: password, closed, second_factor, locked."""
    _note("accounts.entry_refused", actor, address, at, why=why)


@use_case("accounts.note_leaving")
def note_leaving(*, actor: Actor, address: str, at: datetime) -> None:
    """Somebody left by the door."""
    _note("accounts.left", actor, address, at)


def _note(verb: str, actor: Actor, address: str, at: datetime, **told: str) -> None:
    data = {"user": actor.user_id, "address": address, **told}
    journal.record(stream=STREAM, verb=verb, actor=actor, at=at, data=data)
