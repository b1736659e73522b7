"""Text out of files, one module for each kind. ``whole`` is for people, ``faces`` for the secrecy check."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from zhongshu.platform.files.readers import docx, legacy, ofd, pdf, plain, sheet, slides, traits

Reader = Callable[[Path], str]

WHOLE: dict[str, Reader] = {
    "docx": docx.text,
    "pdf": pdf.text,
    "txt": plain.text,
    "xlsx": sheet.text,
    "xls": sheet.text,
    "pptx": slides.text,
    "ofd": ofd.text,
}
"""By code of kind: the text, in the order in which a person reads it."""

FACES: dict[str, Reader] = {
    **WHOLE,
    "docx": docx.faces,
    "pdf": pdf.faces,
    "xlsx": sheet.faces,
    "xls": lambda path: f"{sheet.faces(path)}\n{legacy.faces(path)}",
    "ofd": ofd.faces,
    "doc": legacy.faces,
}
"""By code of kind: every line on which a secrecy mark may stand, page heads and text boxes included."""

OWN_DAY: dict[str, Callable[[Path], date | None]] = {
    "docx": traits.office_day,
    "xlsx": traits.office_day,
    "pptx": traits.office_day,
    "pdf": traits.pdf_day,
    "jpg": traits.picture_day,
    "png": traits.picture_day,
}
"""By code of kind: the day the file itself gives for its making or last change."""

LOOKS: dict[str, Callable[[Path], bytes]] = {"jpg": traits.look, "png": traits.look}
"""By code of kind: how a picture looks, as a fingerprint (kernel.likeness)."""
