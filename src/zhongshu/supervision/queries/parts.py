"""The parts of a matter that was broken down, and what is still open of them."""

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Group, Matter


def open_children(directive_id: int) -> list[Matter]:
    """Parts that are not ended yet, whoever asks: the whole cannot end over them."""
    found = Matter.objects.filter(parent_id=directive_id, group=Group.OPEN)
    return list(found.select_related("directive", "lead_unit").order_by("id"))


def parts(actor: Actor, directive_id: int) -> list[Matter]:
    """The parts of a matter, as far as ``actor`` may know."""
    found = Matter.objects.visible_to(actor).filter(parent_id=directive_id)
    return list(found.select_related("lead_unit").order_by("id"))


def open_whole(matter: Matter) -> Matter | None:
    """The whole that ``matter`` is a part of; None where it is no part or the whole is ended."""
    return Matter.objects.filter(pk=matter.parent_id, group=Group.OPEN).first() if matter.parent_id else None
