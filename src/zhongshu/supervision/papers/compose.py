"""A paper whole: the clerk's words, the facts of the data as they are now, the elements of the standard."""

from collections.abc import Sequence
from datetime import date

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import in_office_language
from zhongshu.kernel.written_days import written
from zhongshu.matters import queries as matter_queries
from zhongshu.matters.models import Urgency
from zhongshu.platform.typesetting.elements import Block, Cell, Form, Grid, Heading, Paragraph
from zhongshu.platform.typesetting.elements import Paper as Elements
from zhongshu.supervision.models import Paper, PaperKind
from zhongshu.supervision.papers import facts, tables
from zhongshu.supervision.papers.selection import filter_of, selected

FORMS = {
    PaperKind.NOTICE: Form.DOCUMENT,
    PaperKind.NOTE: Form.SHEET,
    PaperKind.URGING: Form.LETTER,
    PaperKind.SUPERVISING: Form.LETTER,
    PaperKind.INTERVIEW: Form.SHEET,
    PaperKind.REPORT: Form.DOCUMENT,
    PaperKind.BULLETIN: Form.DOCUMENT,
}
URGENCIES = {Urgency.URGENT: "加急", Urgency.EXTRA_URGENT: "特急"}
IMPRINTED = (PaperKind.NOTICE, PaperKind.BULLETIN)
_ENDED = tuple("。！？；：，、…）)》”.!?;:")


def composed(paper: Paper, *, actor: Actor, number: str, today: date) -> Elements:
    """``paper`` as it reads on ``today`` under ``number``; its selection is what ``actor`` sees in the ledger."""
    with in_office_language():
        return _composed(paper, actor, number, today)


def _composed(paper: Paper, actor: Actor, number: str, today: date) -> Elements:
    kind, organ, words = PaperKind(paper.kind), paper.organ, paper.words
    desk = organ.name + ("" if paper.unit_id == organ.pk else paper.unit.short_name)
    signs = kind not in (PaperKind.REPORT, PaperKind.INTERVIEW)
    matter = paper.directive.matter if paper.directive else None
    return Elements(
        form=FORMS[kind],
        title=words["title"],
        organ=organ.name,
        blocks=_blocks(paper, actor, today),
        letterhead=_letterhead(kind, organ.name),
        number=number,
        urgency=URGENCIES.get(Urgency(matter.urgency), "") if matter else "",
        issuer=desk if kind == PaperKind.REPORT else "",
        issued=written(today) if kind == PaperKind.REPORT else "",
        to=words.get("to", ""),
        signed=organ.name if signs else "",
        day=written(today) if signs else "",
        note=f"原{paper.replaces.number}作废" if paper.replaces else "",
        after=_after(paper),
        copies=words.get("copies", ""),
        printed_by=desk if kind in IMPRINTED else "",
        printed_on=written(today) if kind in IMPRINTED else "",
    )


def _letterhead(kind: PaperKind, organ: str) -> str:
    if kind == PaperKind.REPORT:
        return "督查专报"
    if FORMS[kind] == Form.DOCUMENT:
        return f"{organ}{kind.label}"
    return organ if FORMS[kind] == Form.LETTER else ""


def _blocks(paper: Paper, actor: Actor, today: date) -> Sequence[Block]:
    words = paper.words
    if paper.kind == PaperKind.INTERVIEW:
        return [_interview(paper, today)]
    closing = _paragraphs(words.get("closing", ""))
    if paper.directive is None:
        found = selected(actor, filter_of(paper.selection), today=today)
        told = (tables.report if paper.kind == PaperKind.REPORT else tables.bulletin)(found, paper.said)
        headed = sum(isinstance(one, Heading) for one in told)
        last = [Heading(f"{'一二三四五'[headed]}、下一步要求"), *closing] if closing else []
        return [*_paragraphs(words.get("opening", "")), *told, *last]
    return [*_paragraphs(words.get("opening", "")), *_of_matter(paper, today), *closing]


def _of_matter(paper: Paper, today: date) -> list[Block]:
    directive = paper.directive
    assert directive is not None
    if paper.kind != PaperKind.NOTICE:
        return [Paragraph(facts.standing(directive, today))]
    held = list(matter_queries.open_assignments(directive.pk))
    late = facts.lateness(directive, today)
    body = directive.matter.body.rstrip()  # often written down without its full stop
    asked = _paragraphs(body if body.endswith(_ENDED) else f"{body}。")
    told: list[Block] = [*asked, Paragraph(facts.duty(directive, held))]
    return told + [Paragraph(f"该事项{one}，{facts.heard(directive)}") for one in late]


def _after(paper: Paper) -> Sequence[Block]:
    if paper.kind != PaperKind.NOTICE or paper.directive is None:
        return ()
    return (facts.receipt(paper.directive, list(matter_queries.open_assignments(paper.directive.pk))),)


def _interview(paper: Paper, today: date) -> Grid:
    words, directive = paper.words, paper.directive
    assert directive is not None

    def pair(one: str, told: str, other: str, heard: str) -> tuple[Cell, ...]:
        return (Cell(text=one, label=True), Cell(text=told), Cell(text=other, label=True), Cell(text=heard))

    def wide(label: str, told: str, rows: int) -> tuple[Cell, ...]:
        return (Cell(text=label, label=True), Cell(text=told, span=3, rows=rows))

    reason = f"{directive.matter.title}。{facts.standing(directive, today)}"
    rows = (
        pair("约谈时间", words["held"], "约谈地点", words["place"]),
        pair("约谈人", words["host"], "被约谈人", words["whom"]),
        wide("约谈事由", reason, 3),
        wide("约谈内容", words["record"], 5),
        wide("表态及措施", words["promise"], 3),
        pair("约谈人签字", "", "被约谈人签字", ""),
    )
    return Grid(widths=(3, 4, 3, 4), rows=rows)


def _paragraphs(told: str) -> list[Block]:
    return [Paragraph(one.strip()) for one in told.splitlines() if one.strip()]
