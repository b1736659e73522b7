"""A paper of supervision on its page: as it will read, or as it went out; and papers as lines of a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.files import queries as files
from zhongshu.platform.files.models import Blob
from zhongshu.platform.typesetting import services as typesetting
from zhongshu.supervision import papers, policies, queries
from zhongshu.supervision.choices import UnitNames
from zhongshu.supervision.models import OF_SLIPS, Directive, Paper, PaperKind, PaperState, SlipWeight
from zhongshu.ui import parts
from zhongshu.ui.querystrings import changed
from zhongshu.ui.wording import short_date, short_moment

STATUS = {
    PaperState.DRAFT: "doing",
    PaperState.ISSUED: "done",
    PaperState.REPLACED: "hold",
    PaperState.DISCARDED: "hold",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A paper as a line."""

    url: str
    title: str
    kind: str
    number: str
    status: str
    word: str
    day: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A paper that can be begun about a matter."""

    kind: str
    label: str
    slip_id: int | str


def lines(found: Iterable[Paper], today: date) -> list[Line]:
    """Papers, in the order given."""
    return [
        Line(
            url=reverse("supervision:paper", args=[one.pk]),
            title=str(one),
            kind=one.get_kind_display(),
            number=str(one.number or ""),
            status=STATUS[PaperState(one.state)],
            word=one.get_state_display(),
            day=short_date(local_day(one.issued_at or one.drafted_at), today),
        )
        for one in found
    ]


def choices(actor: Actor, directive: Directive, there: Iterable[Paper]) -> list[Choice]:
    """The papers that ``actor`` can begin about the matter: the notice once, then one for each slip that is out."""
    if directive.matter.archived_at or not policies.may_draft_papers(actor, directive.matter.organ_id):
        return []
    have = {(one.kind, one.slip_id) for one in there if one.state != PaperState.REPLACED}
    slips = [one for one in queries.slips(directive) if one.issued_at]
    offered = [(PaperKind.NOTICE, None), *((OF_SLIPS[SlipWeight(one.weight)], one.pk) for one in slips)]
    return [Choice(kind, str(kind.label), pk or "") for kind, pk in offered if (kind, pk) not in have]


class PaperPage:
    """One paper as ``actor`` sees it at ``at``."""

    def __init__(self, actor: Actor, paper: Paper, at: datetime) -> None:
        self.actor, self.paper, self.at, self.today = actor, paper, at, local_day(at)
        self.kind = paper.get_kind_display()
        self.status, self.word = STATUS[PaperState(paper.state)], paper.get_state_display()

    @cached_property
    def drawn(self) -> Blob | bytes | Refusal:
        """The PDF: as it went out, or as it would now; a Refusal that says why it cannot be made."""
        if self.paper.pdf:
            return self.paper.pdf.blob
        number = papers.blank_number(self.paper.organ, self.paper.kind, self.today.year)
        try:
            told = papers.composed(self.paper, actor=self.actor, number=number, today=self.today)
            return typesetting.preview(told, at=self.at)
        except Refusal as refused:
            return refused

    @property
    def refusal(self) -> str:
        """Why there is nothing to see; "" where there is."""
        return str(self.drawn) if isinstance(self.drawn, Refusal) else ""

    @cached_property
    def pages(self) -> list[tuple[int, str]]:
        """Number and address of the picture of each page."""
        if isinstance(self.drawn, Refusal):
            return []
        numbers = range(1, files.pages_of(self.drawn) + 1)
        return [(n, reverse("supervision:paper-page", args=[self.paper.pk, n])) for n in numbers]

    def picture(self, number: int) -> bytes:
        """Page ``number`` as PNG; the Refusal where there is none."""
        if isinstance(self.drawn, Refusal):
            raise self.drawn
        return files.picture_of(self.drawn, number)

    @property
    def may_write(self) -> bool:
        return self.paper.is_draft and bool(policies.may_draft_papers(self.actor, self.paper.organ_id))

    @property
    def may_issue(self) -> bool:
        return self.paper.is_draft and self._may_go_out

    @property
    def waits_for(self) -> str:
        """Who issues it, where that is not the reader."""
        return "" if self.may_issue or not self.may_write else _("这份通报由督办审批领导发出。")

    @property
    def may_file(self) -> bool:
        """Whether it went out over a selection and lies in no archive yet."""
        paper = self.paper
        out = paper.directive_id is None and paper.state in (PaperState.ISSUED, PaperState.REPLACED)
        lies = paper.filed is not None and paper.filed.archived_at is not None
        return out and not lies and bool(policies.may_draft_papers(self.actor, paper.organ_id))

    @cached_property
    def may_reissue(self) -> bool:
        out = self.paper.state == PaperState.ISSUED
        return out and self.newer is None and self._may_go_out

    @property
    def _may_go_out(self) -> bool:
        of = self.paper.directive
        lies = of is not None and of.matter.archived_at is not None
        return not lies and bool(policies.may_issue_paper(self.actor, self.paper))

    @cached_property
    def newer(self) -> Paper | None:
        """The version that replaces this one, begun or issued."""
        return Paper.objects.filter(replaces=self.paper).exclude(state=PaperState.DISCARDED).first()

    @property
    def list_url(self) -> str:
        """The ledger under the same filter."""
        told = dict(self.paper.selection)
        asked = {"q": told.pop("text", ""), "unit": UnitNames().label(told.pop("unit_id", None))}
        flags = {name: 1 if value is True else value for name, value in told.items()}
        return reverse("supervision:ledger") + changed(QueryDict(), {**asked, **flags})

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What is known of it."""
        paper, number = self.paper, self.paper.number
        issued = short_moment(paper.issued_at, self.today) if paper.issued_at else ""
        pairs = [
            (_("文号"), str(number) if number else _("发出时编号")),
            (_("拟稿"), f"{paper.drafted_by or ''} {short_moment(paper.drafted_at, self.today)}"),
            (_("发出"), f"{paper.issued_by or ''} {issued}".strip()),
            (_("送"), "、".join(person.name for person in paper.sent_to.all()) if issued else ""),
            (_("版次"), _("第 %(n)s 版") % {"n": paper.version}),
            (_("替代"), str(paper.replaces.number) if paper.replaces else ""),
            (_("重发原因"), paper.reason),
            (_("档号"), paper.filed.deposit.code if paper.filed and paper.filed.archived_at else ""),
            (_("摘要"), paper.pdf.blob.sha256 if paper.pdf else ""),
        ]
        return [pair for pair in pairs if pair[1]]


def tabs(*, drafts: bool) -> list[parts.Tab]:
    """已发出, 拟稿."""
    return [
        parts.Tab(_("已发出"), "?", current=not drafts),
        parts.Tab(_("拟稿"), "?drafts=1", current=drafts),
    ]
