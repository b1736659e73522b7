"""All that somebody holds goes to somebody else, at once (批量移交)."""

from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import in_office_language, on_record
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.org import policies, queries, registry
from zhongshu.org.models import Person
from zhongshu.org.services.locks import locked
from zhongshu.org.services.trail import stream_of, told
from zhongshu.platform.notify import services as notify
from zhongshu.platform.usecases.registry import use_case


@use_case("org.hand_over")
def hand_over(*, actor: Actor, person_id: int, successor_id: int, at: datetime) -> Person:
    """Somebody changes posts or is tied up: everything open he holds goes to the successor; he stays in office.

    Refused when he holds nothing, and as ``move_all`` refuses. Returns the person who handed over.
    """
    person = locked(Person.objects.all(), person_id)
    policies.may_keep_person(actor, person).require()
    moved = move_all(person, successor_id, actor, at)
    if not moved:
        raise Conflict("holds_nothing", _("%(name)s手上没有在办的事。") % {"name": person.name})
    successor = queries.person(successor_id).name
    told(person, "handed_over", actor=actor, at=at, moved=moved, successor=successor)
    return person


def move_all(person: Person, successor_id: int | None, actor: Actor, at: datetime) -> int:
    """Move all that ``person`` holds to the successor; returns how many. Part of a use case.

    Refused without a successor in office and present, and while anything would be left behind.
    """
    held = registry.held_by_person(person.pk)
    if not held:
        return 0
    successor = (
        Person.objects.filter(pk=successor_id or 0, left_on__isnull=True).exclude(pk=person.pk).first()
    )
    if successor is None:
        told = "、".join(f"{one.title} {one.count}" for one in held)
        raise Refusal(
            "still_holds",
            _("%(name)s手上还有%(held)s，要先移交。") % {"name": person.name, "held": told},
            fields={"successor_id": _("请选择接手人。")},
            hint=_("请选择接手人，全部事项一次移交。"),
        )
    _fit_to_take_over(successor, local_day(at))
    moved = sum(move(person.pk, successor.pk, actor, at) for move in registry.handovers.values())
    left = registry.held_by_person(person.pk)
    if left:
        told = "、".join(f"{one.title} {one.count}" for one in left)
        raise Refusal(
            "not_all_moved",
            _("还有%(held)s没能移交。") % {"held": told},
            hint=_("请先在事项里逐件转办，再移交。"),
        )
    _tell(successor, person, held, at)
    return moved


def _tell(successor: Person, person: Person, held: list[registry.Held], at: datetime) -> None:
    """The successor learns of it by a notice of his own, which leads to his desk."""
    with in_office_language():
        told = "、".join(f"{one.title} {one.count}" for one in held)
    text = on_record("%(name)s手上的%(held)s已移交给您，请逐件看一看。") % {"name": person.name, "held": told}
    notify.tell(
        person_id=successor.pk, subject=stream_of(person), text=text,
        url=reverse(settings.LOGIN_REDIRECT_URL), at=at,
    )  # fmt: skip


def _fit_to_take_over(successor: Person, day: date) -> None:
    if successor.pk in queries.administrators():
        raise Refusal(
            "successor_is_administrator",
            _("%(name)s是三员之一，不办业务，不能接手。") % {"name": successor.name},
            fields={"successor_id": _("请另选接手人。")},
            rule="G-07",
        )
    if queries.is_away(successor.pk, day):
        raise Refusal(
            "successor_is_away",
            _("%(name)s正在请假，不能接手。") % {"name": successor.name},
            fields={"successor_id": _("请另选接手人，或等其销假。")},
        )
