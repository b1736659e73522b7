"""What siblings on the platform need of one another, and may not ask themselves."""

from datetime import date, datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.org.models import Person
from zhongshu.platform.accounts.models import AdminRole
from zhongshu.platform.files import registry as files
from zhongshu.platform.notify import registry as notify
from zhongshu.platform.notify import services as notices
from zhongshu.platform.notify.models import Weight
from zhongshu.platform.workdays import queries as workdays


def is_workday(day: date) -> bool:
    """By the official table: notices rest when the office rests."""
    return workdays.calendar().works(day)


def tell_security(actor: Actor, at: datetime) -> None:
    """The security administrators hear that a marked paper was turned away: who and when, never what (C-01)."""
    keepers = Person.objects.filter(
        user__admin_role=AdminRole.SECURITY, user__is_active=True, left_on__isnull=True
    )
    text = on_record("%(name)s 提交的内容带有密级标志，已拒收，请核实处置。") % {"name": actor.name}
    for keeper in keepers:
        notices.tell(
            person_id=keeper.pk, subject=f"secrecy:{actor.person_id}", text=text, weight=Weight.ACT, at=at
        )


notify.use_calendar(is_workday)
files.on_secrecy_mark(tell_security)
