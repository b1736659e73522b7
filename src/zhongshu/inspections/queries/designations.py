from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zhongshu.inspections.models import Designation
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters.models import whole_organs
from zhongshu.org import queries as org


def designations(actor: Actor) -> QuerySet[Designation]:
    """Designations that ``actor`` may know of, newest first: of the organs he oversees, and his own units'."""
    seen = Q(organ_id__in=whole_organs(actor)) | Q(unit_id__in=sorted(desks(actor)))
    rows = Designation.objects.all() if actor.is_system else Designation.objects.filter(seen)
    return rows.select_related("organ", "unit", "file", "given_by").order_by("-id")


def designation(actor: Actor, designation_id: int) -> Designation:
    """One of them; else it does not exist (404)."""
    found = designations(actor).filter(pk=designation_id).first()
    if found is None:
        raise NotFound("no_such_designation", _("没有这份书面指定，或者它不是给您单位的。"))
    return found


def designation_for_update(actor: Actor, designation_id: int) -> Designation:
    """As ``designation``, locked until the end of the transaction."""
    seen = designation(actor, designation_id)
    return Designation.objects.select_for_update().get(pk=seen.pk)


def in_force(actor: Actor, day: date) -> QuerySet[Designation]:
    """Those on which the units of ``actor`` may open an inspection on ``day``."""
    own = designations(actor).filter(unit_id__in=sorted(desks(actor)), ends_on__gte=day)
    return own.filter(withdrawn_at__isnull=True)


def desks(actor: Actor) -> frozenset[int]:
    """The units for which ``actor`` acts today."""
    return actor.unit_ids | actor.led_unit_ids


def own_desks(actor: Actor) -> list[tuple[int, str]]:
    """The same as choices, each with its name."""
    return [(one, org.known_unit(one).short_name) for one in sorted(desks(actor))]
