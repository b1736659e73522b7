from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.accounts import policies
from zhongshu.platform.journal import queries
from zhongshu.platform.journal import services as journal
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.journal.queries import Break
from zhongshu.platform.usecases.registry import use_case

STREAM = "journal"
VERIFIED_AT_ONCE = 200_000


@use_case("accounts.verify_journal")
def verify_journal(*, actor: Actor, at: datetime) -> Break | None:
    """Check every chain and every seal; the first that does not hold, or None. That it was done is journalled.

    Refused for more than 200 000 entries: that takes minutes and belongs on the command line.
    """
    policies.require_page(policies.reads_journal(actor))
    count = Entry.objects.count()
    if count > VERIFIED_AT_ONCE:
        raise Refusal(
            "too_long_for_a_page",
            _("留痕已有 %(count)d 条，在页面上校验太久。") % {"count": count},
            hint=_("请系统管理员在服务器上运行 zhongshu journal verify。"),
        )
    broken = queries.first_break()
    told = {"count": count, "where": f"{broken.where}: {broken.why}" if broken else ""}
    journal.record(stream=STREAM, verb="accounts.journal_verified", actor=actor, at=at, data=told)
    return broken


@use_case("accounts.export_journal")
def export_journal(*, actor: Actor, count: int, wanted: str, at: datetime) -> None:
    """Journal that ``count`` entries were carried away, and of what kind."""
    policies.require_page(policies.reads_journal(actor))
    told = {"count": count, "wanted": wanted}
    journal.record(stream=STREAM, verb="accounts.journal_exported", actor=actor, at=at, data=told)
