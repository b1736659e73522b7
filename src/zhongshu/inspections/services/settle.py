"""A conclusion becomes final: its unit accepts it, or the term for asking runs out (rule D-08)."""

from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.archive import services as archive
from zhongshu.inspections import policies, queries
from zhongshu.inspections.models import CONCLUSION, Conclusion, Standing
from zhongshu.inspections.services import trail
from zhongshu.inspections.services.package import packed_conclusion
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters import services as matters
from zhongshu.matters.models import Matter
from zhongshu.platform.usecases.registry import use_case


@use_case("inspections.accept_conclusion")
def accept_conclusion(*, actor: Actor, matter_id: int, at: datetime) -> Conclusion:
    """The unit has read the conclusion and asks for no review."""
    conclusion = queries.conclusion_for_update(actor, matter_id)
    policies.may_answer(actor, conclusion).require()
    return _final(conclusion, "conclusion_accepted", actor=actor, at=at)


@use_case("inspections.lapse")
def lapse(*, actor: Actor, matter_id: int, at: datetime) -> Conclusion:
    """The term has run out and nobody asked for a review; done by the house itself, the night after."""
    conclusion = queries.conclusion_for_update(actor, matter_id)
    if local_day(at) <= conclusion.ask_until:
        raise Conflict("term_still_runs", _("申请复核的期限还没有到。"), rule="D-08")
    return _final(conclusion, "conclusion_lapsed", actor=actor, at=at)


def lapse_all(*, actor: Actor, at: datetime) -> int:
    """Every conclusion whose term ran out before today; returns how many."""
    past = Matter.objects.filter(
        kind=CONCLUSION, state=Standing.FED_BACK, conclusion__ask_until__lt=local_day(at)
    )
    due = list(past.order_by("pk").values_list("pk", flat=True))
    for matter_id in due:
        lapse(actor=actor, matter_id=matter_id, at=at)
    return len(due)


def archived(conclusion: Conclusion, *, actor: Actor, at: datetime) -> None:
    """Put a conclusion that is final into the archive; part of a use case."""
    made = archive.deposit(package=packed_conclusion(conclusion, at=at), actor=actor, at=at)
    conclusion.matter.archived_at = at
    trail.keep(conclusion, "archived", actor=actor, at=at, code=made.code)


def _final(conclusion: Conclusion, verb: str, *, actor: Actor, at: datetime) -> Conclusion:
    conclusion.move("settle")
    matters.finish_all(conclusion.matter, actor=actor, at=at)
    trail.keep(conclusion, verb, actor=actor, at=at)
    archived(conclusion, actor=actor, at=at)
    return conclusion
