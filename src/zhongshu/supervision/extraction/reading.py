"""Reading a whole text: paragraphs and tables in, duties out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .addressees import named, told_everybody
from .afterwords import tells_outcome
from .assembly import Reader
from .directory import Directory
from .grids import read_grids
from .headings import Heading
from .house_systems import read_as_note
from .labels import heads_a_paper, join_label_lines
from .model import Duty
from .records import led_as, opens_measure, read_record
from .roles import first_is_lead
from .rows import row_duties
from .spaced import spaced_rows
from .spans import Passage, level
from .tables import lay_out
from .weights import THRESHOLD
from .wrapping import unwrapped

_OPENING = 12  # letters of a line that show how it is numbered


def extract(
    text: str,
    *,
    context_date: date | None = None,
    doc_convention: str | None = None,
    directory: Directory | None = None,
    least: float = THRESHOLD,
) -> list[Duty]:
    """Every duty of ``text``, in order, each field with the characters it came from.

    ``context_date``: the document's date, against which 年底前 is read. ``doc_convention``: ``first_is_lead`` if
    the document says that the first-named unit leads. ``directory``: the institution's own units, if known.
    ``least``: the weight of evidence from which a sentence is taken; below ``THRESHOLD`` it is a sign only.
    """
    first = doc_convention == "first_is_lead" or first_is_lead(level(text))
    note, directory = read_as_note(text, directory)
    found: list[Duty] = []
    lines, loose = unwrapped(text)
    grid, in_grid = read_grids(text, lines)
    spaced, in_list = spaced_rows(text, lines, directory)
    used = {*in_grid, *in_list}
    layout = lay_out(text, directory, [line for line in lines if line not in used])
    for row in [*grid, *spaced, *layout.rows]:
        found += row_duties(row, context_date, first, directory)
    heading = Heading(directory, context_date)
    pieces = join_label_lines(text, layout.paragraphs)
    above, measures = list[Duty](), False
    for (start, end), below in zip(pieces, [*pieces[1:], (0, 0)], strict=False):
        passage = Passage.of(text, start, end, loose)
        opening = level(text[below[0] : min(below[1], below[0] + _OPENING)])
        if tells_outcome(passage.norm) or heading.takes(passage, opening):
            continue
        if (record := read_record(passage)) is not None:
            found += row_duties(record, context_date, first, directory)
            above, measures = found[-1:], False
        elif not heads_a_paper(passage.norm):
            reader = Reader(passage, context_date, first, directory, least, heading.units, note)
            measures = opens_measure(passage.norm, goes_on=measures)
            told = heading.completed(reader.duties())
            found += [led_as(above[0], duty) for duty in told] if measures and above else told
    found.sort(key=lambda duty: duty.action.start)
    if "同" in text:
        found = _same_as_above(found)
    return told_everybody(named(found, text, directory), text)


def _same_as_above(duties: list[Duty]) -> list[Duty]:
    """牵头单位：同上 means those of the duty before."""
    told: list[Duty] = []
    for duty in duties:
        above = told[-1] if told else duty
        if [m.text for m in duty.lead] == ["同上"]:
            duty = replace(duty, lead=above.lead)
        if [m.text for m in duty.support] == ["同上"]:
            duty = replace(duty, support=above.support)
        if [m.text for m in duty.leaders] == ["同上"]:
            duty = replace(duty, leaders=above.leaders)
        told.append(duty)
    return told
