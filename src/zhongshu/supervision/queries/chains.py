"""Kept orders of steps."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.prepared import prepared
from zhongshu.kernel.refusals import NotFound
from zhongshu.org.models import Duty
from zhongshu.supervision.models import Chain, ChainStep, ChainVersion, Directive


def chains_kept(actor: Actor) -> list[Chain]:
    """Those in use at the organs that ``actor`` supervises for, with their newest version and its steps."""
    return list(_with_steps(Chain.objects.filter(organ__in=actor.organs_with(Duty.SUPERVISE))))


def chains_named(actor: Actor) -> list[tuple[int, str]]:
    """The same by number and name alone, as every form of a new matter offers them."""
    return _named(actor.organs_with(Duty.SUPERVISE))


@prepared
def _named(organ_ids: tuple[int, ...]) -> QuerySet[Chain, tuple[int, str]]:
    found = Chain.objects.filter(organ__pk__in=organ_ids, retired_at__isnull=True)
    return found.order_by("name", "id").values_list("pk", "name")


def chains_for(directive: Directive) -> list[Chain]:
    """Those that may be put to work on a matter: the supervising organ's, and the lead unit's own."""
    matter = directive.matter
    lead = matter.lead_unit
    organs = {matter.organ_id, lead.organ_id if lead else None} - {None}
    return list(_with_steps(Chain.objects.filter(organ__in=organs)))


def chain(actor: Actor, chain_id: int) -> Chain:
    """One of ``chains_kept``; 404 for any other."""
    return _one(_with_steps(Chain.objects.filter(organ__in=actor.organs_with(Duty.SUPERVISE))), chain_id)


def chain_for_update(actor: Actor, chain_id: int) -> Chain:
    """The same, its row locked."""
    mine = Chain.objects.filter(organ__in=actor.organs_with(Duty.SUPERVISE), retired_at__isnull=True)
    return _one(mine.select_for_update(of=("self",)), chain_id)


def newest(kept: Chain) -> ChainVersion:
    """The version by which a run begins today."""
    return kept.versions.all()[0]


def _with_steps(chains: QuerySet[Chain]) -> Iterable[Chain]:
    steps = ChainStep.objects.select_related("unit", "post__unit").order_by("order")
    versions = ChainVersion.objects.select_related("made_by").prefetch_related(Prefetch("steps", steps))
    in_use = chains.filter(retired_at__isnull=True).select_related("organ")
    return in_use.prefetch_related(Prefetch("versions", versions.order_by("-number"))).order_by("name", "id")


def _one(chains: Iterable[Chain], chain_id: int) -> Chain:
    found = next((one for one in chains if one.pk == chain_id), None)
    if found is None:
        raise NotFound("no_such_chain", _("没有这个步骤模板，或者已经停用。"))
    return found
