"""What a supervised matter waits for after an act: as told, else as its state shows."""

from zhongshu.matters.models import Group, Waits
from zhongshu.supervision.models import Directive, State

WITH_THE_OFFICE = frozenset({State.REGISTERED, State.DOCKETED, State.REVIEWING, State.COMPLETED})
TOLD = frozenset({Waits.MONEY, Waits.SUPERIOR, Waits.OTHER_UNIT, Waits.OURSELVES})
DECIDED = frozenset({"extension_granted", "extension_refused"})
# What is done about a matter without anybody carrying it on.
STANDING_STILL = frozenset(
    {
        "reminded",
        "instructed",
        "risk_judged",
        "slip_proposed",
        "slip_issued",
        "slip_acknowledged",
        "recomputed",
        "wait_noted",
        "cycle_set",
        "linked",
        "merged",
        "paper_discarded",
        "paper_drafted",
        "paper_worded",
        "reminder_taken_back",
        "round_missed",
        "round_opened",
        "round_redated",
        "round_reminded",
        "rounds_turned",
    }
)


def moves(verb: str) -> bool:
    """Whether ``verb`` carries a matter on, so that its rest begins anew."""
    return verb not in STANDING_STILL


def waits_for(directive: Directive, verb: str) -> Waits:
    """What the matter waits for once ``verb`` is done."""
    before = Waits(directive.matter.waits_for)
    if directive.matter.group != Group.OPEN:
        return Waits.NONE
    if directive.state in WITH_THE_OFFICE:
        return Waits.OFFICE
    if directive.state == State.SUSPENDED:
        return Waits.STOPPED
    if directive.blocker:
        return Waits(directive.blocker)
    if verb == "extension_asked" or (verb not in DECIDED and _asked(directive, before)):
        return Waits.DECISION
    return Waits.NOBODY if before == Waits.NOBODY and not moves(verb) else Waits.UNDER_WAY


def _asked(directive: Directive, before: Waits) -> bool:
    """Whether a later date is asked for: known by what was waited for, unless that was told otherwise."""
    if before in TOLD:
        return directive.extension_requests.filter(decided_at__isnull=True).exists()
    return before == Waits.DECISION
