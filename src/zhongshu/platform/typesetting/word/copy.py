"""A paper as a Word file."""

import io
import zipfile
from datetime import datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT as TAB
from docx.shared import Mm, Pt, RGBColor

from zhongshu.platform.typesetting import titles
from zhongshu.platform.typesetting.elements import Blank, Block, Form, Grid, Heading, Paper, Paragraph
from zhongshu.platform.typesetting.word import ooxml
from zhongshu.platform.typesetting.word.tables import WIDTH_MM, imprint, table
from zhongshu.platform.typesetting.words import fitted

FANG, HEI, KAI, SONG, TITLE = "仿宋", "黑体", "楷体", "宋体", "方正小标宋简体"
RED = RGBColor(0xC8, 0x16, 0x1D)
_LEVELS = {1: HEI, 2: KAI}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def word(paper: Paper, *, at: datetime) -> bytes:
    """``paper`` as an editable .docx; the same words and moment give the same bytes.

    It bears names of fonts, not the fonts: a machine without them shows others.
    """
    paper, document = fitted(paper), docx.Document()
    ooxml.set_defaults(document.styles, FANG)
    ooxml.page(document.sections[0])
    _properties(document, paper, at)
    _feet(document, paper)
    _head(document, paper)
    if paper.title:
        for told in titles.lines(paper.title):
            _line(document, told, font=TITLE, size=22, align=ALIGN.CENTER)
        _line(document, "")
    if paper.to:
        _line(document, f"{paper.to}：")
    for block in paper.blocks:
        _block(document, block)
    _annexes(document, paper)
    _signature(document, paper)
    if paper.note:
        ooxml.indent(_line(document, f"（{paper.note}）"), left=2)
    for block in paper.after:
        _block(document, block)
    imprint(document, paper)
    return _settled(document)


def _line(
    document: Document, told: str, *, font: str = "", size: float = 0, red: bool = False, align: Any = None
) -> Any:
    """A paragraph of one line."""
    paragraph = document.add_paragraph()
    run = paragraph.add_run(told)
    if font:
        ooxml.set_font(run, font)
    if size:
        run.font.size = Pt(size)
        ooxml.set_tracking(run, 0)
        if size > 26:  # an exact row would cut it
            paragraph.paragraph_format.line_spacing = 1.0
    if red:
        run.font.color.rgb = RED
    paragraph.alignment = ALIGN.LEFT if align is None else align
    return paragraph


def _head(document: Document, paper: Paper) -> None:
    if paper.urgency:
        _line(document, paper.urgency, font=HEI)
    if paper.form == Form.SHEET:
        if paper.number:
            _line(document, paper.number, size=14, align=ALIGN.RIGHT)
        return
    letter = paper.form == Form.LETTER
    size = min(40 if letter else 52, 425 / max(len(paper.letterhead), 1))
    mark = _line(document, paper.letterhead, font=TITLE, size=size, red=True, align=ALIGN.CENTER)
    if letter:
        ooxml.red_rule(mark, "bottom", "thickThinSmallGap", 24)
        _line(document, paper.number, align=ALIGN.RIGHT)
    else:
        mark.paragraph_format.space_before = Pt(56)
        ooxml.red_rule(_numbered(document, paper), "bottom", "single", 14)
    _line(document, "")
    _line(document, "")


def _numbered(document: Document, paper: Paper) -> Any:
    """The line of the number, above the red rule."""
    _line(document, "")
    if paper.issuer:
        _line(document, paper.number, align=ALIGN.CENTER)
        return _ends(document, paper.issuer, paper.issued)
    _line(document, "")
    if paper.signatory:
        return _ends(document, paper.number, f"签发人：{paper.signatory}")
    return _line(document, paper.number, align=ALIGN.CENTER)


def _ends(document: Document, left: str, right: str) -> Any:
    """A line with words at both its ends, a character in from each; neither is stretched."""
    paragraph = _line(document, f"　{left}\t{right}　")
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH_MM), TAB.RIGHT)
    return paragraph


def _block(document: Document, block: Block) -> None:
    if isinstance(block, Grid):
        table(document, block)
    elif isinstance(block, Blank):
        for _row in range(block.rows):
            _line(document, "")
    else:
        font = _LEVELS.get(block.level, "") if isinstance(block, Heading) else ""
        _indented(document, block, font)


def _indented(document: Document, block: Paragraph | Heading, font: str) -> None:
    paragraph = _line(document, block.text, font=font, align=ALIGN.JUSTIFY)
    if isinstance(block, Heading):
        paragraph.paragraph_format.keep_with_next = True
    ooxml.indent(paragraph, first=2)


def _annexes(document: Document, paper: Paper) -> None:
    """附件说明 (rule L-16)."""
    if paper.annexes:
        _line(document, "")
    several = len(paper.annexes) > 1
    for place, told in enumerate(paper.annexes, 1):
        label = "附件：" if place == 1 else "　　　"
        ooxml.indent(_line(document, f"{label}{f'{place}.' if several else ''}{told}"), left=2)


def _signature(document: Document, paper: Paper) -> None:
    """署名 and 成文日期, with room for the seal (rule L-17)."""
    told = [one for one in (paper.signed, paper.day) if one]
    for _row in range(2 if told else 0):
        _line(document, "")
    for one in told:
        ooxml.indent(_line(document, one, align=ALIGN.RIGHT), right=2 if len(paper.signed) > 12 else 4)


def _feet(document: Document, paper: Paper) -> None:
    """Page numbers, at the outer side; none on the first page of a letter (rules L-26, L-28)."""
    section = document.sections[0]
    document.settings.odd_and_even_pages_header_footer = True
    section.different_first_page_header_footer = paper.form == Form.LETTER
    for footer, align in ((section.footer, ALIGN.RIGHT), (section.even_page_footer, ALIGN.LEFT)):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = align
        ooxml.indent(paragraph, right=1 if align == ALIGN.RIGHT else 0, left=1 if align == ALIGN.LEFT else 0)
        ooxml.page_number(paragraph, SONG)


def _properties(document: Document, paper: Paper, at: datetime) -> None:
    told = document.core_properties
    told.title, told.author, told.last_modified_by = paper.title, paper.organ, paper.organ
    told.created = told.modified = told.last_printed = at.replace(tzinfo=None, microsecond=0)
    told.comments, told.language, told.revision = "", "zh-CN", 1


def _settled(document: Document) -> bytes:
    """The file with every part dated alike, so that the same paper is the same bytes."""
    made, settled = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return settled.getvalue()
