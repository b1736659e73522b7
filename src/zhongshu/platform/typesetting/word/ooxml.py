"""What python-docx has no call for, as OOXML: fonts by script, exact lines, fields, borders, floating tables."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

ROW = Pt(28.95)
CHARACTER = 320  # twentieths of a point: a character of the body
SQUEEZE = -5  # twentieths of a point: 28 characters of 16 pt on 156 mm
# The sequence of properties in the schema of WordprocessingML; Word refuses another.
ORDER = {
    "rPr": ("w:rStyle", "w:rFonts", "w:b", "w:i", "w:color", "w:spacing", "w:kern", "w:sz", "w:szCs", "w:u", "w:lang"),
    "pPr": ("w:pStyle", "w:keepNext", "w:pBdr", "w:shd", "w:tabs", "w:autoSpaceDE", "w:autoSpaceDN", "w:spacing",
            "w:ind", "w:jc", "w:rPr", "w:sectPr"),
    "tblPr": ("w:tblStyle", "w:tblpPr", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout",
              "w:tblCellMar", "w:tblLook"),
}  # fmt: skip


def child(parent: Any, tag: str, **attributes: object) -> Any:
    """A new element ``tag`` ("w:sz") under ``parent``, with attributes of the w: namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    parent.append(made)
    return made


def put(parent: Any, tag: str, **attributes: object) -> Any:
    """The one element ``tag`` of a set of properties, in the place that the schema gives it; an older one goes."""
    for old in parent.findall(qn(tag)):
        parent.remove(old)
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    order = ORDER[parent.tag.rpartition("}")[2]]
    parent.insert_element_before(made, *order[order.index(tag) + 1 :])
    return made


def set_defaults(styles: Any, font: str) -> None:
    """Give the document our own defaults: 3号, the font, the squeeze; no space between scripts."""
    defaults = styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in list(run):
        run.remove(old)
    child(run, "w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)
    child(run, "w:spacing", val=SQUEEZE)
    child(run, "w:sz", val=32)
    child(run, "w:szCs", val=32)
    child(run, "w:lang", val="zh-CN", eastAsia="zh-CN", bidi="ar-SA")
    paragraph = defaults.find(qn("w:pPrDefault"))
    for old in list(paragraph):
        paragraph.remove(old)
    settings = child(paragraph, "w:pPr")
    child(settings, "w:autoSpaceDE", val=0)
    child(settings, "w:autoSpaceDN", val=0)
    child(settings, "w:spacing", before=0, after=0, line=int(ROW.pt * 20), lineRule="exact")
    child(settings, "w:jc", val="both")


def set_font(run: Any, name: str) -> None:
    """Set a run in the font called ``name``, for every script."""
    put(run._r.get_or_add_rPr(), "w:rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def set_tracking(run: Any, twentieths: int) -> None:
    """Space between the characters of a run."""
    put(run._r.get_or_add_rPr(), "w:spacing", val=twentieths)


def indent(paragraph: Any, *, first: int = 0, left: int = 0, right: int = 0) -> None:
    """Indents in characters; in twentieths of a point, too, for programs that do not know of characters."""
    given = {"firstLine": first, "left": left, "right": right}
    settings = {f"{name}Chars": number * 100 for name, number in given.items() if number}
    settings |= {name: number * CHARACTER for name, number in given.items() if number}
    if settings:
        put(paragraph._p.get_or_add_pPr(), "w:ind", **settings)


def red_rule(paragraph: Any, edge: str, style: str, eighths: int) -> None:
    """A red rule along one ``edge`` ("top", "bottom") of a paragraph; ``eighths`` of a point thick."""
    borders = put(paragraph._p.get_or_add_pPr(), "w:pBdr")
    child(borders, f"w:{edge}", val=style, sz=eighths, space=4, color="C8161D")


def page_number(paragraph: Any, font: str) -> None:
    """— 1 — as a field."""
    for kind, told in (("", "— "), ("begin", ""), ("instr", " PAGE "), ("end", ""), ("", " —")):
        run = paragraph.add_run(told if not kind else "")
        set_font(run, font)
        run.font.size = Pt(14)
        if kind == "instr":
            child(run._r, "w:instrText").text = told
        elif kind:
            child(run._r, "w:fldChar", fldCharType=kind)


def float_to_foot(table: Any) -> None:
    """Let a table stand at the foot of the type area (Word honours it; LibreOffice leaves it under the text)."""
    where = {"vertAnchor": "margin", "horzAnchor": "margin", "tblpXSpec": "left", "tblpYSpec": "bottom"}
    put(table._tbl.tblPr, "w:tblpPr", **where)


def borders(table: Any, **edges: int) -> None:
    """Rules of a table by edge, in eighths of a point."""
    made = put(table._tbl.tblPr, "w:tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        if edge in edges:
            child(made, f"w:{edge}", val="single", sz=edges[edge], space=0, color="000000")


def repeat(row: Any) -> None:
    """Let a row stand again at the head of each page."""
    child(row._tr.get_or_add_trPr(), "w:tblHeader", val="true")


def height(row: Any, rows: float) -> None:
    """At least ``rows`` rows of the grid high, and never half on one page, half on the next."""
    child(row._tr.get_or_add_trPr(), "w:cantSplit", val="true")
    child(row._tr.get_or_add_trPr(), "w:trHeight", val=int(ROW.pt * 20 * rows), hRule="atLeast")


def page(section: Any) -> None:
    """A4 and the type area (rules L-01, L-02)."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(35 - 7 - 5)
