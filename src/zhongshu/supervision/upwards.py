"""From a part up to the whole: what stands above it, and what waits for somebody there."""

from collections.abc import Iterator

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Assignment, Matter, Role
from zhongshu.supervision.models import Directive


def up_from(matter: Matter) -> Iterator[Matter]:
    """The matter, what it is a part of, and so on to the top."""
    above: Matter | None = matter
    while above is not None:
        yield above
        above = above.parent


def laid_before(actor: Actor, directive: Directive) -> bool:
    """Whether a part waits to be verified or closed out at a desk of ``actor``: also one above that which handed it down."""
    if directive.matter.parent_id is None or not (directive.can("accept") or directive.can("close_out")):
        return False
    held = Assignment.objects.filter(
        matter_id=directive.pk,
        role__in=(Role.VERIFY, Role.HANDLE),
        done_at__isnull=True,
        holder_unit_id__in=sorted(actor.unit_ids | actor.led_unit_ids),
    )
    return held.exists()
