"""A matter is entered by hand: one origin, one or several tasks, each looked up among what is open (D-04, D-14)."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import queries as known
from zhongshu.matters import services as matters
from zhongshu.matters.models import LinkKind
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services.about import tie
from zhongshu.supervision.services.alike import open_decided
from zhongshu.supervision.services.decided import UNDECIDED, Decided
from zhongshu.supervision.services.presence import HolderAway
from zhongshu.supervision.services.task import Task


@use_case("supervision.enter")
def enter(
    *,
    actor: Actor,
    unit_id: int,
    tasks: Sequence[Task],
    decided: Sequence[Decided] = (),
    about_id: int | None = None,
    at: datetime,
) -> list[Directive]:
    """Docket and hand out ``tasks``, all of one origin, all or none; several are linked to one another.

    Refuses an origin that lacks what its kind must tell (D-27), and a task that is like an open matter
    unless ``decided``, in the order of the tasks, says what is to become of it (D-04). Faults are told
    by the place of their task. ``about_id`` is the paper that they see through, linked to each. Returns what was
    opened; for a merged task the matter it was merged into.
    """
    if not tasks:
        raise Refusal("no_tasks", _("还没有写任务。"), rule="D-14")
    _origin_is_told(tasks[0])
    given = [*decided, *(UNDECIDED for _more in tasks[len(decided) :])]
    opened: list[Directive] = []
    faults: dict[str, object] = {}
    for place, (task, choice) in enumerate(zip(tasks, given, strict=True), 1):
        try:
            opened.append(open_decided(task, choice, but=opened, actor=actor, unit_id=unit_id, at=at))
        except HolderAway as away:
            away.place = place
            raise
        except Refusal as refusal:
            if len(tasks) == 1 or refusal.status in (403, 404):
                raise
            faults[f"task-{place}"] = str(refusal)
    if faults:
        count = {"count": len(faults)}
        raise Refusal("some_tasks_refused", _("有 %(count)s 项要改，改好后一并立项。") % count, fields=faults)
    _link(opened, at=at)
    if about_id:
        about = known.get(actor, about_id)
        for one in opened:
            tie(one, about, actor=actor, at=at)
    return opened


def _origin_is_told(task: Task) -> None:
    missing = rules.D_27_missing(task.origin, asdict(task))
    if missing:
        words = "".join(str(one) for one in missing.values())
        raise Refusal("origin_not_told", words, fields=missing, rule="D-27")


def _link(opened: Sequence[Directive], *, at: datetime) -> None:
    first, *others = opened
    for other in others:
        if other.pk != first.pk:
            matters.link(other.matter, LinkKind.SAME_SOURCE, first.matter, at=at)
