"""What a PDF shows, measured with PDFium: where characters stand, in which fonts, where rules run."""

import ctypes
import io
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

MM = 72 / 25.4
PAGE = 297 * MM
TOP, LEFT = 37 * MM, 28 * MM
ROW, CELL = 225 * MM / 22, 156 * MM / 28


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character: ``x`` and ``y`` of its origin in points, ``y`` from the top of the page."""

    told: str
    x: float
    y: float


class Pages:
    """A PDF opened for measuring."""

    def __init__(self, pdf: bytes) -> None:
        self.document = pypdfium2.PdfDocument(io.BytesIO(pdf).read())

    def __len__(self) -> int:
        return len(self.document)

    def glyphs(self, number: int) -> list[Glyph]:
        """The characters of page ``number`` (from 1) that are not blank."""
        words = self.document[number - 1].get_textpage()
        found, x, y = [], ctypes.c_double(), ctypes.c_double()
        for place in range(words.count_chars()):
            told = chr(raw.FPDFText_GetUnicode(words, place))
            if told.strip() and raw.FPDFText_GetCharOrigin(words, place, x, y):
                found.append(Glyph(told, x.value, PAGE - y.value))
        return found

    def lines(self, number: int) -> dict[float, list[Glyph]]:
        """The characters of a page by base line, from the top."""
        lines: dict[float, list[Glyph]] = {}
        for glyph in self.glyphs(number):
            near = next((y for y in lines if abs(y - glyph.y) < 1), glyph.y)
            lines.setdefault(near, []).append(glyph)
        return dict(sorted(lines.items()))

    def text(self) -> str:
        """All characters in the order of reading, without blanks."""
        return "".join(
            glyph.told
            for number in range(1, len(self) + 1)
            for line in self.lines(number).values()
            for glyph in sorted(line, key=lambda one: one.x)
        )

    def cells(self) -> str:
        """All characters in the order of setting, so cell by cell, without blanks."""
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in self.document)

    def rules(self, number: int) -> list[tuple[float, float]]:
        """Of each drawn path of a page: its middle from the top, and its length, in points."""
        found = []
        for one in self.document[number - 1].get_objects():
            if one.type == raw.FPDF_PAGEOBJ_PATH:
                left, bottom, right, top = one.get_bounds()
                found.append((PAGE - (bottom + top) / 2, right - left))
        return sorted(found)

    def fonts_embedded(self) -> set[bool]:
        """Whether the fonts of the text are inside the file."""
        return {
            bool(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(one.raw)))
            for page in self.document
            for one in page.get_objects()
            if one.type == raw.FPDF_PAGEOBJ_TEXT
        }
