"""审批单: the paper's head, its form, every opinion with name and time, the route it went and its version."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from zhongshu.approvals import registry
from zhongshu.approvals.models import Approval
from zhongshu.approvals.papers import values
from zhongshu.approvals.papers.cells import WIDTHS, Row, across, moment, paired
from zhongshu.approvals.papers.opinions import opinions
from zhongshu.approvals.walking import Walk
from zhongshu.approvals.wording import state_words
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import in_office_language
from zhongshu.matters.models import Attachment, Urgency
from zhongshu.platform.typesetting.elements import Block, Form, Grid, Paper

URGENCIES = {Urgency.URGENT: "加急", Urgency.EXTRA_URGENT: "特急"}


def sheet_of(
    walk: Walk, files: Iterable[Attachment], *, hidden: frozenset[str], actor: Actor, at: datetime
) -> Paper:
    """The sheet of a paper as it stands at ``at``; fields in ``hidden`` (codes) are not on it.

    ``files`` are its attachments, named and not enclosed; ``actor`` has the sheet made.
    """
    approval, matter = walk.approval, walk.approval.matter
    with in_office_language():
        subject = registry.subject_of(matter.kind)
        title = str(subject.sheet) or f"{approval.version.route.title.removesuffix('审批')}审批单"
        form = (subject.printed or _form)(approval, hidden)
        return Paper(
            form=Form.SHEET,
            title=f"{matter.organ.name}\n{title}",
            organ=matter.organ.name,
            number=matter.number,
            urgency=URGENCIES.get(Urgency(matter.urgency), ""),
            blocks=[_grid(_head(approval)), *form, _grid(_foot(walk, files, hidden, actor, at))],
        )


def _grid(rows: Sequence[Row]) -> Grid:
    return Grid(widths=WIDTHS, rows=rows, fine=True)


def _head(approval: Approval) -> list[Row]:
    matter = approval.matter
    pairs = [
        ("提交单位", approval.unit.name),
        ("提 交 人", approval.submitter.name),
        ("提交时间", moment(approval.submitted_at)),
        ("状　态", state_words(matter.state)),
    ]
    return [across("标　题", matter.title), *paired(pairs)]


def _form(approval: Approval, hidden: frozenset[str]) -> list[Block]:
    """The fields of the route that may be read, as they were handed in last, and the words beside them."""
    fields = [one for one in approval.version.plan.fields if one.code not in hidden]
    rows = paired(values.shown(fields, approval.values))
    rows += [across("说　明", approval.matter.body, rows=2)] if approval.matter.body else []
    return [_grid(rows)] if rows else []


def _foot(
    walk: Walk, files: Iterable[Attachment], hidden: frozenset[str], actor: Actor, at: datetime
) -> list[Row]:
    approval, names = walk.approval, [one.file.name for one in files]
    unseen = sum(bool(approval.values.get(code)) for code in hidden)
    version = approval.version
    rows = [across("附　件", f"共{len(names)}份：{'、'.join(names)}")] if names else []
    rows += opinions(walk)
    rows += [across("说　明", f"另有{unseen}栏按审批路线不向制单人显示。")] if unseen else []
    route = f"{version.route.title}（第{version.number}版）"
    made_by = f"{actor.name}（代{actor.acting_for_name}）" if actor.acting_for else actor.name
    return [*rows, across("审批路线", route), across("制　单", f"{made_by}　{moment(at)}")]
