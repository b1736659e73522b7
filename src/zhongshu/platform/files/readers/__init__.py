"""Text out of files, one module for each kind. ``whole`` is for people, ``faces`` for the secrecy check."""

from collections.abc import Callable
from pathlib import Path

from zhongshu.platform.files.readers import docx, legacy, ofd, pdf, plain, sheet, slides

Reader = Callable[[Path], str]

WHOLE: dict[str, Reader] = {
    "docx": docx.text,
    "pdf": pdf.text,
    "txt": plain.text,
    "xlsx": sheet.text,
    "pptx": slides.text,
    "ofd": ofd.text,
}
"""By code of kind: the text, in the order in which a person reads it."""

FACES: dict[str, Reader] = {
    **WHOLE,
    "docx": docx.faces,
    "pdf": pdf.faces,
    "xlsx": sheet.faces,
    "ofd": ofd.faces,
    "doc": legacy.faces,
}
"""By code of kind: every line on which a secrecy mark may stand, page heads and text boxes included."""
