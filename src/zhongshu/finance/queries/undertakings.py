from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zhongshu.finance.models import Undertaking, UndertakingKind
from zhongshu.finance.queries.living import stopped
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Matter


def undertaking(actor: Actor, matter_id: int) -> Undertaking:
    """The contract or project of a matter that ``actor`` may know of; else it does not exist (404)."""
    matter = matters.get(actor, matter_id)
    rows = Undertaking.objects.select_related(
        "handler", "decision__evidence", "project__matter", "basis", "signed_by", "accepted_by"
    )
    found = rows.filter(pk=matter.pk).first()
    if found is None:
        raise NotFound("no_such_undertaking", _("没有这份合同或项目，或者它不在您的知悉范围内。"))
    found.matter = matter
    return found


def undertaking_for_update(matter_id: int) -> Undertaking | None:
    """The contract or project of a matter, locked; None when the matter is neither. Part of a use case."""
    rows = Undertaking.objects.select_for_update(of=("self",)).select_related("matter")
    return rows.filter(pk=matter_id).first()


def undertaking_for_change(actor: Actor, matter_id: int) -> Undertaking:
    """The contract or project, if ``actor`` may know of it, locked. Part of a use case."""
    seen = undertaking(actor, matter_id)
    return undertaking_for_update(seen.pk) or seen


def open_for(actor: Actor, kind: str) -> QuerySet[Undertaking]:
    """Contracts or projects from which money may run, that ``actor`` may know of, newest first."""
    began = (
        {"signed_on__isnull": False} if kind == UndertakingKind.CONTRACT else {"approved_at__isnull": False}
    )
    rows = Undertaking.objects.filter(kind=kind, matter__in=Matter.objects.visible_to(actor), **began)
    return rows.exclude(stopped()).select_related("matter").order_by("-pk")
