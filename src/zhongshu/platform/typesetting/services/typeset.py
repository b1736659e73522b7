import hashlib
from dataclasses import dataclass
from datetime import datetime

from zhongshu.platform.typesetting.elements import Paper
from zhongshu.platform.typesetting.pdf import pdf
from zhongshu.platform.typesetting.word.copy import word


@dataclass(frozen=True, slots=True)
class Typeset:
    """A paper made: ``pdf`` is the layout of record, ``docx`` the copy to edit; ``sha256`` is that of the PDF."""

    pdf: bytes
    docx: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.pdf).hexdigest()


def preview(paper: Paper, *, at: datetime) -> bytes:
    """The PDF alone, to be looked at before it is issued."""
    return pdf(paper, at=at)


def typeset(paper: Paper, *, at: datetime) -> Typeset:
    """Set ``paper`` as PDF and as Word; nothing is kept. The same words and moment give the same bytes.

    Raises LacksGlyph where no font at hand holds a character.
    """
    return Typeset(pdf=pdf(paper, at=at), docx=word(paper, at=at))
