"""What the state of a matter allows but for which there is nothing to do now."""

from collections.abc import Collection, Iterable

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Group, Link, LinkKind
from zhongshu.platform.journal import queries as journal
from zhongshu.supervision.models import Directive, Recheck


def untimely(actor: Actor, directive: Directive, verbs: Collection[str], *, slips: Iterable[int]) -> set[str]:
    """Those of ``verbs``; ``slips`` are the weights that are the actor's to issue."""
    out = {"answer_leader"} if directive.answered_at else set()
    if "issue_slip" in verbs and not set(slips) - _slips_out(directive):
        out.add("issue_slip")
    if "recheck" in verbs and not Recheck.objects.filter(directive=directive, done_at=None).exists():
        out.add("recheck")
    if "take_up_again" in verbs and _is_taken_up(directive):
        out.add("take_up_again")
    for asked, requests in (
        ("suspension", directive.suspensions),
        ("extension", directive.extension_requests),
    ):
        if {f"ask_{asked}", f"decide_{asked}"} & set(verbs):
            pending = requests.filter(decided_at__isnull=True).exists()
            seats = seats_that_asked(directive, asked) if pending else set()
            out |= {f"{verb}_{asked}" for verb in _untimely(seats, actor)}
    return out


def seats_that_asked(directive: Directive, what: str) -> set[int]:
    """Whose seats were taken when ``what`` ("extension", "suspension") was last asked for: who acted, and in whose name."""
    asked = journal.told(directive.matter.stream, f"supervision.{what}_asked")[-1:]
    return {one for entry in asked for one in (entry.actor_id, entry.acting_for_id) if one is not None}


def _untimely(asked: set[int], actor: Actor) -> set[str]:
    """Only what is asked for is decided, by somebody else; only what is not asked for is asked."""
    if not asked:
        return {"decide"}
    return {"ask", "decide"} if asked & actor.seats else {"ask"}


def _slips_out(directive: Directive) -> set[int]:
    raised = directive.slips.all()
    return {one.weight for one in raised if one.issued_at and one.missed == directive.matter.current_due}


def _is_taken_up(directive: Directive) -> bool:
    """Whether the work is under way again as another matter."""
    again = Link.objects.filter(target_id=directive.pk, kind=LinkKind.SUCCEEDS, source__group=Group.OPEN)
    return again.exists()
