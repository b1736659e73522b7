"""Where a supervisor finds no button to verify or to reopen, the page says why, and what can be done (rules D-12, D-25, D-30)."""

from collections.abc import Collection
from datetime import date
from itertools import islice

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.verdicts import Verdict
from zhongshu.supervision import policies, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.presenters.standing import Stuck
from zhongshu.supervision.services.verifying import free_to_verify

HAD_A_HAND = frozenset({"D-12", "D-25"})
MOST_NAMES = 3


def past_reopening(directive: Directive, today: date) -> Verdict | None:
    """The refusal that a reopening would meet because of the days gone by; None while there is time, or nothing to reopen."""
    if not directive.can("reopen") or directive.verified_at is None:
        return None
    verdict = rules.D_30_reopening(ended=local_day(directive.verified_at), today=today)
    return None if verdict else verdict


def barred(actor: Actor, directive: Directive, offered: Collection[str], today: date) -> Stuck | None:
    """Why what waits to be verified or struck off is not ``actor``'s to do, although he supervises; None otherwise."""
    verb = next((one for one in ("accept", "close_out") if directive.can(one)), "")
    if not verb or actor.admin_role:
        return None
    if verb in offered:
        late = past_reopening(directive, today)
        return None if late is None else Stuck(str(late.sentence), str(late.hint), "info")
    verdict = policies.may(actor, verb, directive)
    if verdict or verdict.rule not in HAD_A_HAND:
        return None
    names = _("、").join(islice(free_to_verify(directive, today), MOST_NAMES))
    who = _("现在可以办的有%(names)s。") % {"names": names} if names else verdict.hint
    step = _("您不能审核这件事。") if verb == "accept" else _("您不能给这件事销号。")
    return Stuck(step, f"{verdict.sentence}{who}", "info")
