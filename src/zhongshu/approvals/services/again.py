from collections.abc import Mapping, Sequence
from datetime import datetime

from zhongshu.approvals import queries
from zhongshu.approvals.casting import OrgCasting
from zhongshu.approvals.models import Approval
from zhongshu.approvals.services import trail
from zhongshu.approvals.services.submit import enter, shown
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, Matter
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case

Chosen = Mapping[str, list[str]]


@use_case("approvals.hand_in")
def hand_in_again(
    *,
    actor: Actor,
    matter_id: int,
    values: dict[str, str],
    opinion: str = "",
    title: str | None = None,
    body: str | None = None,
    files: Sequence[File] = (),
    dropped: Sequence[int] = (),
    at: datetime,
    chosen: Chosen | None = None,
    others: Sequence[str] = (),
) -> Approval:
    """Hand a draft in, or a paper that was given back, with the form as it is now.

    Title and text stay as they are unless given; ``files`` are added, attachments with the ids ``dropped`` go.
    ``others``  what else was changed that those before agreed to, by its names: then it does not come straight back,
    as little as where something goes that they had before them.
    """
    walk = queries.walk_for_update(actor, matter_id, at)
    approval = walk.approval
    if chosen is not None:
        approval.chosen = {code: list(numbers) for code, numbers in chosen.items()}
        walk.casting = OrgCasting(approval.unit_id, local_day(at), approval.chosen)
    changed = _reworded(approval.matter, title, body) | _refiled(approval.matter, files, dropped, at)
    gone = [on_record("附件")] if "dropped" in changed else []
    enter(walk, values, opinion, others=[*others, *gone], actor=actor, at=at)
    trail.keep(walk, "handed_in", actor=actor, at=at, values=shown(walk, values), opinion=opinion, **changed)
    return approval


def _reworded(matter: Matter, title: str | None, body: str | None) -> dict[str, object]:
    """Another title and text, if given; what to tell of it."""
    new = {"title": matter.title if title is None else title, "body": matter.body if body is None else body}
    title_before, body_before = matter.title, matter.body
    matters.reword(matter, **new)
    told: dict[str, object] = {} if matter.title == title_before else {"retitled": matter.title}
    return told if matter.body == body_before else {**told, "reworded": True}


def _refiled(
    matter: Matter, files: Sequence[File], dropped: Sequence[int], at: datetime
) -> dict[str, object]:
    """Files in and out; what to tell of it."""
    told: dict[str, object] = {}
    if gone := matters.detach(matter, dropped):
        told["dropped"] = gone
    if files:
        matters.attach(matter, files, role=AttachmentRole.SOURCE, at=at)
        told["added"] = [one.name for one in files]
    return told
