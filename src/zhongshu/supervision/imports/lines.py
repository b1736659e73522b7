"""Each row of a ledger beside the house: what it would become, and what stands in its way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _

from zhongshu.matters.models import Matter as Kept
from zhongshu.org import queries as org
from zhongshu.platform.files import queries as files
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import queries
from zhongshu.supervision.ledgers import (
    FINISHED,
    Heads,
    Matter,
    Part,
    Said,
    ending_of,
    is_lasting,
    is_text,
    read_ledger,
)
from zhongshu.supervision.models import LedgerImport

TOGETHER = 500
"""Rows whose numbers are looked up at once."""


@dataclass(slots=True)
class Line:
    """One matter of the ledger. ``mistakes`` keep it out, ``notes`` are only to be known.

    ``ending``: "" for what is still to be done, ``finished``, or ``dropped`` (struck out, 取消, 撤销). ``lead`` and
    ``support`` are the names of its units as they were told apart; their ids, of those that are known.
    """

    matter: Matter
    lead: list[str] = field(default_factory=list)
    support: list[str] = field(default_factory=list)
    lead_id: int | None = None
    support_ids: tuple[int, ...] = ()
    ending: str = ""
    due: date | None = None
    rule: str = ""
    mistakes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def lines_of(ledger: LedgerImport, today: date) -> Iterator[Line]:
    """The rows of the ledger, checked one by one against the units as they are known now.

    OSError or ValueError where the file cannot be read: it was read once before.
    """
    told = {place: Part(part) for place, part in ledger.columns.items()}
    path, name = files.path_of(ledger.file.blob), ledger.file.name.rpartition(".")[0]
    found = lines_in(path, name, told, today, first_leads=ledger.first_leads, heads=ledger.heads)
    while some := list(islice(found, TOGETHER)):
        _known_here(some, ledger.organ_id)
        yield from some


def _known_here(some: list[Line], organ_id: int) -> None:
    """A number of this house's own is no matter of an old ledger: it would be there twice."""
    numbers = {line.matter.number for line in some if line.matter.number}
    kept = Kept.objects.filter(organ_id=organ_id, number__in=numbers).values_list("number", flat=True)
    here = set(kept) if numbers else set[str]()
    for line in some:
        if line.matter.number in here:
            told = _("“%(number)s”已在本系统的台账里，不再补录。") % {"number": line.matter.number}
            line.mistakes.append(told)


def lines_in(
    path: Path, name: str, told: Said, today: date, *, first_leads: bool, heads: Heads | None = None
) -> Iterator[Line]:
    """The rows of the ledger in the file ``path``, called ``name``; ``told`` is what a person said of its columns."""
    known, text, calendar = org.directory(), is_text(path), workdays.calendar()
    for matter in read_ledger(path, today, told, name, heads):
        line = check(matter, known, today, first_leads=first_leads)
        if (
            line.due
            and line.due >= today
            and not line.ending
            and (rests := queries.resting([line.due], calendar))
        ):
            line.notes.append(rests)
        if text and not line.lead:
            line.mistakes.append(
                _("这份 .csv 存不下合并单元格，如果牵头单位原来是合并的，请改传原来的 .xlsx。")
            )
        yield line


def check(matter: Matter, known: Mapping[str, int], today: date, *, first_leads: bool) -> Line:
    """What ``matter`` would become."""
    line = Line(matter, matter.lead, matter.support, ending=ending_of(matter))
    if first_leads and len(line.lead) > 1:
        line.lead, line.support = line.lead[:1], [*line.lead[1:], *line.support]
    _units(line, known)
    line.due = date.fromisoformat(matter.due) if matter.due else None
    if line.due is None and not line.ending:
        line.rule = "ongoing" if is_lasting(matter.due_text) else ""
        line.notes.append(_without_a_day(matter, line.rule))
    elif line.due and line.due < today and not line.ending:
        line.notes.append(_("时限已过，补录后即为逾期。"))
    if line.ending:
        line.notes.append(
            _("已办结，补录为已销号。") if line.ending == FINISHED else _("已划掉或取消，补录为已终止。")
        )
    return line


def _units(line: Line, known: Mapping[str, int]) -> None:
    lead = line.lead
    line.mistakes += [
        _("名录里没有“%(unit)s”。") % {"unit": unit} for unit in (*lead, *line.support) if unit not in known
    ]
    ids = list(dict.fromkeys(known[unit] for unit in lead if unit in known))
    line.lead_id = ids[0] if len(ids) == 1 else None
    others = dict.fromkeys(line.support)
    line.support = [u for u in others if line.lead_id is None or known.get(u) != line.lead_id]
    line.support_ids = tuple(dict.fromkeys(known[u] for u in line.support if u in known))
    if not lead:
        line.mistakes.append(_("没有写牵头单位。"))
    if len(lead) > 1:
        said = _("写了%(count)d个牵头单位，一件事只能有一个；可勾选“第一个牵头，其余配合”。")
        line.mistakes.append(said % {"count": len(lead)})
    if not line.matter.task:
        line.mistakes.append(_("没有写事项。"))


def _without_a_day(matter: Matter, rule: str) -> str:
    if rule:
        return _("长期任务，按季度回告。")
    if matter.due_text:
        return _("“%(words)s”不是日期，按默认时限补上。") % {"words": matter.due_text}
    return _("没有写时限，按默认时限补上。")
