"""Papers of approval as answers."""

from zhongshu.api.schemas import approvals as told
from zhongshu.api.schemas.told import Attached
from zhongshu.api.tellings.approval_rows import row
from zhongshu.approvals import queries
from zhongshu.approvals.models import LegState, SeatState
from zhongshu.approvals.presenters.timeline import events
from zhongshu.approvals.queries import Reading
from zhongshu.approvals.wording import signed
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Matter
from zhongshu.platform.journal import queries as journal


def paper(request: Request, matter_id: int) -> told.Approval:
    """A paper as the asker may know it, with all that he may do."""
    found = queries.reading(request.actor, matter_id, local_day(request.at))
    approval, matter = found.approval, found.approval.matter
    return told.Approval(
        **row(matter),
        body=matter.body,
        route_name=approval.version.route.name,
        version=approval.version.number,
        submitter_id=approval.submitter_id,
        closed_at=matter.closed_at,
        archived_at=matter.archived_at,
        values={code: text for code, text in approval.values.items() if code not in found.hidden},
        unseen=sum(bool(approval.values.get(code)) for code in found.hidden),
        holders=_holders(found),
        parts=_parts(found),
        offered=list(found.offered),
        returnable=[told.StageBefore(code=code, title=title) for code, title in found.returnable],
        removable=[told.Removable(seat=one.number, name=one.person.name) for one in found.removable],
        files=_files(matter),
        timeline=_timeline(request, found),
    )


def _holders(found: Reading) -> list[int]:
    live = {leg.number for leg in found.walk.live() if leg.state == LegState.OPEN}
    asked = [one for one in found.walk.seats if one.leg in live and one.state == SeatState.OPEN]
    return list(dict.fromkeys(one.person_id for one in asked)) if found.approval.matter.is_open else []


def _parts(found: Reading) -> list[told.PartTaken]:
    return [
        told.PartTaken(
            seat=seat.number, stage=leg.stage, title=title, who=signed(seat), opinion=seat.opinion,
            due=leg.due, at=seat.closed_at, **{name: getattr(seat, name) for name in _OF_SEAT},
        )
        for leg, seat, title in found.parts
    ]  # fmt: skip


def _files(matter: Matter) -> list[Attached]:
    return [
        Attached(
            id=one.pk, name=one.file.name, role=one.role, size=one.file.blob.size, sha256=one.file.blob.sha256
        )
        for one in matters.attachments(matter)
    ]


def _timeline(request: Request, found: Reading) -> list[told.Done]:
    entries = journal.timeline(found.approval.matter.stream)
    told_ = events(entries, found.walk, found.hidden, local_day(request.at))
    return [told.Done(at=one.at, who=str(one.who), what=str(one.what)) for one in told_]


_OF_SEAT = ("kind", "person_id", "decided_by_id", "acting_for_id", "state")
