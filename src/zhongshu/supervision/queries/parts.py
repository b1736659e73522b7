"""The parts of a matter that was broken down, and what is still open of them."""

from collections.abc import Iterator
from datetime import date

from django.db.models import F

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Group, Link, LinkKind, Matter
from zhongshu.platform.usecases.changes import remember
from zhongshu.supervision.models import KIND, Directive


def open_children(directive_id: int) -> list[Matter]:
    """Parts that are not ended yet, whoever asks: the whole cannot end over them."""
    found = Matter.objects.filter(parent_id=directive_id, group=Group.OPEN)
    return list(found.select_related("directive", "lead_unit").order_by("id"))


def parts(actor: Actor, directive_id: int) -> list[Matter]:
    """The parts of a matter, as far as ``actor`` may know."""
    found = Matter.objects.visible_to(actor).filter(parent_id=directive_id)
    return list(found.select_related("lead_unit", "directive").order_by("id"))


def wholes_above(matter: Matter) -> Iterator[int]:
    """What a matter is a part of, from its own whole up: township, county and city hear of the same."""
    above = matter.parent_id
    while above:
        yield above
        above = Matter.objects.values_list("parent_id", flat=True).get(pk=above)


def line_above(whole: Directive) -> Iterator[tuple[tuple[str, int | None], ...]]:
    """Whose a whole is, then each above it: they see what becomes of its parts, however deep.

    The unit that follows it up, who approved and who instructed it, and who oversees the organ that owns it.
    """
    ids = [whole.pk, *wholes_above(whole.matter)]
    told = Directive.objects.filter(pk__in=ids).values_list(
        "matter__unit_id", "approver_id", "instructed_by_id", "matter__organ_id"
    )
    return (tuple(zip("uppo", one, strict=True)) for one in told.order_by("pk"))


def kin(matter: Matter) -> set[int]:
    """The wholes above a matter and the parts below it, however deep: what proves one proves so much of the other."""
    below: set[int] = set()
    last = {matter.pk}
    while last:
        last = set(Matter.objects.filter(parent_id__in=last).values_list("pk", flat=True))
        below |= last
    return {*below, *wholes_above(matter)}


def open_whole(matter: Matter) -> Matter | None:
    """The whole that ``matter`` is a part of; None where it is no part or the whole is ended."""
    return Matter.objects.filter(pk=matter.parent_id, group=Group.OPEN).first() if matter.parent_id else None


def open_parts_for_update(directive_id: int) -> list[Directive]:
    """The open parts of a matter, with their rows locked: for what is decided about all of them at once."""
    rows = Matter.objects.select_for_update(of=("self",)).filter(parent_id=directive_id, group=Group.OPEN)
    locked = list(rows.select_related("organ", "unit", "lead_unit").order_by("id"))
    found = Directive.objects.select_for_update(of=("self",)).in_bulk([one.pk for one in locked])
    for matter in locked:
        found[matter.pk].matter = matter
        for row in (matter, found[matter.pk]):
            remember(row)
    return [found[matter.pk] for matter in locked]


def open_successor(matter: Matter) -> Matter | None:
    """The open matter by which an archived one was taken up again."""
    links = Link.objects.filter(target=matter, kind=LinkKind.SUCCEEDS, source__group=Group.OPEN)
    found = links.select_related("source").first()
    return found.source if found else None


def predecessor(matter: Matter) -> Matter | None:
    """The archived matter that this one takes up again, with its deposit."""
    links = Link.objects.filter(source=matter, kind=LinkKind.SUCCEEDS)
    found = links.select_related("target__deposit", "target__directive").first()
    return found.target if found else None


def parts_beyond_their_whole(today: date) -> list[Directive]:
    """Open parts due after their whole, which is not late: what a moved whole leaves behind. Rows locked."""
    beyond = Matter.objects.select_for_update(of=("self",)).filter(
        group=Group.OPEN,
        kind=KIND,
        stopped_on=None,
        long_term=False,
        parent__group=Group.OPEN,
        parent__stopped_on=None,
        parent__long_term=False,
        parent__current_due__gte=today,
        current_due__gt=F("parent__current_due"),
    )
    rows = list(beyond.select_related("parent", "lead_unit", "unit").order_by("id")[:500])
    found = Directive.objects.select_for_update(of=("self",)).in_bulk([one.pk for one in rows])
    for matter in rows:
        found[matter.pk].matter = matter
        for row in (matter, found[matter.pk]):
            remember(row)
    return [found[matter.pk] for matter in rows]
