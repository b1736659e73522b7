"""What of the forms of many papers somebody may read: the rule of ``knowing``, for lists, registers and exports."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q

from zhongshu.approvals import knowing, policies
from zhongshu.approvals.models import Approval, Leg, RouteVersion, Seat
from zhongshu.approvals.queries.papers import flow_of
from zhongshu.approvals.walking import SUBMIT
from zhongshu.kernel.actors import Actor

Hiding = dict[int, dict[str, frozenset[str]]]


def hidden_among(actor: Actor, matter_ids: Collection[int]) -> dict[int, frozenset[str]]:
    """Codes of the fields that ``actor`` may not see, by paper; papers of which he sees all are left out."""
    hides = _hiding(RouteVersion.objects.filter(approvals__in=matter_ids).distinct())
    if not hides or actor.is_system:
        return {}
    papers = Approval.objects.filter(pk__in=matter_ids, version__in=hides)
    rows = papers.values_list("pk", "version_id", "submitter_id", "matter__organ_id")
    sat = _sat(actor, [row[0] for row in rows])
    found = {}
    for pk, version, submitter, organ in rows:
        stages = sat.get(pk, set()) | ({SUBMIT} if submitter in actor.seats else set())
        hidden = knowing.hidden(hides[version], stages, oversees=policies.oversees(actor, organ or 0))
        if hidden:
            found[pk] = hidden
    return found


def readable(actor: Actor, codes: Collection[str], kinds: Collection[str]) -> Q:
    """Matters of ``kinds`` of which the reader may see all the fields ``codes``: by what is hidden nothing is found."""
    if actor.is_system:
        return Q()
    published = RouteVersion.objects.filter(route__kind__in=kinds, published_at__isnull=False)
    seen = Q()
    for version, stages in _hiding(published).items():
        for code in codes:
            silent = [stage for stage, hides in stages.items() if code in hides]
            seen &= ~Q(approval__version=version) | _told(actor, silent) if silent else Q()
    return seen


def _told(actor: Actor, silent: Collection[str]) -> Q:
    """Matters of which ``actor`` may see a field that the stages ``silent`` hide."""
    seats = Seat.objects.filter(approval=OuterRef("pk"), person__in=sorted(actor.seats))
    legs = Leg.objects.filter(approval=OuterRef("approval"), number=OuterRef("leg"))
    whole = actor.organs_with(*policies.OVERSEEING)
    own = Q(approval__submitter__in=sorted(actor.seats))
    overseen = Q(organ_id__in=whole) & ~Exists(seats)
    return own | overseen | Exists(seats.filter(Exists(legs.exclude(stage__in=silent))))


def _hiding(versions: Collection[RouteVersion]) -> Hiding:
    """What the stages of each of ``versions`` hide; those that hide nothing are left out."""
    found = {one.pk: knowing.hiding(flow_of(one)) for one in versions}
    return {version: stages for version, stages in found.items() if stages}


def _sat(actor: Actor, matter_ids: Collection[int]) -> dict[int, set[str]]:
    """The stages in which ``actor`` has or had a part, by paper."""
    seats = Seat.objects.filter(approval__in=matter_ids, person__in=sorted(actor.seats))
    legs = Leg.objects.filter(approval__in=matter_ids).values_list("approval_id", "number", "stage")
    stage_of = {(paper, number): stage for paper, number, stage in legs}
    found: dict[int, set[str]] = {}
    for paper, leg in seats.values_list("approval_id", "leg"):
        found.setdefault(paper, set()).add(stage_of[paper, leg])
    return found
