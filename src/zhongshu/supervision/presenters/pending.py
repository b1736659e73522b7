"""What was asked for and waits for a decision, said on the page of its matter."""

from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.clock import local_day
from zhongshu.supervision.models import Extension, Suspension
from zhongshu.supervision.presenters.standing import Stuck
from zhongshu.ui.wording import span_words


def asked_to_stop(asked: Suspension | None, today: date) -> Stuck | None:
    """That somebody asked for the clock to stop, as long as it is not decided; it runs on meanwhile."""
    if asked is None or asked.decided_at is not None:
        return None
    days = span_words((today - local_day(asked.asked_at)).days)
    told = {"name": asked.asked_by.name, "days": days, "review_on": asked.review_on}
    return Stuck(
        _("%(name)s申请中止计时，等领导审批，%(days)s；批准前照常计时。%(review_on)s 前复核。") % told,
        asked.reason,
    )


def asked_for_later(asked: Extension | None, today: date) -> Stuck | None:
    """That somebody asked for a later date, as long as it is not decided."""
    if asked is None:
        return None
    days = span_words((today - local_day(asked.asked_at)).days)
    told = {"name": asked.asked_by.name, "days": days, "old": asked.old_due, "new": asked.new_due}
    return Stuck(_("%(name)s申请由 %(old)s 延至 %(new)s，等领导审批，%(days)s。") % told, asked.reason)
