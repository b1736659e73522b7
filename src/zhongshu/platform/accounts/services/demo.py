from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.platform.accounts import policies
from zhongshu.platform.accounts.models import DemoGuest, User
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("accounts.invite_demo_guest")
def invite_demo_guest(
    *, actor: Actor, user_id: int, name: str, label: str, order: int, at: datetime
) -> DemoGuest:
    """List an account on the demonstration's log-in page: ``name``, and ``label``: what to try."""
    policies.require_keeper(actor)
    user = User.objects.get(pk=user_id)
    guest = DemoGuest.objects.create(user=user, name=name, label=label, order=order)
    journal.record(stream=user.stream, verb="accounts.demo_guest", actor=actor, at=at, data={"label": label})
    return guest
