"""One supervised matter, as its page and its use cases read it."""

from collections.abc import Iterable

from django.db.models import QuerySet

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.prepared import prepared
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Matter, Role
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.usecases.changes import remember
from zhongshu.supervision import policies
from zhongshu.supervision.models import KIND, Directive, Extension, Recheck


def get(actor: Actor, directive_id: int) -> Directive:
    """The directive, if ``actor`` may know of its matter; else 404."""
    matter = matters.get(actor, directive_id, kind=KIND)
    return _of(matter, _by_id.first(matter.pk))


def for_update(actor: Actor, directive_id: int) -> Directive:
    """As ``get``, with the rows locked until the end of the transaction."""
    matter = matters.lock(actor, directive_id, kind=KIND)
    directive = _of(matter, _by_id_locked.first(matter.pk))
    for row in (matter, directive):
        remember(row)
    return directive


@prepared
def _by_id(directive_id: int) -> QuerySet[Directive]:
    people = ("approver", "instructed_by", "feedback_signed_by", "verified_by", "closed_out_by")
    return Directive.objects.select_related(*people, "intake").filter(pk=directive_id)


@prepared
def _by_id_locked(directive_id: int) -> QuerySet[Directive]:
    return Directive.objects.select_for_update().filter(pk=directive_id)


def _of(matter: Matter, directive: Directive | None) -> Directive:
    assert directive is not None, "a matter of this kind has its directive"
    directive.matter = matter
    return directive


def is_his_to_instruct(actor: Actor, matter: Matter) -> bool:
    """Whether ``matter`` is a supervised one on which ``actor`` may write an instruction."""
    return matter.kind == KIND and bool(policies.may_instruct(actor, matter.organ_id))


def offered(actor: Actor, directive: Directive) -> list[str]:
    """The verbs that are lawful now and ``actor``'s to do."""
    return policies.offered(actor, directive)


def timeline(actor: Actor, directive: Directive) -> list[Entry]:
    """The journal of a matter that ``actor`` may see, newest first, with as much of each entry as is for him."""
    stream = directive.matter.stream
    return journal.timeline(
        stream, readable=lambda closed: closed if policies.may_read_clues(actor, directive) else ()
    )


def last_handler(directive: Directive) -> int | None:
    """Who handled the matter for its lead unit last."""
    handled = Assignment.objects.filter(
        matter_id=directive.pk, role=Role.LEAD, holder_person_id__isnull=False
    )
    return handled.order_by("-id").values_list("holder_person_id", flat=True).first()


def open_recheck(directive: Directive) -> Recheck | None:
    """The re-check for which the matter was drawn, as long as its outcome is not written."""
    return Recheck.objects.filter(directive=directive, done_at__isnull=True).first()


def last_approver(organ_id: int) -> int | None:
    """Who approved what the organ docketed last: the one most likely to be meant again."""
    docketed = Directive.objects.filter(matter__organ_id=organ_id, approver__isnull=False)
    return docketed.order_by("-pk").values_list("approver_id", flat=True).first()


def asked_extensions(matter_ids: Iterable[int]) -> dict[int, Extension]:
    """The undecided requests for a later date, by matter."""
    asked = Extension.objects.filter(directive_id__in=list(matter_ids), decided_at__isnull=True)
    return {one.directive_id: one for one in asked.select_related("asked_by")}
