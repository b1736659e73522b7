"""Who supervises but had a hand in it finds no button to verify it: the page says why, and who can (rules D-12, D-25)."""

from collections.abc import Collection
from datetime import date
from itertools import islice

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.supervision import policies
from zhongshu.supervision.models import Directive
from zhongshu.supervision.presenters.standing import Stuck
from zhongshu.supervision.services.verifying import free_to_verify

HAD_A_HAND = frozenset({"D-12", "D-25"})
MOST_NAMES = 3


def barred(actor: Actor, directive: Directive, offered: Collection[str], today: date) -> Stuck | None:
    """Why what waits to be verified or struck off is not ``actor``'s to do, although he supervises; None otherwise."""
    verb = next((one for one in ("accept", "close_out") if directive.can(one)), "")
    if not verb or verb in offered or actor.admin_role:
        return None
    verdict = policies.may(actor, verb, directive)
    if verdict or verdict.rule not in HAD_A_HAND:
        return None
    names = _("、").join(islice(free_to_verify(directive, today), MOST_NAMES))
    who = _("现在可以办的有%(names)s。") % {"names": names} if names else verdict.hint
    step = _("您不能审核这件事。") if verb == "accept" else _("您不能给这件事销号。")
    return Stuck(step, f"{verdict.sentence}{who}", "info")
